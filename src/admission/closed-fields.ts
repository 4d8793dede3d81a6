import { RUN_STRATEGIES } from '../facts';
import type { VirtualMachineView } from '../graph';
import { type ClosedField, type ClosedFieldSearch, ClosedFieldTree, ELEMENTS } from './closed-field-tree';

const REFUSED = 'KubeVirt refuses the VM';
const NOT_STARTED = 'the VM is accepted, but its pod is refused and it never starts';
const REFUSED_BY_LIBVIRT = 'the VM is accepted, but libvirt refuses the value and it never starts';
const WATCHDOG_ACTIONS = ['poweroff', 'reset', 'shutdown'];
const FAILURE_POLICIES = ['Ignore', 'Reject'];

const FIELDS: readonly ClosedField[] = [
  machine('instancetype.inferFromVolumeFailurePolicy', FAILURE_POLICIES),
  machine('preference.inferFromVolumeFailurePolicy', FAILURE_POLICIES),
  field('evictionStrategy', ['External', 'LiveMigrate', 'LiveMigrateIfPossible', 'None']),
  field('startStrategy', ['Paused']),
  field('dnsPolicy', ['ClusterFirst', 'ClusterFirstWithHostNet', 'Default', 'None']),
  field('topologySpreadConstraints[].whenUnsatisfiable', ['DoNotSchedule', 'ScheduleAnyway']),
  field('tolerations[].operator', ['Equal', 'Exists'], NOT_STARTED),
  field('tolerations[].effect', ['NoExecute', 'NoSchedule', 'PreferNoSchedule'], NOT_STARTED),
  field('readinessProbe.httpGet.scheme', ['HTTP', 'HTTPS'], NOT_STARTED),
  field('livenessProbe.httpGet.scheme', ['HTTP', 'HTTPS'], NOT_STARTED),
  field('volumes[].hostDisk.type', ['Disk', 'DiskOrCreate']),
  field('volumes[].containerDisk.imagePullPolicy', ['Always', 'IfNotPresent', 'Never'], NOT_STARTED),
  field('domain.cpu.features[].policy', ['disable', 'forbid', 'force', 'optional', 'require']),
  field('domain.ioThreadsPolicy', ['auto', 'shared', 'supplementalPool']),
  field('domain.devices.disks[].cdrom.tray', ['closed', 'open'], REFUSED_BY_LIBVIRT),
  field('domain.devices.disks[].cache', ['none', 'writeback', 'writethrough']),
  field('domain.devices.disks[].errorPolicy', ['enospace', 'ignore', 'report', 'stop']),
  field('domain.devices.disks[].io', ['native', 'threads']),
  field('domain.devices.inputs[].bus', ['usb', 'virtio']),
  field('domain.devices.inputs[].type', ['tablet']),
  field('domain.devices.interfaces[].model', ['e1000', 'e1000e', 'igb', 'ne2k_pci', 'pcnet', 'rtl8139', 'virtio']),
  field('domain.devices.interfaces[].state', ['absent', 'down', 'up']),
  field('domain.devices.panicDevices[].model', ['hyperv', 'isa', 'pvpanic']),
  field('domain.devices.sound.model', ['ac97', 'ich9']),
  field('domain.devices.watchdog.diag288.action', WATCHDOG_ACTIONS, REFUSED_BY_LIBVIRT),
  field('domain.devices.watchdog.i6300esb.action', WATCHDOG_ACTIONS, REFUSED_BY_LIBVIRT),
];

const TEMPLATE_FIELDS = new ClosedFieldTree(FIELDS.filter((closed) => !closed.ofMachine));
const MACHINE_FIELDS = treeOfMachine(RUN_STRATEGIES);
const MACHINE_FIELDS_WITH_RECEIVER = treeOfMachine([...RUN_STRATEGIES, 'WaitAsReceiver']);

/** Looks at the closed fields of a VM in a KubeVirt release; an empty string counts as not set. */
export function searchClosedFields(vm: VirtualMachineView, hasWaitAsReceiver: boolean): ClosedFieldSearch {
  const found: ClosedFieldSearch = { set: 0, faults: [] };
  (hasWaitAsReceiver ? MACHINE_FIELDS_WITH_RECEIVER : MACHINE_FIELDS).search(vm.vmSpec, found);
  TEMPLATE_FIELDS.search(vm.spec, found);
  return found;
}

function treeOfMachine(runStrategies: readonly string[]): ClosedFieldTree {
  return new ClosedFieldTree([machine('runStrategy', runStrategies), ...FIELDS.filter((closed) => closed.ofMachine)]);
}

function field(path: string, allowed: readonly string[], consequence = REFUSED): ClosedField {
  return { steps: path.replaceAll(ELEMENTS, `.${ELEMENTS}`).split('.'), allowed, consequence };
}

function machine(path: string, allowed: readonly string[]): ClosedField {
  return { ...field(path, allowed), ofMachine: true };
}
