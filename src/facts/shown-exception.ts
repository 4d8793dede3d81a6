/*
 * What of an exception may be told. Whoever throws it may have put any value into its message, and so have the engine of JavaScript
 * and the library that applies JSON patches.
 */

/** An error of this library: its message has been looked at. */
const OWN = /^ArgumentError: /;

/** Data in a message, as JSON and as Node.js prints it: all that follows may belong to them. */
const TREE = /[{[]\s*["'{[]|\{\s*[\w$-]+\s*:/;

/** No message is longer, but for the data in it. */
const LONGEST_MESSAGE = 4096;

/** Data that the engine or Node.js quotes: what stands before them, what behind (nothing: the end), and what is said in their place. */
interface Quotation {
  readonly before: string;
  readonly behind?: string;
  readonly words: string;
}

const QUOTED_BY_ENGINE: readonly Quotation[] = [
  { before: '"', behind: '" is not valid JSON', words: 'the text is not valid JSON' },
  { before: '"', behind: '"... is not valid JSON', words: 'the text is not valid JSON' },
  ...['string', 'number', 'boolean', 'bigint'].map((type) => ({ before: ` on ${type} `, words: ` on a ${type}` })),
  { before: "Cannot use 'in' operator to search for ", words: "Cannot use 'in' operator: the value is no object" },
  { before: 'Cannot convert ', behind: ' to a BigInt', words: 'Cannot convert the value to a BigInt' },
  { before: 'Invalid regular expression: ', words: 'Invalid regular expression' },
  { before: ' Received ', words: '' },
];

/** What an exception says, on one line, without the data that it says it of. */
export function shownException(text: string): string {
  if (OWN.test(text)) {
    return text;
  }
  const [line] = text.split('\n', 1);
  const tree = line.slice(0, LONGEST_MESSAGE).search(TREE);
  const withoutTree = tree < 0 ? line : `${line.slice(0, tree).trimEnd()} …`;
  const shown = QUOTED_BY_ENGINE.reduce(withoutQuotation, withoutTree);
  return shown.length > LONGEST_MESSAGE ? `an exception of ${shown.length} characters` : shown;
}

/** Up to the last place where it may end: what is quoted may contain what stands behind it. */
function withoutQuotation(line: string, { before, behind = '', words }: Quotation): string {
  const start = line.indexOf(before);
  const end = behind === '' ? line.length : line.lastIndexOf(behind);
  return start < 0 || end < start + (behind.startsWith(before) ? 0 : before.length)
    ? line
    : `${line.slice(0, start).replace(/\.{3}$/, '')}${words}${line.slice(end + behind.length)}`;
}
