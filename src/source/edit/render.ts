import { isObject } from '../../graph';
import { plainScalar } from '../plain-scalar';

/** How what is new has to look to fit what is there. */
export interface Style {
  /** The line end of the file. */
  readonly eol: string;
  /** Spaces for each level. */
  readonly step: number;
  /** Whether the dashes of a list are indented below their key. */
  readonly indentsLists: boolean;
  /** Whether it is JSON: all texts and keys in double quotes. */
  readonly isJson: boolean;
}

/** The marks that a text has around it. */
export type Quotes = "'" | '"' | undefined;

const WORD = '[A-Za-z0-9_./][A-Za-z0-9_./:@+=-]*';
const PLAIN = new RegExp(`^${WORD}(?: ${WORD})*$`);
/** Words that some readers take for the end of a key, for dates or for numbers with a base of 60. */
const NOT_PLAIN = /:( |$)|^\d{4}-\d|^\d+:\d/;

/** A scalar on one line. */
export function scalarText(value: unknown, { isJson }: Pick<Style, 'isJson'>, quotes?: Quotes): string {
  if (typeof value !== 'string') {
    return JSON.stringify(value);
  }
  if (quotes === "'" && /^[\x20-\x7e]*$/.test(value)) {
    return `'${value.replaceAll("'", "''")}'`;
  }
  const isPlain = !isJson && quotes === undefined && PLAIN.test(value) && !NOT_PLAIN.test(value) && plainScalar(value) === value;
  return isPlain ? value : JSON.stringify(value);
}

/** A value on one line. */
export function inlineText(value: unknown, style: Pick<Style, 'isJson'>): string {
  if (Array.isArray(value)) {
    return `[${value.map((item) => inlineText(item, style)).join(', ')}]`;
  }
  return isObject(value)
    ? `{${Object.entries(value)
        .map(([key, member]) => `${scalarText(key, style)}: ${inlineText(member, style)}`)
        .join(', ')}}`
    : scalarText(value, style);
}

/** Whether a value has lines of its own. */
export function isSpread(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0;
}

/** The lines of a mapping or a list, of which the first is not indented. */
export function blockText(value: unknown, indent: number, style: Style): string {
  const lines = Array.isArray(value)
    ? value.map((item) => itemText(item, indent, style))
    : Object.entries(value as object).map(([key, member]) => entryText(key, member, indent, style));
  return lines.join(`${style.eol}${' '.repeat(indent)}`);
}

/** An entry of a mapping whose keys stand at an indentation. */
export function entryText(key: string, value: unknown, indent: number, style: Style): string {
  return `${scalarText(key, style)}:${valueText(value, indent, style)}`;
}

/** What stands behind the colon of a key at an indentation. */
export function valueText(value: unknown, indent: number, style: Style): string {
  if (!isSpread(value)) {
    return ` ${inlineText(value, style)}`;
  }
  const inner = indent + (Array.isArray(value) && !style.indentsLists ? 0 : style.step);
  return `${style.eol}${' '.repeat(inner)}${blockText(value, inner, style)}`;
}

/** An entry of a list whose dashes stand at an indentation. */
export function itemText(value: unknown, indent: number, style: Style): string {
  return `- ${isSpread(value) ? blockText(value, indent + 2, style) : inlineText(value, style)}`;
}

/** A value in JSON with lines of its own; the first is not indented. */
export function spreadJson(value: unknown, indent: number, { step, eol }: Style): string {
  return JSON.stringify(value, null, step).replaceAll('\n', `${eol}${' '.repeat(indent)}`);
}
