import { POOL_ADMITTER, pools } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { isGoDuration } from '../../../facts';
import type { Manifest } from '../../../graph';
import { withoutSpaces } from '../../fix';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../rule';
import { Severity } from '../../severity';

export const poolDurationInvalid: Rule<Manifest> = {
  id: 'pool-duration-invalid',
  title: 'The time after which a pool replaces a failing VM is a duration',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale: 'KubeVirt reads it as a duration of Go, with a unit behind each number, and refuses the pool when it cannot.',
  remediation: 'Write it as 5m or 1h30m.',
  references: [POOL_ADMITTER, 'https://pkg.go.dev/time#ParseDuration'],
  mentions: ['minFailingToStartDuration'],
  subjects: pools,
  evaluate,
};

function evaluate(pool: Manifest): Outcome {
  const value = pool.spec?.autohealing?.minFailingToStartDuration;
  if (typeof value !== 'string') {
    return NOT_APPLICABLE;
  }
  const path = 'spec.autohealing.minFailingToStartDuration';
  const message = 'KubeVirt cannot read this as a duration, and refuses the pool';
  return isGoDuration(value)
    ? []
    : [{ manifest: pool, path, value, message, remedy: 'Write it as 5m or 1h30m.', fix: withoutSpaces(path, value, isGoDuration) }];
}
