import { quoted } from './one-line';

/** The way to a field of a manifest: names of fields and indices of lists. */
export type FieldPath = readonly (string | number)[];

const STEP = /\.?([^.[\]]+)|\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]/y;

/** The text of the path to an entry of a map, with the key quoted as in JSON: `metadata.labels["example.com/tier"]`. */
export function entryPath(path: string, key: string): string {
  return `${path}[${quoted(key)}]`;
}

/** The text of the path to a member of an object: quoted where its name is not made of letters and digits. */
export function memberPath(path: string, name: string): string {
  if (!/^\w+$/.test(name)) {
    return entryPath(path, name);
  }
  return path === '' ? name : `${path}.${name}`;
}

/** The keys and indices of a path in text, such as `spec.volumes[0].name`; what is not written like that is one key. */
export function parseFieldPath(text: string): FieldPath {
  const path: (string | number)[] = [];
  STEP.lastIndex = 0;
  while (STEP.lastIndex < text.length) {
    const position = STEP.lastIndex;
    const step = STEP.exec(text);
    if (step === null) {
      return [...path, text.slice(position)];
    }
    path.push(keyOf(step));
  }
  return path;
}

function keyOf([, name, index, quoted]: RegExpExecArray): string | number {
  return name ?? (index === undefined ? JSON.parse(quoted) : Number(index));
}

const PLAIN_NAME = /^[^.[\]"]+$/;

/** The text of a path, such as `spec.volumes[0].name` or `metadata.labels["example.com/tier"]`. */
export function fieldPathText(path: FieldPath): string {
  return path.map(stepText).join('');
}

function stepText(key: string | number, position: number): string {
  if (typeof key === 'number') {
    return `[${key}]`;
  }
  return PLAIN_NAME.test(key) ? `${position === 0 ? '' : '.'}${key}` : `[${JSON.stringify(key)}]`;
}

/** The JSON pointer (RFC 6901) of a path. */
export function pointerOf(path: FieldPath): string {
  return path.map((key) => `/${String(key).replace(/~/g, '~0').replace(/\//g, '~1')}`).join('');
}

/** Names and indices of a JSON pointer. An index is a text in it: only the document says what is a list. */
export function pointerSteps(pointer: string): readonly string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replace(/~1/g, '/').replace(/~0/g, '~'));
}

/** What stands at a path of a document; undefined: nothing. */
export function valueAt(document: unknown, path: FieldPath): unknown {
  let value: any = document;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) {
      return undefined;
    }
    value = value[key];
  }
  return value;
}
