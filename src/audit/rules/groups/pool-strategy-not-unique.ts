import { POOL_ADMITTER, pools } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { isObject, type Manifest } from '../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../rule';
import { Severity } from '../../severity';

const FIELDS = ['updateStrategy', 'scaleInStrategy'];
const STRATEGIES = ['proactive', 'opportunistic', 'unmanaged'];

export const poolStrategyNotUnique: Rule<Manifest> = {
  id: 'pool-strategy-not-unique',
  title: 'A pool has one strategy for updates and one for getting smaller',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale: 'KubeVirt refuses a pool that sets more than one of proactive, opportunistic and unmanaged.',
  remediation: 'Keep one of them.',
  references: [POOL_ADMITTER],
  subjects: pools,
  evaluate,
};

function evaluate(pool: Manifest): Outcome {
  const set = FIELDS.map((field) => ({ field, strategy: pool.spec?.[field] })).filter(({ strategy }) => isObject(strategy));
  if (set.length === 0) {
    return NOT_APPLICABLE;
  }
  return set.flatMap(({ field, strategy }) => {
    const names = STRATEGIES.filter((name) => strategy[name] !== undefined && strategy[name] !== null);
    const message = `KubeVirt refuses a pool with ${names.join(' and ')} at the same time`;
    return names.length > 1 ? [{ manifest: pool, path: `spec.${field}`, value: strategy, message, remedy: 'Keep one of them.' }] : [];
  });
}
