import { fieldValues } from '../../src/graph';

test('finds a field with its path', () => {
  expect(fieldValues({ domain: { memory: { guest: '2Gi' } } }, ['domain', 'memory', 'guest'])).toEqual([
    { path: 'domain.memory.guest', value: '2Gi' },
  ]);
});

test('finds a field in every item of a list that has it', () => {
  expect(fieldValues({ disks: [{ name: 'root' }, { cache: 'none' }, { name: 'data' }] }, ['disks[]', 'name'])).toEqual([
    { path: 'disks[0].name', value: 'root' },
    { path: 'disks[2].name', value: 'data' },
  ]);
});

test('finds nothing on the way through missing fields and other types', () => {
  expect(fieldValues({}, ['disks[]', 'name'])).toEqual([]);
  expect(fieldValues({ disks: 'root' }, ['disks[]', 'name'])).toEqual([]);
  expect(fieldValues({ disks: ['root', null] }, ['disks[]', 'name'])).toEqual([]);
  expect(fieldValues(undefined, ['name'])).toEqual([]);
});

test('a field that is null is not set', () => {
  expect(fieldValues({ name: null }, ['name'])).toEqual([]);
});
