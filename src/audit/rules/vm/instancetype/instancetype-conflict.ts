import { instancetypeOf, KubevirtSource } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { fieldValues, isObject, type VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext } from '../../../rule';
import { Severity } from '../../../severity';

/** A field of a VM, and the one of the instance type that excludes it. */
interface Contested {
  readonly ofVm: readonly string[];
  readonly ofInstancetype?: readonly string[];
}

const ALWAYS_TAKEN = [
  'domain.cpu.sockets',
  'domain.cpu.cores',
  'domain.cpu.threads',
  'domain.memory.guest',
  'domain.resources.requests.cpu',
  'domain.resources.requests.memory',
  'domain.resources.limits.cpu',
  'domain.resources.limits.memory',
];

const TAKEN_WHEN_SET = [
  ['domain.cpu.model', 'cpu.model'],
  ['domain.cpu.dedicatedCpuPlacement', 'cpu.dedicatedCPUPlacement'],
  ['domain.cpu.isolateEmulatorThread', 'cpu.isolateEmulatorThread'],
  ['domain.cpu.numa', 'cpu.numa'],
  ['domain.cpu.realtime', 'cpu.realtime'],
  ['domain.memory.hugepages', 'memory.hugepages'],
  ['domain.memory.maxGuest', 'memory.maxGuest'],
  ['domain.ioThreadsPolicy', 'ioThreadsPolicy'],
  ['domain.ioThreads', 'ioThreads'],
  ['domain.launchSecurity', 'launchSecurity'],
  ['domain.devices.gpus', 'gpus'],
  ['domain.devices.hostDevices', 'hostDevices'],
  ['nodeSelector', 'nodeSelector'],
  ['schedulerName', 'schedulerName'],
];

const CONTESTED: readonly Contested[] = [
  ...ALWAYS_TAKEN.map((field) => ({ ofVm: field.split('.') })),
  ...TAKEN_WHEN_SET.map(([ofVm, ofInstancetype]) => ({ ofVm: ofVm.split('.'), ofInstancetype: ofInstancetype.split('.') })),
];

export const instancetypeConflict: Rule<VirtualMachineView> = {
  id: 'instancetype-conflict',
  title: 'A VM with an instance type leaves to it what it decides',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale:
    'KubeVirt refuses a VM that sets CPU counts or memory beside its instance type, or any other field that the instance type sets too.',
  remediation: 'Remove the fields, or the instance type.',
  references: [KubevirtSource.INSTANCETYPE_APPLY],
  mentions: ['instancetype'],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView, { graph }: RuleContext): Outcome {
  if (!isObject(vm.vmSpec?.instancetype)) {
    return NOT_APPLICABLE;
  }
  const instancetype = instancetypeOf(vm, graph);
  return CONTESTED.filter(({ ofInstancetype }) => ofInstancetype === undefined || sets(instancetype, ofInstancetype))
    .flatMap(({ ofVm }) => fieldValues(vm.spec, ofVm))
    .filter(({ value }) => isSet(value))
    .map(({ path, value }) => ({
      manifest: vm.manifest,
      path: vm.path(path),
      value,
      message: 'the instance type decides it, and KubeVirt refuses a VM that sets it as well',
      remedy: `Remove it, or remove ${vm.vmFieldPath('instancetype')}.`,
    }));
}

function sets(instancetype: Record<string, any> | undefined, field: readonly string[]): boolean {
  return fieldValues(instancetype, field).some(({ value }) => value !== '' && !isEmptyList(value));
}

/** Zero, false and the empty are what Go takes for not set. */
function isSet(value: unknown): boolean {
  return value !== 0 && value !== false && value !== '' && !isEmptyList(value);
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}
