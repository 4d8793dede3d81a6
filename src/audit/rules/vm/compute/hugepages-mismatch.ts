import { isJudgedWithDefaults, KubevirtSource, kubevirtConfiguration } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import type { ClusterProfile } from '../../../../cluster';
import { quantityValue } from '../../../../facts';
import { isObject, type VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext, type Violation } from '../../../rule';
import { Severity } from '../../../severity';

const NOT_STARTED = 'the VM is accepted, but its pod is refused, and it never starts';

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

function evaluate(vm: VirtualMachineView, context: RuleContext): Outcome {
  const hugepages = vm.domain.memory?.hugepages;
  if (!isObject(hugepages)) {
    return NOT_APPLICABLE;
  }
  const { pageSize } = hugepages;
  const quantity = quantityValue(pageSize);
  const size = quantity === undefined ? undefined : Math.ceil(quantity);
  if (size !== undefined && size < 0) {
    const message = `there is no page of this size: ${NOT_STARTED}`;
    return [{ ...fault(vm, 'domain.memory.hugepages.pageSize', pageSize, message, 'Use 2Mi or 1Gi.'), stage: Stage.START }];
  }
  if (size === undefined || size === 0) {
    const message = 'KubeVirt refuses a page size that is not a quantity';
    return [fault(vm, 'domain.memory.hugepages.pageSize', pageSize, message, 'Use 2Mi or 1Gi.')];
  }
  const divided = dividedMemory(vm, context.cluster);
  if (divided === undefined) {
    return [];
  }
  const memory = Math.ceil(quantityValue(divided.value) ?? 0);
  if (memory >= size && memory % size === 0) {
    const pages = overcommittedPages(vm, memory, context);
    if (pages === undefined || pages % size === 0) {
      return [];
    }
    const message = `memory is overcommitted here, and ${pages} bytes are no whole number of pages of ${pageSize}: ${NOT_STARTED}`;
    const remedy = 'Set domain.resources.requests.memory to it as well: what is written there is not overcommitted.';
    return [{ ...fault(vm, divided.path, divided.value, message, remedy), stage: Stage.START }];
  }
  const message = `KubeVirt refuses memory that is not a multiple of the page size, ${pageSize}`;
  return [fault(vm, divided.path, divided.value, message, `Use a multiple of ${pageSize}.`)];
}

function fault(vm: VirtualMachineView, field: string, value: unknown, message: string, remedy: string): Violation {
  return { manifest: vm.manifest, path: vm.path(field), value, message, remedy };
}

/**
 * The huge pages in bytes that the pod asks for where the cluster overcommits memory: that of the guest, unless something else is
 * requested.
 *
 * @see https://github.com/kubevirt/kubevirt/blob/v1.9.0/pkg/virt-controller/services/renderresources.go `WithMemoryRequests`
 */
function overcommittedPages(vm: VirtualMachineView, memory: number, { graph }: RuleContext): number | undefined {
  const { resources } = vm.domain;
  const overcommit: unknown = kubevirtConfiguration(graph)?.developerConfiguration?.memoryOvercommit;
  const isRequested = [resources?.requests?.memory, resources?.limits?.memory].some((value) => isSome({ value }));
  return typeof overcommit !== 'number' || overcommit <= 0 || isRequested ? undefined : Math.floor((memory * 100) / overcommit);
}

/**
 * What KubeVirt divides into pages: the first amount that is not zero, and nothing where there is none. Until 1.6 it made the
 * limit the request where it fills in what is missing. Until 1.5 it divided the request alone, and that of nothing too.
 */
function dividedMemory(vm: VirtualMachineView, cluster: ClusterProfile) {
  const { memory, resources } = vm.domain;
  const requested = { path: 'domain.resources.requests.memory', value: resources?.requests?.memory };
  const limited = { path: 'domain.resources.limits.memory', value: resources?.limits?.memory };
  const ofGuest = { path: 'domain.memory.guest', value: memory?.guest };
  const isFilledIn = isJudgedWithDefaults(vm);
  if (!cluster.atLeast('1.6')) {
    const filledIn = isFilledIn && requested.value === undefined ? [limited, ofGuest] : [];
    const isOnePage = isFilledIn && requested.value === undefined && ofGuest.value === undefined;
    return [requested, ...filledIn].find(isSome) ?? (isOnePage ? undefined : requested);
  }
  return (isFilledIn && !cluster.atLeast('1.7') ? [requested, limited, ofGuest] : [requested, ofGuest, limited]).find(isSome);
}

function isSome({ value }: { readonly value: unknown }): boolean {
  return (quantityValue(value) ?? 0) !== 0;
}
