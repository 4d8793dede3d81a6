import { architectureOf, isJudgedWithDefaults, judgedTopology, KubevirtSource, virtualCpus } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { Architecture, type ClusterProfile } from '../../../../cluster';
import { quantityValue } from '../../../../facts';
import type { VirtualMachineView } from '../../../../graph';
import { removal, together } from '../../../fix';
import { type Fix, NOT_APPLICABLE, type Outcome, type Rule, type RuleContext } from '../../../rule';
import { Severity } from '../../../severity';

const MOST_THREADS = 2;

export const dedicatedCpusInconsistent: Rule<VirtualMachineView> = {
  id: 'dedicated-cpus-inconsistent',
  title: 'Dedicated CPUs are whole, and requested as they are limited',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale:
    'Dedicated CPUs need a pod of the Guaranteed class: KubeVirt refuses fractions, no memory, requests that differ from limits or from the number of virtual CPUs, and more than 2 threads for a core (1 on arm64).',
  remediation: 'Give the CPUs in cores and leave requests and limits out, or make them equal whole numbers.',
  references: [KubevirtSource.VMI_ADMITTER],
  mentions: ['dedicatedCpuPlacement'],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

const PLACEMENT = 'domain.cpu.dedicatedCpuPlacement';

/** A fault of a field of the instance: its path below the spec. */
interface Fault {
  readonly field: string;
  readonly value: unknown;
  readonly stage?: Stage;
  readonly fix?: Fix;
  readonly message: string;
  readonly remedy: string;
}

function evaluate(vm: VirtualMachineView, context: RuleContext): Outcome {
  const { cluster } = context;
  const { cpu, resources } = vm.domain;
  if (cpu?.dedicatedCpuPlacement !== true) {
    return NOT_APPLICABLE;
  }
  const faults = [
    ...memoryFaults(vm, cluster),
    ...fractionFaults('requests', resources?.requests?.cpu),
    ...fractionFaults('limits', resources?.limits?.cpu),
    ...differenceFaults('cpu', resources),
    ...differenceFaults('memory', resources),
    ...countFaults(vm),
    ...threadFaults(vm, architectureOf(vm, context)),
  ];
  return faults.map(({ field, ...fault }) => ({ manifest: vm.manifest, path: vm.path(field), ...fault }));
}

/**
 * An instance type brings the memory. Up to 1.5 KubeVirt looked for a request or a limit, which that of the guest and huge pages
 * become where it fills in what is missing.
 */
function memoryFaults(vm: VirtualMachineView, cluster: ClusterProfile): Fault[] {
  const { memory, resources } = vm.domain;
  const countsGuest = cluster.atLeast('1.6') || isJudgedWithDefaults(vm);
  const amounts = [resources?.limits?.memory, resources?.requests?.memory, countsGuest ? memory?.guest : undefined];
  const isGiven = amounts.some((amount) => (quantityValue(amount) ?? 0) !== 0) || (countsGuest && memory?.hugepages !== undefined);
  if (isGiven || vm.vmSpec?.instancetype !== undefined) {
    return [];
  }
  const message = `KubeVirt refuses dedicated CPUs without ${countsGuest ? 'an amount of memory, here or in memory.guest' : 'a request or a limit of memory'}`;
  const remedy = `Set ${countsGuest ? 'memory.guest' : 'it'}, e.g. to 4Gi.`;
  return [{ field: 'domain.resources.limits.memory', value: resources?.limits?.memory, message, remedy }];
}

function threadFaults(vm: VirtualMachineView, architecture: string | undefined): Fault[] {
  const { threads } = vm.domain.cpu;
  const faults: Fault[] = [];
  if (threads > 1 && architecture === Architecture.ARM64) {
    const message = `KubeVirt refuses threads of dedicated cores on arm64, here ${threads}`;
    faults.push({ field: 'architecture', value: vm.spec.architecture, message, remedy: 'Use more cores.' });
  }
  if (threads > MOST_THREADS) {
    const message = `KubeVirt refuses more than ${MOST_THREADS} threads for a dedicated core, here ${threads}`;
    faults.push({ field: PLACEMENT, value: true, message, remedy: 'Use more cores.' });
  }
  return faults;
}

/**
 * Request and limit are at odds with the topology when neither of them is its number of virtual CPUs. That of a pool or replica
 * set may come with the instance.
 */
function countFaults(vm: VirtualMachineView): Fault[] {
  const { resources } = vm.domain;
  const vcpus = virtualCpus(judgedTopology(vm));
  const given = [resources?.requests?.cpu, resources?.limits?.cpu].map((amount) => Math.ceil(quantityValue(amount) ?? 0));
  if (vcpus === 0 && given.every((amount) => amount === 0) && vm.vmSpec?.instancetype === undefined) {
    const message = `KubeVirt refuses dedicated CPUs of which a ${vm.manifest.kind} does not say the number`;
    return [{ field: PLACEMENT, value: true, message, remedy: 'Set cpu.cores.' }];
  }
  const filledIn = virtualCpus(judgedTopology(vm, true));
  const differs = (number: number) => number > 0 && given.some((amount) => amount > 0) && !given.includes(number);
  if (!differs(vcpus) && !differs(filledIn)) {
    return [];
  }
  const stage = differs(vcpus) ? Stage.APPLY : Stage.START;
  const shown = resources?.requests?.cpu ?? resources?.limits?.cpu;
  const message = `KubeVirt refuses dedicated CPUs in another number, ${shown}, than that of the virtual ones, ${filledIn}`;
  const remedy = 'Remove resources.requests.cpu and resources.limits.cpu: KubeVirt requests one CPU for each virtual one.';
  const listed = ['requests', 'limits'].filter((list) => resources?.[list]?.cpu !== undefined);
  const fix = together(...listed.map((list) => removal(vm.path(`domain.resources.${list}.cpu`))));
  return [{ field: PLACEMENT, value: true, stage, message, remedy, fix }];
}

function fractionFaults(list: string, value: unknown): Fault[] {
  const number = quantityValue(value) ?? 0;
  const message = 'KubeVirt refuses a fraction of a dedicated CPU';
  return Number.isInteger(number) || number < 0
    ? []
    : [{ field: `domain.resources.${list}.cpu`, value, message, remedy: 'Use a whole number.' }];
}

function differenceFaults(resource: string, resources: Record<string, any> | undefined): Fault[] {
  const [shownRequest, shownLimit] = [resources?.requests?.[resource], resources?.limits?.[resource]];
  const [request, limit] = [shownRequest, shownLimit].map((value) => Math.ceil(quantityValue(value) ?? 0));
  if (request <= 0 || limit <= 0 || request === limit) {
    return [];
  }
  const message = `KubeVirt refuses dedicated CPUs with a ${resource} request, ${shownRequest}, that differs from the limit, ${shownLimit}`;
  const [field, value] = resource === 'cpu' ? [PLACEMENT, true] : [`domain.resources.requests.${resource}`, shownRequest];
  return [{ field, value, message, remedy: `Make resources.requests.${resource} and resources.limits.${resource} equal.` }];
}
