import { styleText } from 'node:util';
import { Severity } from '../audit/severity';

/** What a piece of text is, in a coloured report. */
export type Role = 'title' | 'error' | 'warning' | 'info' | 'code' | 'muted' | 'good';

/** Colours a piece of text. */
export type Paint = (role: Role, text: string) => string;

const STYLES: Readonly<Record<Role, Parameters<typeof styleText>[0]>> = {
  title: ['bold', 'underline'],
  error: ['bold', 'red'],
  warning: ['bold', 'yellow'],
  info: ['bold', 'blue'],
  code: 'cyan',
  muted: 'dim',
  good: 'green',
};

/** What stands before and behind a text of each role: Node.js is asked once, not for each text. */
const MARKS = Object.fromEntries(Object.entries(STYLES).map(([role, style]) => [role, styleText(style, '\n').split('\n')]));

/** Colours texts, or leaves them as they are. */
export function painter(color: boolean): Paint {
  return color ? (role, text) => `${MARKS[role][0]}${text}${MARKS[role][1]}` : (_role, text) => text;
}

/** The role of what has a severity. */
export function roleOf(severity: Severity): Role {
  return severity === Severity.ERROR ? 'error' : severity === Severity.WARNING ? 'warning' : 'info';
}
