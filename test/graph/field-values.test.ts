import { fieldValues } from '../../src/graph';

function found(root: unknown, steps: readonly string[]): { path: string; value: unknown }[] {
  return fieldValues(root, steps).map(({ path, value }) => ({ path, value }));
}

test('finds a field with its path', () => {
  expect(found({ domain: { memory: { guest: '2Gi' } } }, ['domain', 'memory', 'guest'])).toEqual([
    { path: 'domain.memory.guest', value: '2Gi' },
  ]);
});

test('finds a field in every item of a list that has it', () => {
  expect(found({ disks: [{ name: 'root' }, { cache: 'none' }, { name: 'data' }] }, ['disks[]', 'name'])).toEqual([
    { path: 'disks[0].name', value: 'root' },
    { path: 'disks[2].name', value: 'data' },
  ]);
});

test('finds nothing on the way through missing fields and other types', () => {
  expect(found({}, ['disks[]', 'name'])).toEqual([]);
  expect(found({ disks: 'root' }, ['disks[]', 'name'])).toEqual([]);
  expect(found({ disks: ['root', null] }, ['disks[]', 'name'])).toEqual([]);
  expect(found(undefined, ['name'])).toEqual([]);
});

test('a field that is null is not set', () => {
  expect(found({ name: null }, ['name'])).toEqual([]);
});
