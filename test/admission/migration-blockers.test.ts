import { ClusterProfile } from 'cdk8s-kubevirt';
import { migrationBlockers } from '../../src/admission';
import { type Manifest, ManifestGraph } from '../../src/graph';

const KUBEVIRT = ClusterProfile.kubevirt('1.8');
const POD_NETWORK = { networks: [{ name: 'default', pod: {} }] };
const MASQUERADE = { interfaces: [{ name: 'default', masquerade: {} }] };

function blockers(spec: object, cluster = KUBEVIRT, ...others: Manifest[]) {
  const vm = { apiVersion: 'kubevirt.io/v1', kind: 'VirtualMachine', metadata: { name: 'web' }, spec: { template: { spec } } };
  const graph = new ManifestGraph([vm, ...others]);
  return migrationBlockers(graph.virtualMachines[0], graph, cluster);
}

test('nothing blocks a VM with masquerade and without claims', () => {
  expect(blockers({ ...POD_NETWORK, domain: { devices: MASQUERADE } })).toEqual([]);
});

test('says what blocks, where, why and what to do', () => {
  const devices = { ...MASQUERADE, hostDevices: [{ name: 'nic', deviceName: 'intel.com/qat' }] };
  expect(blockers({ ...POD_NETWORK, domain: { devices } })).toEqual([
    {
      path: 'spec.template.spec.domain.devices.hostDevices[0]',
      value: { name: 'nic', deviceName: 'intel.com/qat' },
      reason: 'HostDeviceNotLiveMigratable',
      message: 'a device of the host cannot follow the VM to another node',
      remedy: 'Remove it, or set evictionStrategy: LiveMigrateIfPossible or None.',
    },
  ]);
});

test('lists every blocker of a VM, not the first one only', () => {
  const spec = {
    domain: { devices: { gpus: [{ name: 'gpu' }] }, launchSecurity: { snp: {} }, features: { hypervPassthrough: { enabled: true } } },
    volumes: [{ name: 'root', hostDisk: { path: '/disk.img', type: 'Disk' } }],
  };
  expect(blockers(spec).map(({ reason }) => reason)).toEqual([
    'InterfaceNotLiveMigratable',
    'HostDeviceNotLiveMigratable',
    'SEVNotLiveMigratable',
    'HypervPassthroughNotLiveMigratable',
    'DisksNotLiveMigratable',
  ]);
});

test('the implicit network blocks on plain KubeVirt and not on OpenShift', () => {
  expect(blockers({}).map(({ path }) => path)).toEqual(['spec.template.spec.networks']);
  expect(blockers({}, ClusterProfile.openshift('4.20'))).toEqual([]);
});

test('a claim that is not among the manifests is not a blocker', () => {
  const spec = {
    ...POD_NETWORK,
    domain: { devices: MASQUERADE },
    volumes: [{ name: 'root', persistentVolumeClaim: { claimName: 'root' } }],
  };
  const claim = (accessModes: string[]) => ({
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { name: 'root' },
    spec: { accessModes },
  });
  expect(blockers(spec)).toEqual([]);
  expect(blockers(spec, KUBEVIRT, claim(['ReadWriteOncePod'])).map(({ reason }) => reason)).toEqual(['DisksNotLiveMigratable']);
  expect(blockers(spec, KUBEVIRT, claim(['ReadWriteOnce', 'ReadWriteMany']))).toEqual([]);
});

test('a preference may give the interface its binding', () => {
  const vm = {
    apiVersion: 'kubevirt.io/v1',
    kind: 'VirtualMachine',
    spec: {
      preference: { name: 'fedora' },
      template: { spec: { ...POD_NETWORK, domain: { devices: { interfaces: [{ name: 'default' }] } } } },
    },
  };
  const graph = new ManifestGraph([vm]);
  expect(migrationBlockers(graph.virtualMachines[0], graph, KUBEVIRT)).toEqual([]);
});
