import { MIGRATION_ADMITTER, migrations } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { isObject, type Manifest } from '../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../rule';
import { Severity } from '../../severity';

export const migrationIdsDiffer: Rule<Manifest> = {
  id: 'migration-ids-differ',
  title: 'A migration that sends and receives has one ID',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale: 'The two ends of a migration find one another by its ID: KubeVirt refuses one object with two.',
  remediation: 'Use one migrationID, or one object for each end.',
  references: [MIGRATION_ADMITTER],
  mentions: ['sendTo', 'receive'],
  subjects: migrations,
  evaluate,
};

function evaluate(manifest: Manifest): Outcome {
  const { sendTo, receive } = isObject(manifest.spec) ? manifest.spec : {};
  if (!isObject(sendTo) || !isObject(receive)) {
    return NOT_APPLICABLE;
  }
  const value = receive.migrationID;
  const message = `it differs from that of sendTo, ${sendTo.migrationID}, and KubeVirt refuses the migration`;
  return (value ?? '') === (sendTo.migrationID ?? '')
    ? []
    : [{ manifest, path: 'spec.receive.migrationID', value, message, remedy: 'Use the same ID in both.' }];
}
