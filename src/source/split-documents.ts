/** A piece of a text. */
export interface TextPiece {
  readonly offset: number;
  readonly text: string;
}

const START = /^---(?=[ \t\r\n]|$)/gm;
/** Comments, directives and blank lines: they belong to the document that follows. */
const NO_CONTENT = /^(?:[ \t]*(?:[#%].*)?\r?\n)*$/;

/**
 * The documents of a YAML text, each with what stands before its `---`. They are read one by one: a fault in one is none of the
 * others. No text in quotes or block of text may have a line that begins a document, so no YAML needs to be understood for this.
 */
export function splitDocuments(text: string): TextPiece[] {
  const starts = [0];
  for (const { index } of text.matchAll(START)) {
    if (index > 0 && !hasNoContent(text, starts[starts.length - 1], index)) {
      starts.push(index);
    }
  }
  return starts.map((offset, index) => ({ offset, text: text.slice(offset, starts[index + 1]) }));
}

function hasNoContent(text: string, start: number, end: number): boolean {
  return end - start < MOST_COMMENT && NO_CONTENT.test(text.slice(start, end));
}

/** What is longer is not searched for content: a document of that many comments is read as an empty one. */
const MOST_COMMENT = 10_000;
