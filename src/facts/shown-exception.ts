/*
 * What of an exception may be told. Whoever throws it may have put any value into its message, and so have the engine of JavaScript
 * and the library that applies JSON patches.
 */

/** An error of this library: its message has been looked at. */
const OWN = /^ArgumentError: /;

/** Data in a message, as JSON and as Node.js prints it: all that follows may belong to them. */
const TREE = /\s*(?:[{[]\s*["'{[]|\{\s*[\w$-]+\s*:).*$/;

/** Where the engine and Node.js quote a value, and what they say of it. */
const QUOTED_BY_ENGINE: readonly (readonly [RegExp, string])[] = [
  [/(?:\.{3})?".*" is not valid JSON/, 'the text is not valid JSON'],
  [/ on (string|number|boolean|bigint) .*$/, ' on a $1'],
  [/(Cannot use 'in' operator to search for .*? in ).*$/, '$1a plain value'],
  [/Cannot convert .* to a BigInt/, 'Cannot convert the value to a BigInt'],
  [/Invalid regular expression: .*$/, 'Invalid regular expression'],
  [/ Received .*$/, ''],
];

/** What an exception says, on one line, without the data that it says it of. */
export function shownException(text: string): string {
  if (OWN.test(text)) {
    return text;
  }
  const [line] = text.split('\n', 1);
  const withoutTree = line.replace(TREE, ' …');
  return QUOTED_BY_ENGINE.reduce((shown, [pattern, words]) => shown.replace(pattern, words), withoutTree);
}
