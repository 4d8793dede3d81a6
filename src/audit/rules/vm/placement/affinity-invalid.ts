import { affinityFaults, KubevirtSource } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { isObject, type VirtualMachineView } from '../../../../graph';
import { setting } from '../../../fix';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

export const affinityInvalid: Rule<VirtualMachineView> = {
  id: 'affinity-invalid',
  title: 'Affinity terms are complete',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale:
    'KubeVirt refuses weights outside 1 to 100, pod terms without a label of nodes to compare, namespaces that cannot exist, required node ' +
    'affinity without a term, and terms about fields of nodes that do not name one node.',
  remediation: 'Complete the term.',
  references: [KubevirtSource.VMI_ADMITTER, KubevirtSource.AFFINITY_VALIDATION],
  mentions: ['affinity'],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView): Outcome {
  const { affinity } = vm.spec;
  if (!isObject(affinity)) {
    return NOT_APPLICABLE;
  }
  return affinityFaults(affinity).map(({ path, value, refused, remedy, wanted }) => ({
    manifest: vm.manifest,
    fix: wanted === undefined ? undefined : setting(vm.path(`affinity.${path}`), wanted),
    path: vm.path(`affinity.${path}`),
    value,
    message: `KubeVirt refuses ${refused}`,
    remedy,
  }));
}
