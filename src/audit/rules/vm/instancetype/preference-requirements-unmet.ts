import {
  type CpuTopology,
  instancetypeOf,
  judgedGuestMemory,
  judgedTopology,
  KubevirtSource,
  machineStage,
  preferenceOf,
  preferredTopology,
  spreadOf,
  virtualCpus,
} from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { ownValue, quantityValue } from '../../../../facts';
import { isObject, type VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext, type Violation } from '../../../rule';
import { Severity } from '../../../severity';

/** The fields of a VM that hold its CPUs, by the topology that the preference asks for. */
const FIELDS_OF_TOPOLOGY: Readonly<Record<string, readonly CpuField[]>> = {
  sockets: ['sockets'],
  cores: ['cores'],
  threads: ['threads'],
  any: ['sockets', 'cores', 'threads'],
  SocketsCores: ['sockets', 'cores'],
  CoresThreads: ['cores', 'threads'],
  SocketsCoresThreads: ['sockets', 'cores', 'threads'],
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
    ...(cluster.atLeast('1.7')
      ? foreign(vm, requirements.architecture, vm.architecture ?? (preference?.preferredArchitecture || cluster.architecture))
      : []),
  ];
}

type CpuField = keyof CpuTopology;
type Spec = Record<string, any>;

/** What a VM has of something, and the field that says so. */
interface Provision {
  readonly path: string;
  readonly value: unknown;
  /** What it comes to; absent: the value. */
  readonly amount?: unknown;
}

/** What KubeVirt fills into the VMs of a pool is not in the pool yet. */
function cpuOf(vm: VirtualMachineView, instancetype: Spec | undefined, preference: Spec | undefined): Provision | undefined {
  if (instancetype !== undefined) {
    return { path: vm.vmFieldPath('instancetype'), value: instancetype.cpu?.guest };
  }
  const fields = ownValue(FIELDS_OF_TOPOLOGY, spreadOf(preference)?.across ?? preferredTopology(preference));
  const given = judgedTopology(vm);
  if (fields === undefined || (vm.isReplicated && virtualCpus(given) === 0)) {
    return undefined;
  }
  const count = fields.reduce((product, field) => product * given[field], 1);
  const [field] = fields;
  const isOne = fields.length === 1;
  return {
    path: vm.path(isOne ? `domain.cpu.${field}` : 'domain.cpu'),
    value: isOne ? vm.domain.cpu?.[field] : vm.domain.cpu,
    amount: count,
  };
}

function memoryOf(vm: VirtualMachineView, instancetype: Spec | undefined): Provision | undefined {
  if (instancetype !== undefined) {
    return { path: vm.vmFieldPath('instancetype'), value: instancetype.memory?.guest };
  }
  const amount = judgedGuestMemory(vm);
  return vm.isReplicated && amount === undefined
    ? undefined
    : { path: vm.path('domain.memory.guest'), value: vm.domain.memory?.guest, amount };
}

function shortage(vm: VirtualMachineView, required: unknown, provision: Provision | undefined, unit: string): Violation[] {
  const least = quantityValue(required);
  if (provision === undefined || least === undefined || amountOf(provision) >= least) {
    return [];
  }
  const { path, value } = provision;
  const isOfInstancetype = path === vm.vmFieldPath('instancetype');
  const message = isOfInstancetype
    ? `it brings ${unit} ${value}, less than the preference requires, ${required}, and KubeVirt refuses the VM`
    : `the preference requires ${unit} ${required}, and KubeVirt refuses a VM with less`;
  const remedy = isOfInstancetype ? 'Use a larger instance type.' : `Give it ${required} or more.`;
  return [
    { manifest: vm.manifest, stage: machineStage(vm), path, value: isOfInstancetype ? vm.vmSpec?.instancetype : value, message, remedy },
  ];
}

function amountOf(provision: Provision): number {
  return quantityValue('amount' in provision ? provision.amount : provision.value) ?? 0;
}

function foreign(vm: VirtualMachineView, required: unknown, architecture: string): Violation[] {
  const message = `the preference requires ${required}, and KubeVirt refuses a VM for ${architecture}`;
  const path = vm.path('architecture');
  return typeof required !== 'string' || required === architecture
    ? []
    : [
        {
          manifest: vm.manifest,
          stage: machineStage(vm),
          path,
          value: vm.architecture,
          message,
          remedy: 'Use a preference for the architecture of the VM.',
        },
      ];
}
