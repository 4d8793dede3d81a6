import { RUN_STRATEGIES } from '../facts';
import { isObject, objectsOf, type VirtualMachineView } from '../graph';
import { type ClosedField, type ClosedFieldFault, type ClosedFieldSearch, ClosedFieldTree, ELEMENTS } from './closed-field-tree';
import { Stage } from './stage';

const WATCHDOG_ACTIONS = ['poweroff', 'reset', 'shutdown'];
const FAILURE_POLICIES = ['Ignore', 'Reject'];
const PULL_POLICIES = ['Always', 'IfNotPresent', 'Never'];
const VOLUME_MODES = ['Block', 'Filesystem', 'FromStorageProfile'];
const INCLUSION_POLICIES = ['Honor', 'Ignore'];

const FIELDS: readonly ClosedField[] = [
  machine({ ...kept('instancetype.inferFromVolumeFailurePolicy', FAILURE_POLICIES), spares: 'pool' }),
  machine({ ...kept('preference.inferFromVolumeFailurePolicy', FAILURE_POLICIES), spares: 'pool' }),
  machine({ ...kept('dataVolumeTemplates[].spec.pvc.volumeMode', VOLUME_MODES), spares: 'pool' }),
  machine({ ...kept('dataVolumeTemplates[].spec.storage.volumeMode', VOLUME_MODES), spares: 'pool' }),
  kept('evictionStrategy', ['External', 'LiveMigrate', 'LiveMigrateIfPossible', 'None']),
  kept('startStrategy', ['Paused']),
  { ...listed('dnsPolicy', ['ClusterFirst', 'ClusterFirstWithHostNet', 'Default', 'None']), spares: undefined },
  kept('topologySpreadConstraints[].whenUnsatisfiable', ['DoNotSchedule', 'ScheduleAnyway']),
  { ...kept('topologySpreadConstraints[].nodeAffinityPolicy', INCLUSION_POLICIES), spares: 'pool' },
  { ...kept('topologySpreadConstraints[].nodeTaintsPolicy', INCLUSION_POLICIES), spares: 'pool' },
  listed('tolerations[].operator', ['Equal', 'Exists']),
  listed('tolerations[].effect', ['NoExecute', 'NoSchedule', 'PreferNoSchedule']),
  listed('readinessProbe.httpGet.scheme', ['HTTP', 'HTTPS']),
  listed('livenessProbe.httpGet.scheme', ['HTTP', 'HTTPS']),
  kept('volumes[].hostDisk.type', ['Disk', 'DiskOrCreate']),
  listed('volumes[].containerDisk.imagePullPolicy', PULL_POLICIES),
  listed('domain.firmware.kernelBoot.container.imagePullPolicy', PULL_POLICIES),
  field('domain.cpu.features[].policy', ['disable', 'forbid', 'force', 'optional', 'require']),
  kept('domain.ioThreadsPolicy', ['auto', 'shared', 'supplementalPool']),
  { ...field('domain.devices.disks[].cdrom.tray', ['closed', 'open']), spares: 'webhook' },
  field('domain.devices.disks[].cache', ['none', 'writeback', 'writethrough']),
  kept('domain.devices.disks[].errorPolicy', ['enospace', 'ignore', 'report', 'stop']),
  field('domain.devices.disks[].io', ['native', 'threads']),
  field('domain.devices.inputs[].bus', ['usb', 'virtio']),
  { ...field('domain.devices.inputs[].type', ['tablet']), empty: 'filled' },
  field('domain.devices.interfaces[].model', ['e1000', 'e1000e', 'igb', 'ne2k_pci', 'pcnet', 'rtl8139', 'virtio']),
  field('domain.devices.interfaces[].state', ['absent', 'down', 'up']),
  kept('domain.devices.panicDevices[].model', ['hyperv', 'isa', 'pvpanic']),
  field('domain.devices.sound.model', ['ac97', 'ich9']),
  { ...field('domain.devices.watchdog.diag288.action', WATCHDOG_ACTIONS), spares: 'webhook' },
  { ...field('domain.devices.watchdog.i6300esb.action', WATCHDOG_ACTIONS), spares: 'webhook' },
];

const TEMPLATE_FIELDS = new ClosedFieldTree(FIELDS.filter((closed) => !closed.ofMachine));
const MACHINE_FIELDS = treeOfMachine(RUN_STRATEGIES);
const MACHINE_FIELDS_WITH_RECEIVER = treeOfMachine([...RUN_STRATEGIES, 'WaitAsReceiver']);

/** Looks at the closed fields of a VM in a KubeVirt release. */
export function searchClosedFields(vm: VirtualMachineView, hasWaitAsReceiver: boolean): ClosedFieldSearch {
  const found: ClosedFieldSearch = { set: 0, faults: [] };
  (hasWaitAsReceiver ? MACHINE_FIELDS_WITH_RECEIVER : MACHINE_FIELDS).search(vm.vmSpec, found);
  TEMPLATE_FIELDS.search(vm.spec, found);
  return { ...found, faults: found.faults.filter((fault) => isRefused(fault, vm)) };
}

function isRefused({ field: closed, path, value }: ClosedFieldFault, vm: VirtualMachineView): boolean {
  return value === '' ? refusesEmpty(closed, vm) : !isCorrected(path, vm);
}

/** A bare instance has the policy of vmx set right where evmcs needs it. */
function isCorrected(path: string, { manifest, domain }: VirtualMachineView): boolean {
  const evmcs = domain.features?.hyperv?.evmcs;
  if (manifest.kind !== 'VirtualMachineInstance' || !isObject(evmcs) || evmcs.enabled === false) {
    return false;
  }
  const first = objectsOf(domain.cpu?.features).findIndex(({ name }) => name === 'vmx');
  return path === `domain.cpu.features[${first}].policy`;
}

/** An empty string counts as not set, unless it stays in the object until somebody looks at it. */
function refusesEmpty({ empty }: ClosedField, { manifest }: VirtualMachineView): boolean {
  switch (empty) {
    case 'listed':
      return manifest.kind !== 'VirtualMachinePool';
    case 'filled':
      return manifest.kind !== 'VirtualMachineInstance';
    default:
      return empty === 'kept';
  }
}

/** When it strikes that a closed field of a VM has none of its values, and as what: a clause. */
export function closedFieldRefusal({ spares }: ClosedField, { manifest }: VirtualMachineView): { stage: Stage; consequence: string } {
  if (spares === 'webhook') {
    return { stage: Stage.START, consequence: 'the VM is accepted, but libvirt refuses the value and it never starts' };
  }
  return spares === 'pool' && manifest.kind === 'VirtualMachinePool'
    ? { stage: Stage.START, consequence: 'the pool is accepted, but its VMs are refused, and none ever starts' }
    : { stage: Stage.APPLY, consequence: 'KubeVirt refuses the VM' };
}

function treeOfMachine(runStrategies: readonly string[]): ClosedFieldTree {
  return new ClosedFieldTree([machine(kept('runStrategy', runStrategies)), ...FIELDS.filter((closed) => closed.ofMachine)]);
}

function field(path: string, allowed: readonly string[]): ClosedField {
  return { steps: path.replaceAll(ELEMENTS, `.${ELEMENTS}`).split('.'), allowed };
}

/** A field that keeps an empty string: it is a pointer, or must be set. */
function kept(path: string, allowed: readonly string[]): ClosedField {
  return { ...field(path, allowed), empty: 'kept' };
}

/** A field whose values are listed in the schema by which KubeVirt's webhooks check objects as they are written. */
function listed(path: string, allowed: readonly string[]): ClosedField {
  return { ...field(path, allowed), empty: 'listed', spares: 'pool' };
}

function machine(closed: ClosedField): ClosedField {
  return { ...closed, ofMachine: true };
}
