import { withoutNulls } from '../../src/graph';

test('a field that is null counts as left out', () => {
  expect(withoutNulls({ spec: { running: null, template: { metadata: { creationTimestamp: null } } } })).toEqual({
    spec: { template: { metadata: {} } },
  });
});

test('a null in a list stays, and its fields are looked at', () => {
  expect(withoutNulls({ disks: [null, { name: 'root', bootOrder: null }] })).toEqual({ disks: [null, { name: 'root' }] });
});

test('a value without nulls is returned as it is', () => {
  const value = { spec: { list: [1, 'two', { three: false }] } };
  expect(withoutNulls(value)).toBe(value);
});
