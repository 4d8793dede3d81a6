import { MIGRATION_ADMITTER, migrations } from '../../../admission';
import { Stage } from '../../../admission/stage';
import type { Manifest } from '../../../graph';
import { safeRemoval } from '../../fix';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext } from '../../rule';
import { Severity } from '../../severity';

export const migrationPriorityReserved: Rule<Manifest> = {
  id: 'migration-priority-reserved',
  title: 'A migration leaves its priority to KubeVirt',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale: "From 1.7 on KubeVirt's own controller alone may give a migration a priority.",
  remediation: 'Remove priority.',
  references: [MIGRATION_ADMITTER],
  mentions: ['priority'],
  subjects: migrations,
  evaluate,
};

function evaluate(manifest: Manifest, { cluster }: RuleContext): Outcome {
  const value = manifest.spec?.priority;
  if (!cluster.atLeast('1.7')) {
    return NOT_APPLICABLE;
  }
  const message = 'KubeVirt refuses a priority from anybody but its own controller';
  return value === undefined
    ? []
    : [{ manifest, path: 'spec.priority', value, message, remedy: 'Remove it.', fix: safeRemoval('spec.priority') }];
}
