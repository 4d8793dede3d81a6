/** The first block of code of a page that is in a language and has a text in it. */
export function readmeBlock(page: string, language: string, text: string): string {
  const begin = `${language}\n`;
  const block = page.split(/^```/m).find((piece, index) => index % 2 === 1 && piece.startsWith(begin) && piece.includes(text));
  if (block === undefined) {
    throw new Error(`the README has no ${language} with ${text}`);
  }
  return block.slice(begin.length);
}
