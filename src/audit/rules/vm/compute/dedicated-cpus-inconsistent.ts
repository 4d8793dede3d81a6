import { KubevirtSource } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { Architecture } from '../../../../cluster';
import { quantityValue } from '../../../../facts';
import type { VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext } from '../../../rule';
import { Severity } from '../../../severity';

const MOST_THREADS = 2;

export const dedicatedCpusInconsistent: Rule<VirtualMachineView> = {
  id: 'dedicated-cpus-inconsistent',
  title: 'Dedicated CPUs are whole, and requested as they are limited',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale:
    'Dedicated CPUs need a pod of the Guaranteed class: KubeVirt refuses fractions, requests that differ from limits or from the number of virtual CPUs, and more than 2 threads for a core (1 on arm64).',
  remediation: 'Give the CPUs in cores and leave requests and limits out, or make them equal whole numbers.',
  references: [KubevirtSource.VMI_ADMITTER],
  mentions: ['dedicatedCpuPlacement'],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView, { cluster }: RuleContext): Outcome {
  const { cpu, resources } = vm.domain;
  if (cpu?.dedicatedCpuPlacement !== true) {
    return NOT_APPLICABLE;
  }
  const faults = [
    ...fractionFaults('requests', resources?.requests?.cpu),
    ...fractionFaults('limits', resources?.limits?.cpu),
    ...differenceFaults('cpu', resources),
    ...differenceFaults('memory', resources),
    ...countFaults(cpu, resources),
    ...threadFaults(cpu.threads, vm.architecture ?? cluster.architecture),
  ];
  return faults.map(({ field, value, message, remedy }) => ({
    manifest: vm.manifest,
    path: vm.path(`domain.${field}`),
    value,
    message,
    remedy,
  }));
}

function threadFaults(value: unknown, architecture: string) {
  const most = architecture === Architecture.ARM64 ? 1 : MOST_THREADS;
  const message =
    most === 1 ? 'KubeVirt refuses threads of dedicated cores on arm64' : `KubeVirt refuses more than ${most} threads for a dedicated core`;
  return typeof value === 'number' && value > most ? [{ field: 'cpu.threads', value, message, remedy: 'Use more cores.' }] : [];
}

/** Request and limit are at odds with the topology when neither of them is its number of virtual CPUs. */
function countFaults(cpu: Record<string, any>, resources: Record<string, any> | undefined) {
  const counts = [cpu.sockets, cpu.cores, cpu.threads].filter((count) => typeof count === 'number' && count > 0);
  const vcpus = counts.reduce((product, count) => product * count, 1);
  const given = ['requests', 'limits']
    .map((list) => ({ field: `resources.${list}.cpu`, value: resources?.[list]?.cpu }))
    .filter(({ value }) => (quantityValue(value) ?? 0) > 0);
  if (counts.length === 0 || given.length === 0 || given.some(({ value }) => quantityValue(value) === vcpus)) {
    return [];
  }
  const message = `KubeVirt refuses dedicated CPUs in another number than that of the virtual ones, ${vcpus}`;
  return [{ ...given[0], message, remedy: 'Remove it: KubeVirt requests one CPU for each virtual one.' }];
}

function fractionFaults(list: string, value: unknown) {
  const number = quantityValue(value) ?? 0;
  const message = 'KubeVirt refuses a fraction of a dedicated CPU';
  return Number.isInteger(number) ? [] : [{ field: `resources.${list}.cpu`, value, message, remedy: 'Use a whole number.' }];
}

function differenceFaults(resource: string, resources: Record<string, any> | undefined) {
  const [request, limit] = [resources?.requests?.[resource], resources?.limits?.[resource]].map((value) => quantityValue(value) ?? 0);
  const message = `KubeVirt refuses dedicated CPUs with a ${resource} limit that differs, ${resources?.limits?.[resource]}`;
  const fault = { field: `resources.requests.${resource}`, value: resources?.requests?.[resource], message, remedy: 'Make both equal.' };
  return request > 0 && limit > 0 && request !== limit ? [fault] : [];
}
