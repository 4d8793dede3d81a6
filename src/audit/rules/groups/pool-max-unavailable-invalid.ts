import { POOL_ADMITTER, pools } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { hasFormat, POOL_PERCENTAGE } from '../../../facts';
import type { Manifest } from '../../../graph';
import { setting } from '../../fix';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../rule';
import { Severity } from '../../severity';

export const poolMaxUnavailableInvalid: Rule<Manifest> = {
  id: 'pool-max-unavailable-invalid',
  title: 'The maxUnavailable of a pool is a number from 1 or a percentage from 1 to 100',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale: 'KubeVirt refuses a pool with any other value.',
  remediation: 'Set maxUnavailable: 1.',
  references: [POOL_ADMITTER],
  subjects: pools,
  evaluate,
};

function evaluate(pool: Manifest): Outcome {
  const value = pool.spec?.maxUnavailable;
  if (typeof value !== 'number' && typeof value !== 'string') {
    return NOT_APPLICABLE;
  }
  const valid = typeof value === 'number' ? value > 0 : hasFormat(value, POOL_PERCENTAGE);
  const message = 'KubeVirt refuses a pool whose maxUnavailable is neither a number from 1 nor a percentage from 1% to 100%';
  return valid
    ? []
    : [
        {
          manifest: pool,
          path: 'spec.maxUnavailable',
          value,
          message,
          remedy: 'Set maxUnavailable: 1.',
          fix: setting('spec.maxUnavailable', 1),
        },
      ];
}
