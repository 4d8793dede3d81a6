import type { Arguments } from '../../errors';
import { memberPath } from '../../facts';

/** Deeper data is of nobody's making, and a loop has no end; PyYAML gives up at some five hundred levels. */
const MOST_LEVELS = 100;
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
const NUL = /\0/;

/** The one member whose text may have NUL: that of a file. Nothing else in Linux, neither a path nor a command, takes it. */
const FILE_CONTENT = 'content';

/** Refuses what no cloud-config can carry, or what would arrive as something else. */
export function checkGuestData(args: Arguments, argument: string, data: unknown, name = argument, level = 0): void {
  if (typeof data === 'string') {
    checkText(args, argument, data, name === FILE_CONTENT);
  } else if (typeof data === 'object' && data !== null) {
    checkObject(args, argument, data, level);
  } else if (typeof data === 'number' ? !Number.isFinite(data) : !['boolean', 'undefined', 'object'].includes(typeof data)) {
    refuseKind(args, argument, typeof data === 'number' ? String(data) : `a ${typeof data}`);
  }
}

/** Refuses a text that cannot be written: in UTF-8 there is no half of a pair of surrogates. */
export function checkUnicode(args: Arguments, argument: string, text: string): void {
  const rule = 'is half of a surrogate pair, and no character';
  refuseCharacter(args, argument, text, LONE_SURROGATE, rule, 'Remove it; bytes that are no text go into a file in base64.');
}

function checkText(args: Arguments, argument: string, text: string, mayHaveNul: boolean): void {
  checkUnicode(args, argument, text);
  if (!mayHaveNul) {
    refuseCharacter(args, argument, text, NUL, 'ends a text in Linux, and only the content of a file may have it', 'Remove it.');
  }
}

function refuseCharacter(args: Arguments, argument: string, text: string, character: RegExp, rule: string, remedy: string): void {
  const position = text.search(character);
  if (position !== -1) {
    const code = text.charCodeAt(position).toString(16).toUpperCase().padStart(4, '0');
    const size = `a text of ${text.length} ${text.length === 1 ? 'character' : 'characters'}`;
    args.refuse('guest-text-invalid', argument, size, `U+${code} at position ${position} ${rule}`, remedy);
  }
}

function checkObject(args: Arguments, argument: string, data: object, level: number): void {
  if (level > MOST_LEVELS) {
    const rule = `it is nested more than ${MOST_LEVELS} levels deep, or contains itself`;
    args.refuse('guest-data-invalid', argument, 'an object', rule, 'Pass less deeply nested data.');
  }
  const { toJSON } = data as { toJSON?: unknown };
  if (typeof toJSON === 'function') {
    checkGuestData(args, argument, toJSON.call(data), argument, level + 1);
  } else if (Array.isArray(data)) {
    data.forEach((item, index) => {
      checkGuestData(args, `${argument}[${index}]`, item, '', level + 1);
    });
  } else {
    checkMembers(args, argument, data, level);
  }
}

function checkMembers(args: Arguments, argument: string, data: object, level: number): void {
  const prototype = Object.getPrototypeOf(data);
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) {
    refuseKind(args, argument, `a ${data.constructor?.name ?? 'class'}`);
  }
  for (const [key, value] of Object.entries(data)) {
    const path = memberPath(argument, key);
    checkText(args, `the key of ${path}`, key, false);
    checkGuestData(args, path, value, key, level + 1);
  }
}

function refuseKind(args: Arguments, argument: string, kind: string): never {
  const rule = 'a cloud-config has texts, finite numbers, booleans, null, lists and maps';
  return args.refuse('guest-data-invalid', argument, kind, rule, 'Pass one of these.');
}
