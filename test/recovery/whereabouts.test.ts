import { FailureClass } from '../../src/facts';
import { node, nodeHealthCheck, openshift, recover, vm } from './world';

const { KUBELET, NODE_DRAIN, NODE_LOSS, ZONE_LOSS } = FailureClass;
const CHECK = nodeHealthCheck('60s', { ...nodeHealthCheck('60s').spec, minHealthy: 0 });
const SPREAD = ['a', 'b'].flatMap((zone) => [
  node(`${zone}0`, { zone, labels: zone === 'a' ? { gpu: 'true' } : {} }),
  node(`${zone}1`, { zone }),
]);
const ROOT = { volumes: [{ name: 'root', persistentVolumeClaim: { claimName: 'root' } }] };
const HOST_DISK = { hostDisk: { path: '/disks/root.img', type: 'Disk' } };

function claim(accessMode: string) {
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { name: 'root', namespace: 'shop' },
    spec: { accessModes: [accessMode], storageClassName: 'fast' },
  };
}

function storageClass(provisioner: string, parameters = {}) {
  return { apiVersion: 'storage.k8s.io/v1', kind: 'StorageClass', metadata: { name: 'fast' }, provisioner, parameters };
}

function volume(key: string, ...values: readonly string[]) {
  const required = { nodeSelectorTerms: [{ matchExpressions: [{ key, operator: 'In', values }] }] };
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolume',
    metadata: { name: 'pv' },
    spec: { claimRef: { namespace: 'shop', name: 'root' }, nodeAffinity: { required } },
  };
}

function affinity(key: string, operator: string, ...values: readonly string[]) {
  const terms = { nodeSelectorTerms: [{ matchExpressions: [{ key, operator, values }] }] };
  return { affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: terms } } };
}

const INSTANCETYPE = {
  apiVersion: 'instancetype.kubevirt.io/v1beta1',
  kind: 'VirtualMachineClusterInstancetype',
  metadata: { name: 'gpu' },
  spec: { cpu: { guest: 1 }, memory: { guest: '4Gi' }, nodeSelector: { gpu: 'true' } },
};
const BY_INSTANCETYPE = { instancetype: { kind: 'VirtualMachineClusterInstancetype', name: 'gpu' } };
const TOPOLOGY = 'topology.kubernetes.io/zone';

test.each([
  ['a label that one node has', NODE_LOSS, [vm({ nodeSelector: { gpu: 'true' } })], 'no-other-node', true],
  ['an affinity that one node meets', NODE_LOSS, [vm(affinity('gpu', 'Exists'))], 'no-other-node', true],
  ['an instance type that selects one node', NODE_LOSS, [vm({}, { spec: BY_INSTANCETYPE }), INSTANCETYPE], 'no-other-node', true],
  ['an affinity to one zone', ZONE_LOSS, [vm(affinity(TOPOLOGY, 'In', 'a'))], 'bound-to-zone', true],
  ['an affinity to one zone, whose other node is left', NODE_LOSS, [vm(affinity(TOPOLOGY, 'In', 'a'))], undefined, undefined],
  ['a volume on a node', NODE_LOSS, [vm(ROOT), volume('kubernetes.io/hostname', 'a0')], 'volume-on-node', true],
  ['a volume in a zone', ZONE_LOSS, [vm(ROOT), volume(TOPOLOGY, 'a')], 'bound-to-zone', true],
  ['a volume in a zone, whose other node is left', NODE_LOSS, [vm(ROOT), volume(TOPOLOGY, 'a')], undefined, undefined],
  ['storage on hosts', NODE_LOSS, [vm(ROOT), claim('ReadWriteOnce'), storageClass('topolvm.io')], 'volume-on-host', false],
  ['storage on hosts', ZONE_LOSS, [vm(ROOT), claim('ReadWriteOnce'), storageClass('topolvm.io')], 'volume-on-host', false],
  [
    'volumes made by hand that several nodes can use',
    NODE_LOSS,
    [vm(ROOT), claim('ReadWriteMany'), storageClass('kubernetes.io/no-provisioner')],
    undefined,
    undefined,
  ],
  ['storage in zones', ZONE_LOSS, [vm(ROOT), claim('ReadWriteOnce'), storageClass('ebs.csi.aws.com')], 'volume-in-zone', false],
  ['storage in zones, one node lost', NODE_LOSS, [vm(ROOT), claim('ReadWriteOnce'), storageClass('ebs.csi.aws.com')], undefined, undefined],
  [
    'storage in several zones',
    ZONE_LOSS,
    [vm(ROOT), claim('ReadWriteOnce'), storageClass('disk.csi.azure.com', { skuName: 'Premium_ZRS' })],
    undefined,
    undefined,
  ],
  ['a file of the host', NODE_LOSS, [vm({ volumes: [{ name: 'root', ...HOST_DISK }] })], 'disk-of-host', false],
  [
    'a file of all hosts',
    NODE_LOSS,
    [vm({ volumes: [{ name: 'root', hostDisk: { ...HOST_DISK.hostDisk, shared: true } }] })],
    undefined,
    undefined,
  ],
  ['a kubelet: its host comes back', KUBELET, [vm({ nodeSelector: { gpu: 'true' } })], undefined, undefined],
] as const)('%s (%s)', (_, failure, documents, id, isCertain) => {
  const { never, outage } = recover(failure, [...documents, CHECK], openshift({ objects: SPREAD }));
  expect(never?.id).toBe(id);
  expect(never?.isCertain).toBe(isCertain);
  expect(outage.worst === undefined).toBe(id !== undefined);
});

test('what keeps a VM is told where nobody knows the nodes, too', () => {
  const local = [vm(ROOT), claim('ReadWriteOnce'), storageClass('topolvm.io'), CHECK];
  expect(recover(NODE_LOSS, local).never?.id).toBe('volume-on-host');
  const zonal = [vm(ROOT), claim('ReadWriteOnce'), storageClass('ebs.csi.aws.com'), CHECK];
  expect(recover(ZONE_LOSS, zonal).never?.id).toBe('volume-in-zone');
  expect(recover(NODE_LOSS, zonal).never).toBeUndefined();
});

test('storage in a zone with one node for the VM', () => {
  const cluster = openshift({ objects: ['a', 'b', 'c'].map((zone) => node(`${zone}0`, { zone })) });
  const { never } = recover(NODE_LOSS, [vm(ROOT), claim('ReadWriteOnce'), storageClass('ebs.csi.aws.com'), CHECK], cluster);
  expect(never).toMatchObject({
    id: 'volume-in-zone',
    because: 'The volume "root" is in one zone, of which a0 is the only node for the VM',
    isCertain: false,
  });
});

test('the only node of a cluster', () => {
  const { never } = recover(NODE_LOSS, [vm(), CHECK], openshift({ objects: [node('only')] }));
  expect(never).toMatchObject({ id: 'no-other-node', because: 'The cluster has no other node for VMs', isCertain: true });
});

test('with the last zone gone nobody is told to let more nodes fail', () => {
  const { never } = recover(ZONE_LOSS, [vm(), nodeHealthCheck('60s')], openshift({ objects: [node('a'), node('b')] }));
  expect(never).toMatchObject({ id: 'only-zone', change: expect.not.stringContaining('minHealthy') });
});

test('of several reasons each is told, with all that it takes', () => {
  const { never } = recover(NODE_LOSS, [vm({ nodeSelector: { gpu: 'true' } })], openshift({ objects: SPREAD }));
  expect(never).toMatchObject({
    id: 'no-fencing',
    because:
      'No health check is known, so nobody makes certain that the node does not run the VM any more. No other node than a0 takes the VM',
    change:
      'A NodeHealthCheck or a MachineHealthCheck for the node, in this app or in the profile, would change it. Another node that it selects and tolerates would change it. It takes all of that.',
    isCertain: true,
  });
});

test('without fencing it is told, too, that the run strategy does not start the VM again', () => {
  const { never } = recover(NODE_LOSS, [vm({}, { spec: { runStrategy: 'Manual' } })]);
  expect(never?.change).toMatch(/^A NodeHealthCheck .* runStrategy: Always would change it\. It takes all of that\.$/);
});

describe('the drain of the only node for a VM', () => {
  const drained = (template: object) =>
    recover(NODE_DRAIN, [vm({ nodeSelector: { gpu: 'true' }, ...template })], openshift({ objects: SPREAD }));

  test('does not end where the VM is to be moved', () => {
    const { down, outage, steps } = drained({ evictionStrategy: 'LiveMigrate' });
    expect(down).toBeUndefined();
    expect(outage).toEqual({ best: 0, worst: 0 });
    expect(steps[0].what).toBe('The drain does not end, and the VM runs on: No other node than a0 takes the VM');
  });

  test.each(['None', 'LiveMigrateIfPossible'])('keeps a VM down that is shut down (%s)', (evictionStrategy) => {
    const interfaces = [{ name: 'default', bridge: {} }];
    const { never } = drained({ evictionStrategy, domain: { devices: { interfaces }, memory: { guest: '8Gi' } } });
    expect(never?.id).toBe('no-other-node');
  });
});
