import { parseFieldPath } from '../../src/facts';
import { holdsSecret } from '../../src/report';
import { shownFix } from '../../src/report/shown-fix';

/** A finding with a fix that adds a value, in an object of which nobody knows the fields named `other`. */
const fixOf = (path: string, value: unknown) =>
  shownFix({
    fix: { safe: true, operations: [{ op: 'add', path, value }] },
    object: { apiVersion: 'kubevirt.io/v1', kind: 'VirtualMachine', name: 'web' },
    isUnknown: (place: readonly unknown[]) => place.includes('other') || place.some((key) => key === '0'),
  } as any);

test('a fix is shown with what is known', () => {
  expect(fixOf('/spec/volumes/0/name', 'root')).toBeDefined();
  expect(fixOf('/spec/volumes/-', { name: 'root', list: [{ a: 1 }] })).toBeDefined();
});

test('and not with what nobody knows, at any depth and in lists', () => {
  expect(fixOf('/spec/other', 'text')).toBeUndefined();
  expect(fixOf('/spec/volumes/0', { name: 'root', other: { of: 'text' } })).toBeUndefined();
  expect(fixOf('/spec/volumes', [{ name: 'root', other: 1 }])).toBeUndefined();
});

test('an entry of a list stands at an index, and not at a key', () => {
  const seen: unknown[] = [];
  holdsSecret([['a']], { path: parseFieldPath('spec.list'), isUnknown: (path) => seen.push(path[path.length - 1]) < 0 });
  expect(seen).toEqual(['list', 0, 0]);
});
