/** A string literal with the JSON of each item on a line of its own. */
export function literal(items: readonly unknown[]): string {
  const lines = items.map((item) => JSON.stringify(item).replaceAll('\\', '\\\\').replaceAll("'", "\\'"));
  return `'${lines.join('\\n')}'`;
}
