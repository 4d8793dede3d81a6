/** Says that a group of tests is left out, and what it is missing, in capitals, with a test that holds as long as it is missing. */
export function leaveOut(name: string, lacking: string, isMissing: () => boolean): void {
  const text = `${lacking}: LEFT OUT: ${name}`;
  console.warn(text);
  test(text, () => expect(isMissing()).toBe(true));
}
