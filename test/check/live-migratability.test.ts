import { ApiObject, App, Chart, JsonPatch, Lazy, Size, Testing } from 'cdk8s';
import {
  ClusterProfile,
  DataVolume,
  DataVolumeSource,
  Disk,
  HighlyAvailableVM,
  NetworkInterface,
  VirtualMachine,
  VirtualMachinePool,
  VirtualMachineWorkload,
} from 'cdk8s-kubevirt';
import { PersistentVolumeAccessMode, PersistentVolumeClaim } from 'cdk8s-plus-27';
import { liveMigratabilities } from '../../src/check/live-migratability';
import { thrownBy } from '../support/thrown';

/** A VM as an author writes it, reduced to what migration looks at. */
interface Case {
  readonly cluster?: ClusterProfile;
  readonly vm?: object;
  readonly metadata?: object;
  readonly instance?: object;
  readonly domain?: object;
  readonly devices?: object;
  readonly others?: { apiVersion: string; kind: string; metadata: { name: string }; spec: object }[];
}

const KUBEVIRT_1_5 = ClusterProfile.kubevirt('1.5');
const KUBEVIRT_1_8 = ClusterProfile.kubevirt('1.8');
const KUBEVIRT_1_9 = ClusterProfile.kubevirt('1.9');
const POD_NETWORK = { networks: [{ name: 'default', pod: {} }] };
const INTERFACE = 'spec.template.spec.domain.devices.interfaces[0]';
const HOST_MODEL =
  'KubeVirt knows the CPU model of the nodes, and another node has the features of the first: the guest sees the model of its node.';

function verdict({ cluster = KUBEVIRT_1_8, vm, metadata, instance, domain, devices, others = [] }: Case) {
  const chart = new Chart(new App(), 'shop');
  cluster.applyTo(chart);
  for (const object of others) {
    new ApiObject(chart, object.kind, object);
  }
  const masquerade = { interfaces: [{ name: 'default', masquerade: {} }] };
  const spec = { ...POD_NETWORK, ...instance, domain: { ...domain, devices: { ...masquerade, ...devices } } };
  const apiObject = new ApiObject(chart, 'vm', {
    apiVersion: 'kubevirt.io/v1',
    kind: 'VirtualMachine',
    metadata: { name: 'web' },
    spec: { runStrategy: 'Always', ...vm, template: { metadata, spec } },
  });
  return liveMigratabilities([apiObject])[0];
}

function blocked(spec: Case): string[] {
  return (verdict(spec)?.blockers ?? []).map(({ reason, manifestPath }) => `${reason} ${manifestPath}`);
}

function claim(accessModes: string[], kind = 'PersistentVolumeClaim') {
  const storage = { resources: { requests: { storage: '1Gi' } } };
  return kind === 'DataVolume'
    ? {
        apiVersion: 'cdi.kubevirt.io/v1beta1',
        kind,
        metadata: { name: 'data' },
        spec: { source: { blank: {} }, storage: { ...storage, accessModes } },
      }
    : { apiVersion: 'v1', kind, metadata: { name: 'data' }, spec: { ...storage, accessModes } };
}

function kubevirt(configuration: object) {
  return { apiVersion: 'kubevirt.io/v1', kind: 'KubeVirt', metadata: { name: 'kubevirt' }, spec: { configuration } };
}

function instancetype(spec: object) {
  const kind = 'VirtualMachineClusterInstancetype';
  return { apiVersion: 'instancetype.kubevirt.io/v1beta1', kind, metadata: { name: 'large' }, spec };
}

const bound = (binding: object) => ({ devices: { interfaces: [{ name: 'default', ...binding }] } });
const volume = (source: object) => ({ instance: { ...POD_NETWORK, volumes: [{ name: 'data', ...source }] } });
const CLAIM = volume({ persistentVolumeClaim: { claimName: 'data' } });
const TEMPLATE = (storage: object) => ({
  ...volume({ dataVolume: { name: 'data' } }),
  vm: { dataVolumeTemplates: [{ metadata: { name: 'data' }, spec: { source: { blank: {} }, storage } }] },
});
const ALLOW_BRIDGE = { annotations: { 'kubevirt.io/allow-pod-bridge-network-live-migration': '' } };
const ONE_GPU = { devices: { gpus: [{ name: 'gpu', deviceName: 'nvidia.com/GRID' }] } };
const RESERVATION = { devices: { disks: [{ name: 'data', lun: { bus: 'scsi', reservation: true } }] } };

describe('blocks', () => {
  test.each<[string, Case, string[]]>([
    ['a bridge on the pod network', bound({ bridge: {} }), [`InterfaceNotLiveMigratable ${INTERFACE}.bridge`]],
    ['SR-IOV on the pod network', bound({ sriov: {} }), [`InterfaceNotLiveMigratable ${INTERFACE}.sriov`]],
    ['slirp on the pod network', bound({ slirp: {} }), [`InterfaceNotLiveMigratable ${INTERFACE}.slirp`]],
    ['an interface of the pod network without a binding', bound({}), [`InterfaceNotLiveMigratable ${INTERFACE}.masquerade`]],
    [
      'the network that plain KubeVirt adds by itself',
      { instance: { networks: [] }, devices: { interfaces: [] } },
      ['InterfaceNotLiveMigratable spec.template.spec.networks'],
    ],
    [
      'the network that OpenShift adds when its default is changed to bridge',
      {
        cluster: ClusterProfile.openshift('4.22'),
        instance: { networks: [] },
        devices: { interfaces: [] },
        others: [kubevirt({ network: { defaultNetworkInterface: 'bridge' } })],
      },
      ['InterfaceNotLiveMigratable spec.template.spec.networks'],
    ],
    [
      'a binding plugin for which the KubeVirt object declares no migration',
      { ...bound({ binding: { name: 'udn' } }), others: [kubevirt({ network: { binding: { udn: {} } } })] },
      [`InterfaceNotLiveMigratable ${INTERFACE}.binding.name`],
    ],
    [
      'SR-IOV on the pod network, whatever the annotation for bridges says',
      { ...bound({ sriov: {} }), metadata: ALLOW_BRIDGE },
      [`InterfaceNotLiveMigratable ${INTERFACE}.sriov`],
    ],
    [
      'a device of the host',
      { devices: { hostDevices: [{ name: 'nic', deviceName: 'intel.com/qat' }] } },
      ['HostDeviceNotLiveMigratable spec.template.spec.domain.devices.hostDevices[0]'],
    ],
    ['a GPU', ONE_GPU, ['HostDeviceNotLiveMigratable spec.template.spec.domain.devices.gpus[0]']],
    [
      'two GPUs in 1.9',
      { cluster: KUBEVIRT_1_9, devices: { gpus: [{ name: 'a' }, { name: 'b' }] } },
      [
        'HostDeviceNotLiveMigratable spec.template.spec.domain.devices.gpus[0]',
        'HostDeviceNotLiveMigratable spec.template.spec.domain.devices.gpus[1]',
      ],
    ],
    [
      'one GPU in 1.9 where the gate for virtual GPUs is off',
      { ...ONE_GPU, cluster: KUBEVIRT_1_9, others: [kubevirt({ developerConfiguration: { featureGates: [] } })] },
      ['HostDeviceNotLiveMigratable spec.template.spec.domain.devices.gpus[0]'],
    ],
    [
      'an instancetype with a GPU',
      { vm: { instancetype: { name: 'large' } }, others: [instancetype({ gpus: [{ name: 'gpu' }] })] },
      ['HostDeviceNotLiveMigratable spec.instancetype.name'],
    ],
    [
      'a confidential instancetype',
      { vm: { instancetype: { name: 'large' } }, others: [instancetype({ launchSecurity: { sev: {} } })] },
      ['SEVNotLiveMigratable spec.instancetype.name'],
    ],
    ['SEV', { domain: { launchSecurity: { sev: {} } } }, ['SEVNotLiveMigratable spec.template.spec.domain.launchSecurity']],
    ['SEV-SNP', { domain: { launchSecurity: { snp: {} } } }, ['SEVNotLiveMigratable spec.template.spec.domain.launchSecurity']],
    ['TDX', { domain: { launchSecurity: { tdx: {} } } }, ['TDXNotLiveMigratable spec.template.spec.domain.launchSecurity']],
    [
      'secure execution on s390x',
      { domain: { launchSecurity: {} }, instance: { ...POD_NETWORK, architecture: 's390x' } },
      ['SecureExecutionNotLiveMigratable spec.template.spec.domain.launchSecurity'],
    ],
    [
      'a persistent reservation before 1.9',
      RESERVATION,
      ['PersistentReservationNotLiveMigratable spec.template.spec.domain.devices.disks[0].lun.reservation'],
    ],
    [
      'Hyper-V features passed through',
      { domain: { features: { hypervPassthrough: { enabled: true } } } },
      ['HypervPassthroughNotLiveMigratable spec.template.spec.domain.features.hypervPassthrough.enabled'],
    ],
    [
      'a ReadWriteOnce claim',
      { ...CLAIM, others: [claim(['ReadWriteOnce'])] },
      ['DisksNotLiveMigratable spec.template.spec.volumes[0].persistentVolumeClaim.claimName'],
    ],
    [
      'a ReadOnlyMany claim',
      { ...CLAIM, others: [claim(['ReadOnlyMany'])] },
      ['DisksNotLiveMigratable spec.template.spec.volumes[0].persistentVolumeClaim.claimName'],
    ],
    [
      'a ReadWriteOncePod claim',
      { ...CLAIM, others: [claim(['ReadWriteOncePod'])] },
      ['DisksNotLiveMigratable spec.template.spec.volumes[0].persistentVolumeClaim.claimName'],
    ],
    [
      'a ReadWriteOnce DataVolume of its own',
      { ...volume({ dataVolume: { name: 'data' } }), others: [claim(['ReadWriteOnce'], 'DataVolume')] },
      ['DisksNotLiveMigratable spec.template.spec.volumes[0].dataVolume.name'],
    ],
    [
      'a ReadWriteOnce DataVolume template',
      TEMPLATE({ accessModes: ['ReadWriteOnce'] }),
      ['DisksNotLiveMigratable spec.dataVolumeTemplates[0].spec.storage.accessModes'],
    ],
    [
      'a ReadWriteOnce claim that the guest mounts through virtiofs',
      {
        ...CLAIM,
        devices: { filesystems: [{ name: 'data', virtiofs: {} }] },
        others: [claim(['ReadWriteOnce'])],
      },
      ['DisksNotLiveMigratable spec.template.spec.volumes[0].persistentVolumeClaim.claimName'],
    ],
    [
      'a disk image of one host',
      volume({ hostDisk: { path: '/data.img', type: 'Disk' } }),
      ['DisksNotLiveMigratable spec.template.spec.volumes[0].hostDisk'],
    ],
    [
      'several things at once, in the order in which KubeVirt tests them',
      { ...bound({ bridge: {} }), ...volume({ hostDisk: { path: '/data.img', type: 'Disk', shared: false } }) },
      [`InterfaceNotLiveMigratable ${INTERFACE}.bridge`, 'DisksNotLiveMigratable spec.template.spec.volumes[0].hostDisk'],
    ],
    [
      'several things at once in 1.5, which tests disks first',
      { ...bound({ bridge: {} }), ...volume({ hostDisk: { path: '/data.img', type: 'Disk' } }), cluster: KUBEVIRT_1_5 },
      ['DisksNotLiveMigratable spec.template.spec.volumes[0].hostDisk', `InterfaceNotLiveMigratable ${INTERFACE}.bridge`],
    ],
  ])('%s', (_name, spec, expected) => {
    expect(blocked(spec)).toEqual(expected);
  });
});

describe('does not block', () => {
  test.each<[string, Case]>([
    ['masquerade on the pod network', {}],
    ['passt on the pod network', bound({ passtBinding: {} })],
    [
      'a binding plugin with a migration',
      { ...bound({ binding: { name: 'udn' } }), others: [kubevirt({ network: { binding: { udn: { migration: {} } } } })] },
    ],
    ['a binding plugin of which nothing is known', bound({ binding: { name: 'udn' } })],
    ['a bridge on the pod network that the annotation allows', { ...bound({ bridge: {} }), metadata: ALLOW_BRIDGE }],
    [
      'secondary networks of any kind',
      {
        instance: {
          networks: [
            { name: 'default', pod: {} },
            { name: 'a', multus: { networkName: 'a' } },
            { name: 'b', multus: { networkName: 'b' } },
          ],
        },
        devices: {
          interfaces: [
            { name: 'default', masquerade: {} },
            { name: 'a', bridge: {} },
            { name: 'b', sriov: {} },
          ],
        },
      },
    ],
    [
      'a VM without the pod network',
      {
        instance: { networks: [{ name: 'a', multus: { networkName: 'a' } }] },
        devices: { interfaces: [{ name: 'a', bridge: {} }] },
      },
    ],
    ['a VM without any network', { instance: { networks: [] }, devices: { interfaces: [], autoattachPodInterface: false } }],
    [
      'the network that OpenShift adds by itself',
      { cluster: ClusterProfile.openshift('4.22'), instance: { networks: [] }, devices: { interfaces: [] } },
    ],
    ['one GPU in 1.9, which may be a virtual one', { ...ONE_GPU, cluster: KUBEVIRT_1_9 }],
    [
      'one GPU in 1.9 where the gate for virtual GPUs is on',
      { ...ONE_GPU, cluster: KUBEVIRT_1_9, others: [kubevirt({ developerConfiguration: { featureGates: ['VGPULiveMigration'] } })] },
    ],
    ['a persistent reservation in 1.9', { ...RESERVATION, cluster: KUBEVIRT_1_9 }],
    ['TDX in 1.5, which does not test it', { domain: { launchSecurity: { tdx: {} } }, cluster: KUBEVIRT_1_5 }],
    [
      'secure execution in 1.5, which does not test it',
      { domain: { launchSecurity: {} }, instance: { ...POD_NETWORK, architecture: 's390x' }, cluster: KUBEVIRT_1_5 },
    ],
    ['Hyper-V features passed through when it is off', { domain: { features: { hypervPassthrough: { enabled: false } } } }],
    [
      'Hyper-V reenlightenment where the nodes expose their frequency',
      { domain: { features: { hyperv: { reenlightenment: { enabled: true } } } } },
    ],
    ['the CPU model host-passthrough', { domain: { cpu: { model: 'host-passthrough' } } }],
    [
      'dedicated CPUs, huge pages, NUMA and realtime',
      {
        domain: {
          cpu: { dedicatedCpuPlacement: true, numa: { guestMappingPassthrough: {} }, realtime: {} },
          memory: { hugepages: { pageSize: '2Mi' } },
        },
      },
    ],
    [
      'a persistent TPM and persistent EFI variables',
      {
        domain: { firmware: { bootloader: { efi: { persistent: true } } } },
        devices: { tpm: { persistent: true } },
      },
    ],
    ['a ReadWriteMany claim', { ...CLAIM, others: [claim(['ReadWriteOnce', 'ReadWriteMany'])] }],
    [
      'a ReadWriteMany DataVolume of its own',
      { ...volume({ dataVolume: { name: 'data' } }), others: [claim(['ReadWriteMany'], 'DataVolume')] },
    ],
    ['a ReadWriteMany DataVolume template', TEMPLATE({ accessModes: ['ReadWriteMany'] })],
    ['a DataVolume template whose access mode the StorageProfile decides', TEMPLATE({ storageClassName: 'ceph' })],
    ['a claim that is not in the app', CLAIM],
    ['a disk image that all hosts share', volume({ hostDisk: { path: '/data.img', type: 'Disk', shared: true } })],
    ['a container disk', volume({ containerDisk: { image: 'quay.io/containerdisks/fedora:43' } })],
    ['cloud-init', volume({ cloudInitNoCloud: { userData: '#cloud-config' } })],
    ['a ConfigMap', volume({ configMap: { name: 'settings' } })],
    ['a Secret', volume({ secret: { secretName: 'settings' } })],
    ['a service account', volume({ serviceAccount: { serviceAccountName: 'web' } })],
    ['the downward API', volume({ downwardAPI: { fields: [] } })],
    ['sysprep', volume({ sysprep: { secret: { name: 'unattend' } } })],
    ['an empty disk', volume({ emptyDisk: { capacity: '1Gi' } })],
    [
      'an ephemeral disk on a ReadWriteOnce claim',
      { ...volume({ ephemeral: { persistentVolumeClaim: { claimName: 'data' } } }), others: [claim(['ReadWriteOnce'])] },
    ],
    [
      'a ConfigMap that the guest mounts through virtiofs',
      { ...volume({ configMap: { name: 'settings' } }), devices: { filesystems: [{ name: 'data', virtiofs: {} }] } },
    ],
    ['an instancetype without devices', { vm: { instancetype: { name: 'large' } }, others: [instancetype({ cpu: { guest: 2 } })] }],
  ])('%s', (_name, spec) => {
    expect(verdict(spec)).toMatchObject({ migratable: true, blockers: [] });
  });
});

describe('assumes', () => {
  test.each<[string, Case, string[]]>([
    ['what the default CPU model needs', {}, [HOST_MODEL]],
    [
      'the same CPU for host-passthrough',
      { domain: { cpu: { model: 'host-passthrough' } } },
      ['Another node has the same CPU: the guest sees that of its node.'],
    ],
    [
      'the CPU model that is named',
      { domain: { cpu: { model: 'Cascadelake-Server' } } },
      ['Another node has the CPU model "Cascadelake-Server".'],
    ],
    [
      'the access mode of a claim that is not in the app',
      CLAIM,
      [HOST_MODEL, 'The claim "data" of the volume "data" is ReadWriteMany: it is not in this app.'],
    ],
    [
      'what the StorageProfile of the class decides',
      TEMPLATE({ storageClassName: 'ceph' }),
      [HOST_MODEL, 'The StorageProfile of the storage class "ceph" makes the volume "data" ReadWriteMany: its accessModes are not set.'],
    ],
    [
      'what the StorageProfile of the default class decides',
      TEMPLATE({}),
      [
        HOST_MODEL,
        'The StorageProfile of the storage class that the cluster chooses makes the volume "data" ReadWriteMany: its accessModes are not set.',
      ],
    ],
    [
      'the migration of a binding plugin',
      bound({ binding: { name: 'udn' } }),
      ['The KubeVirt object declares a migration for the binding plugin "udn".', HOST_MODEL],
    ],
    [
      'the default binding of OpenShift',
      { cluster: ClusterProfile.openshift('4.22'), instance: { networks: [] }, devices: { interfaces: [] } },
      [
        'The cluster binds the pod network with masquerade where a VM says nothing, as OpenShift Virtualization does by default.',
        HOST_MODEL,
      ],
    ],
    [
      'the binding that a preference brings',
      { ...bound({}), vm: { preference: { name: 'fedora' } } },
      ['The preference binds the pod network with masquerade.', HOST_MODEL],
    ],
    [
      'what an instancetype that is not in the app brings',
      { vm: { instancetype: { name: 'u1.large' } } },
      ['The instancetype "u1.large" brings neither a device of the host nor launch security: it is not in this app.', HOST_MODEL],
    ],
    [
      'what an instancetype brings that the volume tells',
      { vm: { instancetype: { inferFromVolume: 'root' } } },
      [
        'The instancetype inferred from the volume "root" brings neither a device of the host nor launch security: it is not in this app.',
        HOST_MODEL,
      ],
    ],
    [
      'that a GPU is a virtual one and its gate is on',
      { ...ONE_GPU, cluster: KUBEVIRT_1_9 },
      [HOST_MODEL, 'The GPU is a mediated virtual one, and the feature gate VGPULiveMigration is on.'],
    ],
    [
      'the frequency of the time stamp counter',
      { domain: { features: { hyperv: { reenlightenment: { enabled: true } } } } },
      [HOST_MODEL, 'The nodes expose the frequency of their time stamp counter, which features.hyperv.reenlightenment needs.'],
    ],
    [
      'a second node that matches',
      { instance: { ...POD_NETWORK, nodeSelector: { 'kubernetes.io/hostname': 'a' } } },
      [HOST_MODEL, 'Another node matches the nodeSelector and the node affinity, and has room.'],
    ],
    [
      'a node without the pods that the VM must be apart from',
      {
        instance: {
          ...POD_NETWORK,
          affinity: { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: 'kubernetes.io/hostname' }] } },
        },
      },
      [HOST_MODEL, 'A node is left where none of the pods runs that the VM must be apart from.'],
    ],
  ])('%s', (_name, spec, expected) => {
    expect(verdict(spec)?.assumptions).toEqual(expected);
  });
});

describe('a VM tells its own verdict', () => {
  test('about the volumes of the app that it uses', () => {
    const chart = new Chart(new App(), 'shop');
    const pvc = new PersistentVolumeClaim(chart, 'pvc', {
      metadata: { name: 'data' },
      accessModes: [PersistentVolumeAccessMode.READ_WRITE_ONCE],
      storage: Size.gibibytes(1),
    });
    const dataVolume = new DataVolume(chart, 'dv', {
      source: DataVolumeSource.blank(),
      size: Size.gibibytes(1),
      accessMode: PersistentVolumeAccessMode.READ_WRITE_MANY,
    });
    const vm = new VirtualMachine(chart, 'vm', {
      interfaces: [NetworkInterface.masquerade()],
      disks: [Disk.fromDataVolume('root', { dataVolume }), Disk.fromPersistentVolumeClaim('data', { claim: pvc })],
    });
    expect(vm.liveMigratability()).toEqual({
      migratable: false,
      blockers: [
        {
          reason: 'DisksNotLiveMigratable',
          manifestPath: 'spec.template.spec.volumes[1].persistentVolumeClaim.claimName',
          message: 'the volume "data" has ReadWriteOnce only, and both nodes of a migration need to write it',
          remedy: 'Use accessModes: [ReadWriteMany] with a storage class that provides it, preferably with volumeMode: Block.',
        },
      ],
      assumptions: [HOST_MODEL],
    });
  });

  test('as it is after JSON patches', () => {
    const vm = new HighlyAvailableVM(new Chart(new App(), 'shop'), 'vm', { memory: Size.gibibytes(1) });
    expect(vm.liveMigratability().migratable).toBe(true);
    ApiObject.of(vm).addJsonPatch(JsonPatch.replace('/spec/template/spec/domain/devices/interfaces/0', { name: 'default', bridge: {} }));
    expect(vm.liveMigratability().migratable).toBe(false);
  });

  test('unless a patch has made something else of it', () => {
    const vm = new VirtualMachine(new Chart(new App(), 'shop'), 'vm');
    ApiObject.of(vm).addJsonPatch(JsonPatch.replace('/kind', 'ConfigMap'));
    expect(thrownBy(() => vm.liveMigratability())).toBe(
      '[shop/vm] vm is no virtual machine: a JSON patch has changed kind or apiVersion, and there is no VM to judge. Leave them alone. (kind-patched)',
    );
  });
});

describe('of several VMs', () => {
  const memory = Size.gibibytes(1);

  test('renders the app once, and never answers from memory', () => {
    const chart = new Chart(Testing.app(), 'shop');
    const rendered = jest.fn(() => ({}));
    new ApiObject(chart, 'counted', { apiVersion: 'v1', kind: 'ConfigMap', data: Lazy.any({ produce: rendered }) });
    const vms = Array.from({ length: 20 }, (_, index) => new HighlyAvailableVM(chart, `vm-${index}`, { memory }));
    const pool = new VirtualMachinePool(new Chart(Testing.app(), 'other'), 'pool', { memory });
    const migratable = () => VirtualMachineWorkload.liveMigratabilityOf([...vms, pool]).map((verdict) => verdict.migratable);
    expect(migratable()).toEqual(Array(21).fill(true));
    expect(rendered).toHaveBeenCalledTimes(1);
    ApiObject.of(vms[3]).addJsonPatch(
      JsonPatch.replace('/spec/template/spec/domain/devices/interfaces/0', { name: 'default', bridge: {} }),
    );
    expect(migratable()).toEqual(Array.from({ length: 21 }, (_, index) => index !== 3));
    expect([vms[3].liveMigratability().migratable, vms[4].liveMigratability().migratable]).toEqual([false, true]);
  });

  test('names the object that keeps the app from being judged', () => {
    const chart = new Chart(Testing.app(), 'shop');
    const vm = new HighlyAvailableVM(chart, 'vm', { memory });
    const unknown = () => {
      throw new Error('the name is not known yet.');
    };
    new ApiObject(chart, 'late', { apiVersion: 'v1', kind: 'ConfigMap', data: Lazy.any({ produce: unknown }) });
    expect(thrownBy(() => vm.liveMigratability())).toBe(
      '[shop/late] manifest is missing: the manifest cannot be rendered: Error: the name is not known yet, and no VM of its app can be judged without it. Correct the value that this is about. (app-not-rendered)',
    );
  });

  test('names the neighbour whose JSON patch cannot be applied', () => {
    const chart = new Chart(Testing.app(), 'shop');
    const [vm, neighbour] = ['vm', 'neighbour'].map((id) => new HighlyAvailableVM(chart, id, { memory }));
    ApiObject.of(neighbour).addJsonPatch(JsonPatch.add('/spec/nothing/here', 1));
    expect(thrownBy(() => vm.liveMigratability())).toMatch(/^\[shop\/neighbour\] .*add \/spec\/nothing\/here.* \(app-not-rendered\)$/);
  });
});
