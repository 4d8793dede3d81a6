import { AUTOSCALER_GUIDE, autoscalers, KubevirtSource } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { KUBEVIRT_GROUP, POOL_GROUP } from '../../../facts';
import { isObject, type Manifest } from '../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../rule';
import { Severity } from '../../severity';

/** The groups of the kinds of KubeVirt that can be scaled, and of those that a scaler is mistakenly pointed at. */
const GROUPS: Readonly<Record<string, string>> = {
  VirtualMachinePool: POOL_GROUP,
  VirtualMachineInstanceReplicaSet: KUBEVIRT_GROUP,
  VirtualMachine: KUBEVIRT_GROUP,
  VirtualMachineInstance: KUBEVIRT_GROUP,
};
const NOT_SCALABLE = ['VirtualMachine', 'VirtualMachineInstance'];

export const autoscalerTargetInvalid: Rule<Manifest> = {
  id: 'autoscaler-target-invalid',
  title: 'An autoscaler points at a kind of KubeVirt that can be scaled',
  severity: Severity.ERROR,
  stage: Stage.RUN,
  category: 'wiring',
  rationale:
    'An autoscaler writes the number of replicas through the subresource scale. Of the kinds of KubeVirt, VirtualMachinePool and VirtualMachineInstanceReplicaSet have one, each in its own API group. With another target it fails each time, and nothing is scaled.',
  remediation: 'Point the autoscaler at a VirtualMachinePool.',
  references: [AUTOSCALER_GUIDE, KubevirtSource.API_TYPES],
  mentions: ['scaleTargetRef'],
  subjects: autoscalers,
  evaluate,
};

function evaluate(autoscaler: Manifest): Outcome {
  const target = autoscaler.spec?.scaleTargetRef;
  if (!isObject(target) || !Object.hasOwn(GROUPS, target.kind) || typeof target.apiVersion !== 'string') {
    return NOT_APPLICABLE;
  }
  const { kind, apiVersion } = target;
  const group = apiVersion.split('/')[0];
  if (group === GROUPS[kind] && NOT_SCALABLE.includes(kind)) {
    const message = `a ${kind} is one VM and cannot be scaled: the autoscaler does nothing`;
    const remedy = 'Make the VM the template of a VirtualMachinePool, and point to that.';
    return [{ manifest: autoscaler, path: 'spec.scaleTargetRef.kind', value: kind, message, remedy }];
  }
  if (group !== GROUPS[kind] && isOfKubevirt(group)) {
    const message = `this API group has no ${kind}, so that the autoscaler finds nothing to scale`;
    const remedy = `Use the group ${GROUPS[kind]}.`;
    return [{ manifest: autoscaler, path: 'spec.scaleTargetRef.apiVersion', value: apiVersion, message, remedy }];
  }
  return [];
}

/** Kinds of the same name in groups of others are not ours to judge; the core group, apps and autoscaling are known to have none. */
function isOfKubevirt(group: string): boolean {
  return group === KUBEVIRT_GROUP || group.endsWith(`.${KUBEVIRT_GROUP}`) || ['v1', 'apps', 'autoscaling'].includes(group);
}
