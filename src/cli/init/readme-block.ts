/** The first block of code of a page that is in a language and has a text in it. */
export function readmeBlock(page: string, language: string, text: string): string {
  const block = [...page.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].find(([, found, code]) => found === language && code.includes(text));
  if (block === undefined) {
    throw new Error(`the README has no ${language} with ${text}`);
  }
  return block[2];
}
