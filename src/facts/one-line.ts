/**
 * Control characters, line ends, halves of characters, what turns the direction of writing and what nobody sees: with them a text
 * could forge lines of a log, or look like another text.
 */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/** What may be unprintable: properties of characters are looked up in these only, which most texts do not have. */
const NOT_ASCII = /[^ -~]+/g;

/** A text on one line, with escapes as JSON has them. */
export function onOneLine(text: string): string {
  return text.replace(NOT_ASCII, (part) => part.replace(UNPRINTABLE, escaped));
}

/** Text in quotes, as in JSON, on one line. */
export function quoted(text: string): string {
  return onOneLine(JSON.stringify(text));
}

/** JSON has no escapes for characters beyond the first 65,536: two stand for one. */
function escaped(character: string): string {
  return character.split('').map(escapedUnit).join('');
}

function escapedUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
