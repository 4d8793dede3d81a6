import { ManifestGraph } from '../../src/graph';
import { withoutNulls } from '../../src/graph/without-nulls';

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

test('a graph tells which manifest was given for one of its own', () => {
  const exported = { apiVersion: 'v1', kind: 'Service', metadata: { name: 'web', creationTimestamp: null } };
  const written = { apiVersion: 'v1', kind: 'Service', metadata: { name: 'db' } };
  const graph = new ManifestGraph([exported, written]);
  expect(graph.manifests).toEqual([{ apiVersion: 'v1', kind: 'Service', metadata: { name: 'web' } }, written]);
  expect(graph.manifests.map((manifest) => graph.authoredFormOf(manifest))).toEqual([exported, written]);
  expect(graph.authoredFormOf(graph.manifests[0])).toBe(exported);
});
