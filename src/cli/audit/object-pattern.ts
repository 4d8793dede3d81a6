import type { ReportedObject } from '../../report';

/** How patterns of objects are written, for texts of errors. */
export const OBJECT_PATTERN_FORM = '"Kind namespace/name", such as "VirtualMachine shop/web-*"';

const PATTERN = /^(\S+)(?: (?:([^\s/]*)\/)?([^\s/]+))?$/;

/** Whether a text is a pattern of objects. */
export function isObjectPattern(text: string): boolean {
  return PATTERN.test(text);
}

/** Whether an object fits a pattern such as `VirtualMachine shop/web-*`, `Service web` or `Route`; a namespace that is left out is any. */
export function fitsObject(pattern: string, { kind, namespace = '', name = '' }: ReportedObject): boolean {
  const [, kinds, namespaces = '*', names = '*'] = PATTERN.exec(pattern) ?? [];
  return kinds !== undefined && fits(kinds, kind) && fits(namespaces, namespace) && fits(names, name);
}

/** Whether a text fits a pattern in which `*` stands for any characters. */
export function fits(pattern: string, text: string): boolean {
  const parts = pattern.split('*');
  const [first, last] = [parts[0], parts[parts.length - 1]];
  if (parts.length === 1) {
    return pattern === text;
  }
  if (text.length < first.length + last.length || !text.startsWith(first) || !text.endsWith(last)) {
    return false;
  }
  let position = first.length;
  for (const part of parts.slice(1, -1)) {
    const found = text.indexOf(part, position);
    if (found < 0 || found + part.length > text.length - last.length) {
      return false;
    }
    position = found + part.length;
  }
  return true;
}
