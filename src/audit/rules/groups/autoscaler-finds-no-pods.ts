import { AUTOSCALER_GUIDE, autoscalers, POOL_GUIDE, scaledPool } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { isObject, type Manifest, matchLabelSelector, objectsOf } from '../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext } from '../../rule';
import { Severity } from '../../severity';

const METRICS_OF_PODS = ['Resource', 'Pods', 'ContainerResource'];

export const autoscalerFindsNoPods: Rule<Manifest> = {
  id: 'autoscaler-finds-no-pods',
  title: 'An autoscaler finds the pods of the pool that it scales',
  severity: Severity.ERROR,
  stage: Stage.RUN,
  category: 'wiring',
  rationale:
    'The autoscaler looks for pods with the selector of the pool, which has to match the labels of the VMs. Without the same labels on the pods it measures nothing and never scales.',
  remediation: 'Put the labels of the selector on the pods as well.',
  references: [AUTOSCALER_GUIDE, POOL_GUIDE],
  subjects: autoscalers,
  evaluate,
};

function evaluate(autoscaler: Manifest, { graph }: RuleContext): Outcome {
  const pool = scaledPool(autoscaler, graph);
  const selector = pool?.spec?.selector;
  // The selector of a replica set has to match the pods anyway: replica-set-selector-mismatch.
  if (pool?.kind !== 'VirtualMachinePool' || !isObject(selector) || !measuresPods(autoscaler)) {
    return NOT_APPLICABLE;
  }
  const labels = pool.spec.virtualMachineTemplate?.spec?.template?.metadata?.labels;
  if (matchLabelSelector(selector, isObject(labels) ? labels : {})) {
    return [];
  }
  const message = 'it does not match the labels of the pods, so the autoscaler measures nothing and never scales';
  const remedy = 'Put its labels on spec.virtualMachineTemplate.spec.template.metadata.labels as well.';
  return [{ manifest: pool, path: 'spec.selector', value: selector, message, remedy }];
}

/** Without any metric it measures the CPU of the pods. */
function measuresPods(autoscaler: Manifest): boolean {
  const metrics = objectsOf(autoscaler.spec?.metrics);
  return metrics.length === 0 || metrics.some(({ type }) => METRICS_OF_PODS.includes(type));
}
