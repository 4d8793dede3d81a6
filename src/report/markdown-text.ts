import { onOneLine } from '../facts';

/** Texts are cut before they are escaped: nobody reads further in a table. */
const LONGEST_TEXT = 600;
/** What a backslash does not escape in each place of a table. */
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '|': '&#124;', '\\': '&#92;' };
const ENTITY_CHARACTER = /[&<>|\\]/g;
const SYNTAX = /[`*_[\]~]/g;
/** What GitHub and GitLab make links of in texts: `@name`, `#12`, `!12`, `~label`, `&12`, `GH-12`, `https://…`, `www.…`. */
const REFERENCE = /(?:@|(?<!&)#|!|%|\$|\\~|&amp;)(?=[\w"#])|\bGH-(?=\d)|:(?=\/\/)|\bwww(?=\.)/gi;
/** A space without width. */
const GAP = '&#8203;';
/** Between backticks such a text is what it is in each place of a table. */
const PLAIN = /^(?=\S)[^`|\\#]*(?<=\S)$/;

/** A text as it may stand in Markdown, in a table too, so that it looks as it is and does nothing. */
export function markdownText(text: string): string {
  return shortened(onOneLine(text))
    .replace(ENTITY_CHARACTER, (character) => ENTITIES[character])
    .replace(SYNTAX, '\\$&')
    .replace(REFERENCE, `$&${GAP}`);
}

/** A text as code. */
export function markdownCode(text: string): string {
  const line = shortened(onOneLine(text));
  return PLAIN.test(line) ? `\`${line}\`` : `<code>${markdownText(line)}</code>`;
}

function shortened(text: string): string {
  return text.length <= LONGEST_TEXT ? text : `${text.slice(0, LONGEST_TEXT)}…`;
}
