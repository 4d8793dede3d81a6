import { pointerSteps } from './field-path';

/** A step of a JSON patch (RFC 6902), of those that change a document. */
export interface PatchOperation {
  readonly op: 'add' | 'remove' | 'replace';
  /** JSON pointer (RFC 6901) to the field. */
  readonly path: string;
  readonly value?: unknown;
}

/** A copy of a document with the steps of a patch done; undefined: it has no place for one of them. */
export function patched(document: unknown, operations: readonly PatchOperation[]): unknown {
  const root = { document: copyOf(document) };
  const isDone = operations.every((operation) => isApplied(root, operation));
  return isDone ? root.document : undefined;
}

function copyOf(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}

function isApplied(root: object, { op, path, value }: PatchOperation): boolean {
  const steps = ['document', ...pointerSteps(path)];
  const last = steps[steps.length - 1];
  let holder: any = root;
  for (const step of steps.slice(0, -1)) {
    holder = isHolder(holder) && Object.hasOwn(holder, step) ? holder[step as keyof typeof holder] : undefined;
  }
  if (!isHolder(holder)) {
    return false;
  }
  return Array.isArray(holder) ? isAppliedToList(holder, op, last, copyOf(value)) : isAppliedToMapping(holder, op, last, copyOf(value));
}

function isHolder(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function isAppliedToList(list: unknown[], op: PatchOperation['op'], step: string, value: unknown): boolean {
  const index = step === '-' && op === 'add' ? list.length : Number(step);
  const isPlace = /^(0|[1-9]\d*|-)$/.test(step) && index < list.length + (op === 'add' ? 1 : 0);
  if (isPlace) {
    list.splice(index, op === 'add' ? 0 : 1, ...(op === 'remove' ? [] : [value]));
  }
  return isPlace;
}

function isAppliedToMapping(mapping: object, op: PatchOperation['op'], key: string, value: unknown): boolean {
  if (op !== 'add' && !Object.hasOwn(mapping, key)) {
    return false;
  }
  if (op === 'remove') {
    return Reflect.deleteProperty(mapping, key);
  }
  return Reflect.defineProperty(mapping, key, { value, configurable: true, enumerable: true, writable: true });
}
