import { KubevirtSource, quantityValue } from '../../../admission';
import { isObject, type VirtualMachineNode } from '../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../rule';
import { Severity } from '../../severity';

export const hugepagesMismatch: Rule<VirtualMachineNode> = {
  id: 'hugepages-mismatch',
  title: 'The memory of a VM is made of whole huge pages',
  severity: Severity.ERROR,
  category: 'admission',
  rationale: 'KubeVirt refuses a page size that it cannot parse, and a memory request that is not a multiple of it.',
  remediation: 'Request a multiple of the page size.',
  references: [KubevirtSource.VMI_ADMITTER],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineNode): Outcome {
  const hugepages = vm.domain.memory?.hugepages;
  if (!isObject(hugepages)) {
    return NOT_APPLICABLE;
  }
  const { pageSize } = hugepages;
  const size = quantityValue(pageSize);
  if (size === undefined || size <= 0) {
    const message = 'KubeVirt refuses a page size that is not a quantity';
    return [
      { manifest: vm.manifest, path: vm.path('domain.memory.hugepages.pageSize'), value: pageSize, message, remedy: 'Use 2Mi or 1Gi.' },
    ];
  }
  const value = vm.domain.resources?.requests?.memory;
  const request = quantityValue(value);
  if (request === undefined || (request >= size && request % size === 0)) {
    return [];
  }
  const message = `KubeVirt refuses a request that is not a multiple of the page size, ${pageSize}`;
  return [
    {
      manifest: vm.manifest,
      path: vm.path('domain.resources.requests.memory'),
      value,
      message,
      remedy: `Request a multiple of ${pageSize}.`,
    },
  ];
}
