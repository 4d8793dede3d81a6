import { KUBEVIRT_TREE } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { POOL_GROUP } from '../../../facts';
import { isObject, type Manifest, matchLabelSelector } from '../../../graph';
import { labelling } from '../../fix';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../rule';
import { Severity } from '../../severity';

export const poolSelectorMismatch: Rule<Manifest> = {
  id: 'pool-selector-mismatch',
  title: 'A pool selects the VMs that it makes',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale: 'KubeVirt refuses a pool whose selector does not match the labels of its virtualMachineTemplate.',
  remediation: 'Put the labels of the selector on virtualMachineTemplate.metadata.',
  references: [`${KUBEVIRT_TREE}/pkg/virt-api/webhooks/validating-webhook/admitters/vmpool-admitter.go`],
  subjects: (graph) => graph.ofKind(POOL_GROUP, 'VirtualMachinePool'),
  evaluate,
};

function evaluate(pool: Manifest): Outcome {
  const selector = pool.spec?.selector;
  if (!isObject(selector)) {
    return NOT_APPLICABLE;
  }
  const labels = pool.spec?.virtualMachineTemplate?.metadata?.labels;
  if (matchLabelSelector(selector, isObject(labels) ? labels : {})) {
    return [];
  }
  const message = 'it does not match the labels of virtualMachineTemplate.metadata, and KubeVirt refuses the pool';
  const remedy = 'Put the labels of the selector on spec.virtualMachineTemplate.metadata.labels.';
  const fix = labelling(pool, 'spec.virtualMachineTemplate.metadata.labels', selector);
  return [{ manifest: pool, path: 'spec.selector', value: selector, message, remedy, fix }];
}
