import { Stage } from '../../../admission/stage';
import { KUBEVIRT_GROUP } from '../../../facts';
import { isObject, type Manifest, matchLabelSelector } from '../../../graph';
import { labelling } from '../../fix';
import type { Outcome, Rule, Violation } from '../../rule';
import { Severity } from '../../severity';

const LABELS = 'spec.template.metadata.labels';

export const replicaSetSelectorMismatch: Rule<Manifest> = {
  id: 'replica-set-selector-mismatch',
  title: 'A VirtualMachineInstanceReplicaSet selects the instances that it makes',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale:
    'KubeVirt refuses a replica set whose selector does not match the labels of its template, and makes no instance from a template without labels.',
  remediation: 'Put the labels of the selector on the template.',
  references: [
    'https://github.com/kubevirt/kubevirt/blob/v1.8.4/pkg/virt-api/webhooks/validating-webhook/admitters/vmirs-admitter.go',
    'https://github.com/kubevirt/kubevirt/blob/v1.8.4/pkg/virt-controller/watch/replicaset/replicaset.go',
  ],
  subjects: (graph) => graph.ofKind(KUBEVIRT_GROUP, 'VirtualMachineInstanceReplicaSet'),
  evaluate,
};

function evaluate(set: Manifest): Outcome {
  const value = set.spec?.selector;
  const given = set.spec?.template?.metadata?.labels;
  const labels = isObject(given) ? given : {};
  if (!matchLabelSelector(value, labels)) {
    return [mismatch(set, value)];
  }
  const message = 'the controller passes over a replica set without labels on its template and makes no instance';
  return Object.keys(labels).length === 0
    ? [{ manifest: set, stage: Stage.RUN, path: LABELS, value: given, message, remedy: 'Give the template a label, and select it.' }]
    : [];
}

function mismatch(manifest: Manifest, value: unknown): Violation {
  const message = `it does not match ${LABELS}, and KubeVirt refuses the replica set`;
  const fix = labelling(manifest, LABELS, value);
  return { manifest, path: 'spec.selector', value, message, remedy: `Put its labels on ${LABELS}.`, fix };
}
