import { type FieldPath, isSecretPlace, pointerOf, valueAt } from '../../facts';
import { isObject, type Manifest } from '../../graph';
import { type Change, changesBetween } from './changes';

/** A step of a JSON patch (RFC 6902), of those that a patch for others needs. */
export type PatchStep =
  | { readonly op: 'test' | 'add' | 'replace'; readonly path: string; readonly value: unknown }
  | { readonly op: 'remove'; readonly path: string }
  | { readonly op: 'move'; readonly from: string; readonly path: string };

/**
 * The JSON patch that makes one version of a manifest of another. It begins with tests of the entries of lists that it reaches into: they
 * are counted in it, and would be others where the manifest has changed since. What only gets another name is moved, so that its value
 * stands nowhere in the patch.
 */
export function patchBetween(before: Manifest, after: unknown): PatchStep[] {
  const changes = changesBetween(before, after);
  return [...entryTests(before, changes), ...changes.map((change) => stepOf(before, change))];
}

function stepOf(before: Manifest, change: Change): PatchStep {
  const path = pointerOf(change.path);
  switch (change.kind) {
    case 'remove':
      return { op: 'remove', path };
    case 'rename':
      return { op: 'move', from: path, path: pointerOf([...change.path.slice(0, -1), change.name]) };
    case 'insert':
      return { op: 'add', path, value: change.value };
    case 'set':
      return { op: valueAt(before, change.path) === undefined ? 'add' : 'replace', path, value: change.value };
  }
}

function entryTests(before: Manifest, changes: readonly Change[]): PatchStep[] {
  const tests = new Map<string, PatchStep>();
  for (const { kind, path } of changes) {
    path.forEach((step, index) => {
      const isNew = kind === 'insert' && index === path.length - 1;
      const test = typeof step === 'number' && !isNew ? entryTest(before, path.slice(0, index + 1)) : undefined;
      if (test !== undefined) {
        tests.set(test.path, test);
      }
    });
  }
  return [...tests.values()];
}

/** By its name one knows an entry; a text or a number is known by itself. */
function entryTest(before: Manifest, path: FieldPath): PatchStep | undefined {
  const entry = valueAt(before, path);
  const at = isObject(entry) ? [...path, 'name'] : path;
  const value = valueAt(before, at);
  const isKnown = (typeof value === 'string' || typeof value === 'number') && !isSecretPlace(at, before);
  return isKnown ? { op: 'test', path: pointerOf(at), value } : undefined;
}
