import { fieldValues, type VirtualMachineView } from '../graph';
import type { AdmissionContext } from './context';
import type { GatedFeature } from './gated-feature';

/** A field of an instance that only a cluster with a gate takes. */
interface GatedField {
  readonly gate: string;
  /** The way to the field in the spec of the instance. */
  readonly steps: readonly string[];
  /** The first release whose admission asks for the gate; absent: 1.5. */
  readonly since?: string;
  /** Whether a value of the field needs the gate. */
  readonly isUsed: (value: unknown, vm: VirtualMachineView) => boolean;
}

const isSet = () => true;
const isTrue = (value: unknown) => value === true;
const isFilled = (value: unknown) => Array.isArray(value) && value.length > 0;

/** Whether a webhook finds a list: those that set defaults drop an empty one, and there is none for replicated VMs. */
export function isListFound(value: unknown, { isReplicated }: VirtualMachineView): boolean {
  return isFilled(value) || (isReplicated && Array.isArray(value));
}

const FIELDS: readonly GatedField[] = [
  { gate: 'DownwardMetrics', steps: ['domain', 'devices', 'downwardMetrics'], isUsed: isSet },
  { gate: 'DownwardMetrics', steps: ['volumes[]', 'downwardMetrics'], isUsed: isSet },
  { gate: 'HostDevices', steps: ['domain', 'devices', 'hostDevices'], isUsed: isListFound },
  { gate: 'HostDisk', steps: ['volumes[]', 'hostDisk'], isUsed: isSet },
  { gate: 'NetworkDevicesWithDRA', steps: ['networks[]', 'resourceClaim'], since: '1.9', isUsed: isSet },
  { gate: 'PanicDevices', steps: ['domain', 'devices', 'panicDevices'], since: '1.6', isUsed: isFilled },
  { gate: 'PersistentReservation', steps: ['domain', 'devices', 'disks[]', 'lun', 'reservation'], isUsed: isTrue },
  { gate: 'RebootPolicy', steps: ['domain', 'rebootPolicy'], since: '1.8', isUsed: isSet },
  { gate: 'ReservedOverheadMemlock', steps: ['domain', 'memory', 'reservedOverhead'], since: '1.8', isUsed: isSet },
  { gate: 'VMPersistentState', steps: ['domain', 'devices', 'tpm', 'persistent'], isUsed: isTrue },
  { gate: 'VMPersistentState', steps: ['domain', 'firmware', 'bootloader', 'efi', 'persistent'], isUsed: isTrue },
  { gate: 'VSOCK', steps: ['domain', 'devices', 'autoattachVSOCK'], isUsed: isTrue },
  { gate: 'VideoConfig', steps: ['domain', 'devices', 'video'], since: '1.6', isUsed: isSet },
];

/** The last step of each way: an instance without any of these words uses none of the fields. */
export const GATED_FIELD_NAMES: readonly string[] = [...new Set(FIELDS.map(({ steps }) => steps[steps.length - 1]))];

/** The fields behind a gate that an instance has. */
export function gatedFields(vm: VirtualMachineView, { cluster }: AdmissionContext): GatedFeature[] {
  return FIELDS.filter(({ since }) => since === undefined || cluster.atLeast(since)).flatMap(({ gate, steps, isUsed }) =>
    fieldValues(vm.spec, steps)
      .filter(({ value }) => isUsed(value, vm))
      .map(({ path, value }) => ({ gate, path: vm.path(path), value })),
  );
}
