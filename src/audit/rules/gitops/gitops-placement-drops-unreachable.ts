import { GitOpsSource } from '../../../admission';
import { OCM_CLUSTER_GROUP, OCM_OUTAGE_TAINTS, OCM_WORK_GROUP } from '../../../facts';
import { displayName, type Manifest, objectsOf } from '../../../graph';
import { setting } from '../../fix';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext } from '../../rule';
import { Severity } from '../../severity';

export const gitopsPlacementDropsUnreachable: Rule<Manifest> = {
  id: 'gitops-placement-drops-unreachable',
  title: 'A placement keeps clusters that the hub hears nothing of',
  severity: Severity.WARNING,
  category: 'gitops',
  rationale:
    'A cluster that the hub does not hear of for some minutes is tainted, and a Placement that does not tolerate that chooses it no longer. ' +
    'Its works are deleted on the hub, and as soon as the cluster is back the agent deletes what they have made: an outage of the network ' +
    'between the two ends with Services, Routes and VMs that are gone.',
  remediation: 'Tolerate the taints unreachable and unavailable, without a time.',
  references: [GitOpsSource.OCM_TAINTS, 'https://open-cluster-management.io/docs/concepts/content-placement/placement/'],
  subjects: (graph) => graph.ofKind(OCM_CLUSTER_GROUP, 'Placement'),
  evaluate,
};

function evaluate(manifest: Manifest, { graph }: RuleContext): Outcome {
  const sets = graph.ofKind(OCM_WORK_GROUP, 'ManifestWorkReplicaSet');
  const delivering = sets.find((set) => isServed(set, manifest));
  if (delivering === undefined) {
    return NOT_APPLICABLE;
  }
  const tolerations = manifest.spec?.tolerations;
  const missing = OCM_OUTAGE_TAINTS.filter((taint) => !objectsOf(tolerations).some((toleration) => tolerates(toleration, taint)));
  if (missing.length === 0) {
    return [];
  }
  const path = 'spec.tolerations';
  const message = `when the hub does not hear of a cluster, ${displayName(delivering)} takes away from it what it has delivered`;
  const remedy = `Tolerate ${missing.join(' and ')} with operator: Exists.`;
  const present: unknown[] = Array.isArray(tolerations) ? tolerations : [];
  const fix = setting(path, [...present, ...missing.map((key) => ({ key, operator: 'Exists' }))]);
  return [{ manifest, path, value: tolerations, message, remedy, fix }];
}

function isServed({ metadata, spec }: Manifest, placement: Manifest): boolean {
  const isNamed = objectsOf(spec?.placementRefs).some(({ name }) => name === placement.metadata?.name);
  return isNamed && metadata?.namespace === placement.metadata?.namespace;
}

/** @see https://github.com/open-cluster-management-io/ocm/blob/v1.3.1/pkg/placement/plugins/tainttoleration/taint_toleration.go */
function tolerates({ key, operator, value, effect, tolerationSeconds }: Record<string, unknown>, taint: string): boolean {
  const isKey = key === taint || (!key && operator === 'Exists');
  const isValue = operator === 'Exists' || !value;
  return isKey && isValue && [undefined, '', 'NoSelect'].includes(effect as string) && tolerationSeconds === undefined;
}
