import { instancetypeOf, KubevirtSource, preferenceOf } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { quantityValue } from '../../../../facts';
import { isObject, type VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext, type Violation } from '../../../rule';
import { Severity } from '../../../severity';

/** The field of a VM that holds its CPUs, by the topology that the preference asks for. */
const FIELD_OF_TOPOLOGY: Readonly<Record<string, string>> = {
  sockets: 'sockets',
  preferSockets: 'sockets',
  cores: 'cores',
  preferCores: 'cores',
  threads: 'threads',
  preferThreads: 'threads',
};

export const preferenceRequirementsUnmet: Rule<VirtualMachineView> = {
  id: 'preference-requirements-unmet',
  title: 'A VM has what its preference requires',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale: 'KubeVirt refuses a VM with less CPU or memory than its preference requires, or with another architecture.',
  remediation: 'Give the VM, or its instance type, as much as the preference requires.',
  references: [KubevirtSource.PREFERENCE_REQUIREMENTS],
  mentions: ['preference'],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView, { graph, cluster }: RuleContext): Outcome {
  const preference = preferenceOf(vm, graph);
  const requirements = preference?.requirements;
  const instancetype = instancetypeOf(vm, graph);
  const isUnknown = vm.vmSpec?.instancetype !== undefined && instancetype === undefined;
  if (!isObject(requirements) || isUnknown) {
    return NOT_APPLICABLE;
  }
  return [
    ...shortage(vm, requirements.cpu?.guest, cpuOf(vm, instancetype, preference), 'vCPUs'),
    ...shortage(vm, requirements.memory?.guest, memoryOf(vm, instancetype), 'memory'),
    ...foreign(vm, requirements.architecture, vm.architecture ?? cluster.architecture),
  ];
}

type Spec = Record<string, any>;

/** What a VM has of something, and the field that says so. */
interface Provision {
  readonly path: string;
  readonly value: unknown;
}

function cpuOf(vm: VirtualMachineView, instancetype: Spec | undefined, preference: Spec | undefined): Provision | undefined {
  if (instancetype !== undefined) {
    return { path: vm.vmFieldPath('instancetype'), value: instancetype.cpu?.guest };
  }
  const topology = preference?.cpu?.preferredCPUTopology ?? 'sockets';
  const field = FIELD_OF_TOPOLOGY[topology];
  return field === undefined ? undefined : { path: vm.path(`domain.cpu.${field}`), value: vm.domain.cpu?.[field] };
}

function memoryOf(vm: VirtualMachineView, instancetype: Spec | undefined): Provision | undefined {
  if (instancetype !== undefined) {
    return { path: vm.vmFieldPath('instancetype'), value: instancetype.memory?.guest };
  }
  const value = vm.domain.memory?.guest;
  return value === undefined ? undefined : { path: vm.path('domain.memory.guest'), value };
}

function shortage(vm: VirtualMachineView, required: unknown, provision: Provision | undefined, unit: string): Violation[] {
  const least = quantityValue(required);
  if (provision === undefined || least === undefined || (quantityValue(provision.value) ?? 0) >= least) {
    return [];
  }
  const { path, value } = provision;
  const isOfInstancetype = path === vm.vmFieldPath('instancetype');
  const message = isOfInstancetype
    ? `it brings ${unit} ${value}, less than the preference requires, ${required}, and KubeVirt refuses the VM`
    : `the preference requires ${unit} ${required}, and KubeVirt refuses a VM with less`;
  const remedy = isOfInstancetype ? 'Use a larger instance type.' : `Set it to ${required} or more.`;
  return [{ manifest: vm.manifest, path, value: isOfInstancetype ? vm.vmSpec?.instancetype : value, message, remedy }];
}

function foreign(vm: VirtualMachineView, required: unknown, architecture: string): Violation[] {
  const message = `the preference requires ${required}, and KubeVirt refuses a VM for ${architecture}`;
  const path = vm.path('architecture');
  return typeof required !== 'string' || required === architecture
    ? []
    : [{ manifest: vm.manifest, path, value: vm.architecture, message, remedy: 'Use a preference for the architecture of the VM.' }];
}
