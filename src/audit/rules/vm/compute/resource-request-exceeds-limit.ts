import { KubevirtSource } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { quantityValue } from '../../../../facts';
import { isObject, type VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

const RESOURCES = ['cpu', 'memory'];
const SMALLEST_MEMORY = 1e6;

export const resourceRequestExceedsLimit: Rule<VirtualMachineView> = {
  id: 'resource-request-exceeds-limit',
  title: 'A VM requests no more than its limits, and no negative amounts',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale: 'KubeVirt refuses requests above limits, negative amounts, and memory requests below 1M.',
  remediation: 'Raise the limit, or lower the request.',
  references: [KubevirtSource.VMI_ADMITTER],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView): Outcome {
  const { resources } = vm.domain;
  if (!isObject(resources)) {
    return NOT_APPLICABLE;
  }
  return RESOURCES.flatMap((resource) => {
    const [request, limit] = [resources.requests?.[resource], resources.limits?.[resource]];
    const negative = Object.entries({ requests: request, limits: limit }).filter(([, value]) => (quantityValue(value) ?? 0) < 0);
    const faults: Fault[] = negative.map(([list, value]) => ({ list, value, ...NEGATIVE }));
    const fault = faults.length > 0 ? undefined : requestFault(resource, request, limit);
    return [...faults, ...(fault === undefined ? [] : [{ list: 'requests', value: request, ...fault }])].map(({ list, ...found }) => ({
      manifest: vm.manifest,
      path: vm.path(`domain.resources.${list}.${resource}`),
      ...found,
    }));
  });
}

interface Fault {
  readonly list: string;
  readonly value: unknown;
  readonly message: string;
  readonly remedy: string;
}

const NEGATIVE = { message: 'KubeVirt refuses negative amounts', remedy: 'Use a positive amount.' };

function requestFault(resource: string, shownRequest: unknown, shownLimit: unknown) {
  const [request, limit] = [shownRequest, shownLimit].map((value) => quantityValue(value) ?? 0);
  if (resource === 'memory' && request > 0 && request < SMALLEST_MEMORY) {
    return { message: 'KubeVirt refuses less than 1M of memory', remedy: 'Check the unit, e.g. 512Mi.' };
  }
  const exceeds = limit > 0 && request > limit;
  return exceeds
    ? { message: `KubeVirt refuses a request above the limit, ${shownLimit}`, remedy: 'Raise the limit, or lower the request.' }
    : undefined;
}
