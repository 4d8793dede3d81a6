/** What terminals, editors and browsers take for more than a character. */
const ODD = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** What may be odd: properties of characters are looked up in these only. */
const NOT_ASCII = /[^\n -~]+/g;

/** Begins commands in the logs of pipelines (`logLine`); in JSON it stands in texts only. */
const COMMAND = /##/g;

/** A value as JSON in which control characters, and those that turn the direction of writing, are escaped. */
export function escapedJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, undefined, indent)
    .replace(NOT_ASCII, (part) => part.replace(ODD, escaped))
    .replace(COMMAND, `#${escaped('#')}`);
}

function escaped(character: string): string {
  return Array.from({ length: character.length }, (_, index) => unit(character.charCodeAt(index))).join('');
}

function unit(code: number): string {
  return `\\u${code.toString(16).padStart(4, '0')}`;
}
