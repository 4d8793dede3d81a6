import { KUBEVIRT_TREE, migrationPolicies } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { type FactorBounds, factorValue, isFactorWithin, STALL_FACTORS } from '../../../facts';
import { isObject, type Manifest } from '../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext } from '../../rule';
import { Severity } from '../../severity';

export const migrationPolicyFactorInvalid: Rule<Manifest> = {
  id: 'migration-policy-factor-invalid',
  title: 'The factors by which a MigrationPolicy finds stalls are factors',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale: 'KubeVirt refuses a factor that is no number, has more than three decimal places, or is out of its bounds.',
  remediation: 'Write a number with up to three decimal places, within the bounds.',
  references: [`${KUBEVIRT_TREE}/pkg/virt-api/webhooks/validating-webhook/admitters/migrationpolicy-admitter.go`],
  mentions: ['stallDetector'],
  subjects: migrationPolicies,
  evaluate,
};

function evaluate(manifest: Manifest, { cluster }: RuleContext): Outcome {
  const detector = manifest.spec?.experimental?.stallDetector;
  if (!isObject(detector) || !cluster.atLeast('1.9')) {
    return NOT_APPLICABLE;
  }
  return Object.entries(STALL_FACTORS).flatMap(([name, bounds]) => {
    const value = detector[name];
    const fault = typeof value === 'string' ? faultOf(factorValue(value), bounds) : undefined;
    return fault === undefined ? [] : [{ manifest, path: `spec.experimental.stallDetector.${name}`, value, ...fault }];
  });
}

function faultOf(factor: number | undefined, bounds: FactorBounds): { message: string; remedy: string } | undefined {
  const remedy = `Use a number ${bounds.moreThanLeast ? 'above' : 'from'} ${bounds.min}${bounds.max === Number.MAX_VALUE ? '' : ` to ${bounds.max}`}.`;
  if (factor === undefined) {
    return { message: 'this is no number with up to three decimal places, and KubeVirt refuses the policy', remedy };
  }
  return isFactorWithin(factor, bounds) ? undefined : { message: 'KubeVirt refuses a factor out of its bounds', remedy };
}
