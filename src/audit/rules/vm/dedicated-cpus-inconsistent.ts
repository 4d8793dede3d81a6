import { KubevirtSource, quantityValue } from '../../../admission';
import type { VirtualMachineNode } from '../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../rule';
import { Severity } from '../../severity';

const MOST_THREADS = 2;

export const dedicatedCpusInconsistent: Rule<VirtualMachineNode> = {
  id: 'dedicated-cpus-inconsistent',
  title: 'Dedicated CPUs are whole, and requested as they are limited',
  severity: Severity.ERROR,
  category: 'admission',
  rationale:
    'Dedicated CPUs need a pod of the Guaranteed class: KubeVirt refuses fractions, requests that differ from limits, and more than 2 threads for a core.',
  remediation: 'Give the CPUs in cores and leave requests and limits out, or make them equal whole numbers.',
  references: [KubevirtSource.VMI_ADMITTER],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineNode): Outcome {
  const { cpu, resources } = vm.domain;
  if (cpu?.dedicatedCpuPlacement !== true) {
    return NOT_APPLICABLE;
  }
  const faults = [
    ...fractionFaults('requests', resources?.requests?.cpu),
    ...fractionFaults('limits', resources?.limits?.cpu),
    ...differenceFaults('cpu', resources),
    ...differenceFaults('memory', resources),
  ];
  const threads =
    cpu.threads > MOST_THREADS
      ? [
          {
            field: 'cpu.threads',
            value: cpu.threads,
            message: `KubeVirt refuses more than ${MOST_THREADS} threads for a dedicated core`,
            remedy: 'Use more cores.',
          },
        ]
      : [];
  return [...faults, ...threads].map(({ field, value, message, remedy }) => ({
    manifest: vm.manifest,
    path: vm.path(`domain.${field}`),
    value,
    message,
    remedy,
  }));
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
