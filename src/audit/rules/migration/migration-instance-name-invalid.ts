import { MIGRATION_ADMITTER, migrations } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { hasFormat, LABEL_VALUE_IN_USE } from '../../../facts';
import type { Manifest } from '../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../rule';
import { Severity } from '../../severity';

export const migrationInstanceNameInvalid: Rule<Manifest> = {
  id: 'migration-instance-name-invalid',
  title: 'A migration moves an instance whose name can be the value of a label',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale: 'KubeVirt looks for other migrations of the instance by a label with its name, and refuses the migration when that is none.',
  remediation: 'Give the VM a name of at most 63 characters.',
  references: [MIGRATION_ADMITTER],
  subjects: migrations,
  evaluate,
};

function evaluate(manifest: Manifest): Outcome {
  const value = manifest.spec?.vmiName;
  if (typeof value !== 'string' || value === '') {
    return NOT_APPLICABLE;
  }
  const message = 'KubeVirt looks for other migrations by a label with this value, which cannot be, and refuses the migration';
  const remedy = `Give the VM a name that is ${LABEL_VALUE_IN_USE.words}.`;
  return hasFormat(value, LABEL_VALUE_IN_USE) ? [] : [{ manifest, path: 'spec.vmiName', value, message, remedy }];
}
