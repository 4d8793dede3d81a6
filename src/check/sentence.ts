/** What was thrown, without the path of the object, which findings have anyway. */
export function sentence(error: unknown): string {
  const cause = String(error).replace(/^Error: Failed serializing construct at path '[^']*' with name '[^']*': /, '');
  return cause.endsWith('.') ? cause : `${cause}.`;
}
