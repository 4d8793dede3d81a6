import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { call, temporaryFolder } from './harness';

const DUMPS = join(__dirname, '../profile');
const folder = temporaryFolder();

test.each(['openshift-bare-metal', 'openshift-aws', 'kubernetes'])('profile writes what the cluster %s is', async (name) => {
  const dump = join(DUMPS, name);
  const { code, out } = await call(['profile', dump]);
  expect(code).toBe(0);
  expect(out).toBe(readFileSync(join(dump, 'expected.yaml'), 'utf8'));
});

test('profile writes a file, says what is not known, and audit judges by it', async () => {
  folder.write({
    'dump.yaml': `apiVersion: v1
kind: List
items:
- {apiVersion: kubevirt.io/v1, kind: KubeVirt, metadata: {name: kubevirt, namespace: kubevirt}, status: {observedKubeVirtVersion: v1.8.4}}
- {apiVersion: v1, kind: Node, metadata: {name: node-0, labels: {kubernetes.io/arch: amd64}}}
- {apiVersion: v1, kind: ConfigMap, metadata: {name: other, namespace: shop}}
- {apiVersion: storage.k8s.io/v1, kind: StorageClass, metadata: {name: local, annotations: {storageclass.kubernetes.io/is-default-class: "true"}}}
- {apiVersion: cdi.kubevirt.io/v1beta1, kind: StorageProfile, metadata: {name: local}, status: {claimPropertySets: [{accessModes: [ReadWriteOnce]}]}}
`,
    'vm.yaml': `apiVersion: kubevirt.io/v1
kind: VirtualMachine
metadata: {name: web, namespace: shop}
spec:
  runStrategy: Always
  dataVolumeTemplates:
  - metadata: {name: web-root}
    spec: {source: {blank: {}}, storage: {resources: {requests: {storage: 30Gi}}}}
  template:
    spec:
      evictionStrategy: LiveMigrate
      domain: {memory: {guest: 4Gi}, devices: {disks: [{name: root}], interfaces: [{name: default, masquerade: {}}]}}
      networks: [{name: default, pod: {}}]
      volumes: [{name: root, dataVolume: {name: web-root}}]
`,
  });
  const cwd = folder.path();
  expect(await call(['profile', 'dump.yaml', '--output', 'cluster.yaml'], { cwd })).toEqual({
    code: 0,
    out: '',
    err: `cluster.yaml: 4 of 5 objects say what the cluster is. Not known:
  - which priorities there are (no PriorityClass.scheduling.k8s.io in the dump)
  - the labels of namespaces, such as their Pod Security level and their network (no Namespace in the dump)
  - the release of CDI (no CDI.cdi.kubevirt.io in the dump)
  - how much of a volume its file system takes (no CDIConfig.cdi.kubevirt.io in the dump)
  - what the pods take of each node (no Pod in the dump)
`,
  });
  expect((await call(['audit', 'vm.yaml', '--cluster', 'kubevirt:1.8'], { cwd })).code).toBe(0);
  const audit = await call(['audit', 'vm.yaml', '--cluster', 'cluster.yaml'], { cwd });
  expect(audit.code).toBe(1);
  expect(audit.out).toContain('live-migrate-blocked');
});

test('profile writes nothing when part of a dump cannot be read', async () => {
  folder.write({ 'node.yaml': 'apiVersion: v1\nkind: Node\n', 'broken.yaml': 'kind: [\n' });
  const { code, out, err } = await call(['profile', '.', '-o', 'cluster.yaml'], { cwd: folder.path() });
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toMatch(/^broken\.yaml:\d+:\d+: .*\nNo profile was written: what cannot be read would be missing\.\n$/);
  expect(() => readFileSync(join(folder.path(), 'cluster.yaml'))).toThrow('ENOENT');
});
