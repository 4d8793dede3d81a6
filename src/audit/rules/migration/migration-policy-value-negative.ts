import { KUBEVIRT_TREE, migrationPolicies, POLICY_GUIDE } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { quantityValue } from '../../../facts';
import type { Manifest } from '../../../graph';
import { removal } from '../../fix';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../rule';
import { Severity } from '../../severity';

const FIELDS = ['bandwidthPerMigration', 'completionTimeoutPerGiB'];

export const migrationPolicyValueNegative: Rule<Manifest> = {
  id: 'migration-policy-value-negative',
  title: 'The limits of a MigrationPolicy are not negative',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale: 'KubeVirt refuses a policy with a negative bandwidth or completion timeout.',
  remediation: 'Remove the field, so that what holds for the cluster holds here too.',
  references: [`${KUBEVIRT_TREE}/pkg/virt-api/webhooks/validating-webhook/admitters/migrationpolicy-admitter.go`, POLICY_GUIDE],
  subjects: migrationPolicies,
  evaluate,
};

function evaluate(policy: Manifest): Outcome {
  const values = FIELDS.map((field) => ({ field, value: policy.spec?.[field] })).filter(({ value }) => quantityValue(value) !== undefined);
  if (values.length === 0) {
    return NOT_APPLICABLE;
  }
  const message = 'KubeVirt refuses a negative value';
  const remedy = 'Remove it, so that what holds for the cluster holds here too.';
  return values.flatMap(({ field, value }) =>
    Number(quantityValue(value)) < 0
      ? [{ manifest: policy, path: `spec.${field}`, value, message, remedy, fix: removal(`spec.${field}`) }]
      : [],
  );
}
