import { migrationPolicies, POLICY_GUIDE, POLICY_MATCHING, selectorsOf } from '../../../admission';
import type { Manifest } from '../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../rule';
import { Severity } from '../../severity';

export const migrationPolicyMatchesEverything: Rule<Manifest> = {
  id: 'migration-policy-matches-everything',
  title: 'A MigrationPolicy says which VMs it is for',
  severity: Severity.WARNING,
  category: 'wiring',
  rationale: 'A policy whose selectors have no label fits every VM of the cluster, those of other teams as well.',
  remediation: 'Select VMs or namespaces, or put the settings into the KubeVirt object.',
  references: [POLICY_MATCHING, POLICY_GUIDE],
  subjects: migrationPolicies,
  evaluate,
};

function evaluate(policy: Manifest): Outcome {
  const selectors = selectorsOf(policy);
  if (selectors === undefined) {
    return NOT_APPLICABLE;
  }
  const message = 'it has no label, so the policy holds for every VM of the cluster that has no policy of its own';
  const remedy = 'Add a virtualMachineInstanceSelector or a namespaceSelector, or put the settings into the KubeVirt object.';
  return Object.keys({ ...selectors.machine, ...selectors.namespace }).length > 0
    ? []
    : [{ manifest: policy, path: 'spec.selectors', value: policy.spec.selectors, message, remedy }];
}
