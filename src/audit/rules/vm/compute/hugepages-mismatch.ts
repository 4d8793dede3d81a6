import { KubevirtSource } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import type { ClusterProfile } from '../../../../cluster';
import { quantityValue } from '../../../../facts';
import { isObject, type VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext } from '../../../rule';
import { Severity } from '../../../severity';

export const hugepagesMismatch: Rule<VirtualMachineView> = {
  id: 'hugepages-mismatch',
  title: 'The memory of a VM is made of whole huge pages',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale: 'KubeVirt refuses a page size that it cannot parse, and memory that is not a multiple of it.',
  remediation: 'Use a multiple of the page size.',
  references: [KubevirtSource.VMI_ADMITTER],
  mentions: ['hugepages'],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView, { cluster }: RuleContext): Outcome {
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
  const divided = dividedMemory(vm, cluster);
  if (divided === undefined) {
    return [];
  }
  const memory = Math.ceil(quantityValue(divided.value) ?? 0);
  if (memory >= size && memory % size === 0) {
    return [];
  }
  const message = `KubeVirt refuses memory that is not a multiple of the page size, ${pageSize}`;
  return [{ manifest: vm.manifest, path: vm.path(divided.path), value: divided.value, message, remedy: `Use a multiple of ${pageSize}.` }];
}

/** What KubeVirt divides into pages: the first amount that is not zero. Until 1.6 it made the limit the request. */
function dividedMemory(vm: VirtualMachineView, cluster: ClusterProfile) {
  const { memory, resources } = vm.domain;
  const requested = { path: 'domain.resources.requests.memory', value: resources?.requests?.memory };
  const limited = { path: 'domain.resources.limits.memory', value: resources?.limits?.memory };
  const ofGuest = { path: 'domain.memory.guest', value: memory?.guest };
  const inOrder = cluster.atLeast('1.7') ? [requested, ofGuest, limited] : [requested, limited, ofGuest];
  return inOrder.find(({ value }) => (quantityValue(value) ?? 0) !== 0);
}
