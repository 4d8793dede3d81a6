import { instancetypeOf, KubevirtSource, machineStage } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { entryPath, ownValue } from '../../../../facts';
import { fieldValues, isObject, type VirtualMachineView } from '../../../../graph';
import { removal } from '../../../fix';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext } from '../../../rule';
import { Severity } from '../../../severity';

/** A field of a VM, and the one of the instance type that excludes it. */
interface Contested {
  readonly ofVm: readonly string[];
  readonly ofInstancetype?: readonly string[];
  /** The first release that compares them; absent: 1.5. */
  readonly since?: string;
  /** The first release that does no longer. */
  readonly before?: string;
}

const ALWAYS_TAKEN = [
  'domain.cpu.sockets',
  'domain.cpu.cores',
  'domain.cpu.threads',
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
  ['domain.ioThreadsPolicy', 'ioThreadsPolicy'],
  ['domain.launchSecurity', 'launchSecurity'],
  ['domain.devices.gpus', 'gpus'],
  ['domain.devices.hostDevices', 'hostDevices'],
  ['nodeSelector', 'nodeSelector'],
  ['schedulerName', 'schedulerName'],
];

const SINCE_1_7 = [
  ['domain.memory.hugepages', 'memory.hugepages'],
  ['domain.memory.maxGuest', 'memory.maxGuest'],
  ['domain.ioThreads.supplementalPoolThreadCount', 'ioThreads.supplementalPoolThreadCount'],
];

const CONTESTED: readonly Contested[] = [
  { ofVm: ['domain', 'memory'], before: '1.7' },
  { ofVm: ['domain', 'memory', 'guest'], since: '1.7' },
  ...SINCE_1_7.map(([ofVm, ofInstancetype]) => ({ ofVm: ofVm.split('.'), ofInstancetype: ofInstancetype.split('.'), since: '1.7' })),
  ...ALWAYS_TAKEN.map((field) => ({ ofVm: field.split('.') })),
  ...TAKEN_WHEN_SET.map(([ofVm, ofInstancetype]) => ({ ofVm: ofVm.split('.'), ofInstancetype: ofInstancetype.split('.') })),
];

/** Where nothing can be inferred from the volume KubeVirt takes the reference away, and where something can, the memory. */
const MAY_HAVE_NONE = 'Ignore';

const TAKEN = 'the instance type decides it, and KubeVirt refuses a VM that sets it as well';

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

function evaluate(vm: VirtualMachineView, { graph, cluster }: RuleContext): Outcome {
  if (!isObject(vm.vmSpec?.instancetype)) {
    return NOT_APPLICABLE;
  }
  if (vm.vmSpec.instancetype.inferFromVolumeFailurePolicy === MAY_HAVE_NONE) {
    return [];
  }
  const instancetype = instancetypeOf(vm, graph);
  const stage = machineStage(vm);
  const remedy = `Remove it, or remove ${vm.vmFieldPath('instancetype')}.`;
  const fields = CONTESTED.filter(({ ofInstancetype }) => ofInstancetype === undefined || sets(instancetype, ofInstancetype))
    .filter(({ since, before }) => (!since || cluster.atLeast(since)) && !(before && cluster.atLeast(before)))
    .flatMap(({ ofVm }) => fieldValues(vm.spec, ofVm))
    .filter(({ value }) => isSet(value))
    .map(({ path, value }) => ({ path: vm.path(path), value, message: TAKEN }));
  const both = [...fields, ...annotations(vm, instancetype)];
  return both.map((field) => ({ manifest: vm.manifest, stage, remedy, fix: removal(field.path), ...field }));
}

/** Annotations that the instance type gives another value. */
function annotations(vm: VirtualMachineView, instancetype: Record<string, any> | undefined) {
  const given: Record<string, any> = isObject(instancetype?.annotations) ? instancetype.annotations : {};
  const taken = Object.entries(given).filter(([key, value]) => (ownValue(vm.podAnnotations, key) ?? value) !== value);
  return taken.map(([key, value]) => ({
    path: vm.templateMetadataPath(entryPath('annotations', key)),
    value: vm.podAnnotations[key],
    message: `the instance type says ${value}, and KubeVirt refuses a VM that says otherwise`,
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
