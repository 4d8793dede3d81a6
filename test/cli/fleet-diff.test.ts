import { call, temporaryFolder } from './harness';

const { path, write } = temporaryFolder();

const vm = (namespace: string, guest: string, extra = '') => `apiVersion: kubevirt.io/v1
kind: VirtualMachine
metadata:
  name: web
  namespace: ${namespace}
spec:
  runStrategy: Always
  template:
    spec:
      domain:
        memory:
          guest: ${guest}
      volumes:
      - name: root
${extra}`;
const named = (kind: string, name: string, namespace: string, more = '') =>
  `---\napiVersion: v1\nkind: ${kind}\nmetadata:\n  name: ${name}\n  namespace: ${namespace}\n${more}`;

test('says what is the same, what differs and what is not everywhere', async () => {
  write({
    'dist/metal/shop.k8s.yaml':
      vm('shop', '8Gi') + named('Service', 'web', 'shop') + named('Secret', 'key', 'shop', 'stringData:\n  password: hunter2-metal\n'),
    'dist/cloud/shop.k8s.yaml':
      vm('shop', '4Gi') + named('Service', 'web', 'shop') + named('Secret', 'key', 'shop', 'stringData:\n  password: hunter2-cloud\n'),
    'dist/plain/a.yaml': vm('shop', '4Gi', '      - name: data\n'),
    'dist/plain/b.yaml':
      named('Service', 'web', 'shop') +
      named('Secret', 'key', 'shop', 'stringData:\n  password: hunter2-cloud\n') +
      named('ConfigMap', 'web', 'shop'),
    'dist/.fleet-x/left.yaml': vm('shop', '1Gi'),
  });
  const { code, out, err } = await call(['fleet', 'diff'], { cwd: path() });
  expect(err).toBe('');
  expect(code).toBe(0);
  expect(out).toBe(`3 clusters: cloud, metal, plain
4 objects: 1 the same on all, 2 with differences, 1 not on all

Differs
  Secret shop/key
    stringData.password
      (redacted)  cloud, plain
      (redacted)  metal
  VirtualMachine shop/web
    spec.template.spec.domain.memory.guest
      "4Gi"  cloud, plain
      "8Gi"  metal
    spec.template.spec.volumes
      [{"name":"root"}]                  cloud, metal
      [{"name":"root"},{"name":"data"}]  plain

Only on
  ConfigMap shop/web: plain
`);
});

test('shows no value in a field that nobody knows, in text and in JSON', async () => {
  const pool = (extra: string) => vm('shop', '4Gi').replace('spec:\n  run', `spec:\n  ${extra}\n  run`);
  write({ 'dist/metal/shop.k8s.yaml': pool('phrase: hunter2-metal'), 'dist/cloud/shop.k8s.yaml': pool('phrase: hunter2-cloud') });
  const { out } = await call(['fleet', 'diff'], { cwd: path() });
  expect(out).toContain(`    spec.phrase
      a text of 13 characters  cloud
      a text of 13 characters  metal
`);
  const { out: json } = await call(['fleet', 'diff', '--format', 'json'], { cwd: path() });
  expect(out + json).not.toContain('hunter2');
});

test('takes an object in another namespace for the same, unless a cluster has two of the name', async () => {
  write({ 'dist/a/x.yaml': vm('shop', '4Gi'), 'dist/b/x.yaml': vm('shop-b', '4Gi'), 'dist/c/x.yaml': vm('shop', '4Gi') });
  expect((await call(['fleet', 'diff', 'dist'], { cwd: path() })).out).toContain(
    'Differs\n  VirtualMachine web\n    metadata.namespace\n      "shop"    a, c\n      "shop-b"  b\n',
  );
  write({ 'dist/b/y.yaml': vm('shop', '4Gi') });
  expect((await call(['fleet', 'diff', 'dist'], { cwd: path() })).out).toBe(
    '3 clusters: a, b, c\n2 objects: 1 the same on all, 0 with differences, 1 not on all\n\nOnly on\n  VirtualMachine shop-b/web: b\n',
  );
});

test('writes JSON, of some clusters', async () => {
  write({ 'dist/a/x.yaml': vm('shop', '4Gi'), 'dist/b/x.yaml': vm('shop', '8Gi'), 'dist/c/x.yaml': named('Secret', 'key', 'shop') });
  const { out } = await call(['fleet', 'diff', 'dist', '--cluster', 'a', '--cluster', 'b', '--format', 'json'], { cwd: path() });
  expect(JSON.parse(out)).toEqual({
    clusters: ['a', 'b'],
    objects: [
      {
        apiGroup: 'kubevirt.io',
        kind: 'VirtualMachine',
        name: 'web',
        namespaces: ['shop'],
        clusters: ['a', 'b'],
        missing: [],
        fields: [
          {
            path: ['spec', 'template', 'spec', 'domain', 'memory', 'guest'],
            manifestPath: 'spec.template.spec.domain.memory.guest',
            values: [
              { shownValue: '"4Gi"', clusters: ['a'] },
              { shownValue: '"8Gi"', clusters: ['b'] },
            ],
          },
        ],
      },
    ],
  });
});

test.each([
  [['nowhere'], 'There is no folder "nowhere". Name the one that a Fleet writes, such as dist.\n'],
  [['dist'], 'Two clusters are needed, and "dist" has 1 folder. Name the folder that a Fleet writes.\n'],
  [['fleet', '--cluster', 'c'], 'Two clusters are needed, and --cluster names c only. Name another one of b, c.\n'],
  [['dist', '--cluster', 'b'], 'There is no folder "b" in "dist". It has a.\n'],
])('refuses %j', async (args, text) => {
  write({ 'dist/a/x.yaml': vm('shop', '4Gi'), 'fleet/b/x.yaml': vm('shop', '4Gi'), 'fleet/c/x.yaml': vm('shop', '4Gi') });
  expect(await call(['fleet', 'diff', ...args], { cwd: path() })).toEqual({ code: 2, out: '', err: text });
});

test('compares nothing where something cannot be read', async () => {
  write({ 'dist/a/x.yaml': vm('shop', '4Gi'), 'dist/b/x.yaml': 'a: [' });
  const { code, out, err } = await call(['fleet', 'diff', 'dist'], { cwd: path() });
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain('Nothing is compared: what cannot be read would be missing.');
});
