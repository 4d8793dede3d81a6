import { KUBEVIRT_TREE, KubevirtSource, migrationBlockers } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { KUBEVIRT_GROUP } from '../../../facts';
import { displayName, type Manifest, VirtualMachineView } from '../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext } from '../../rule';
import { Severity } from '../../severity';

export const migrationOfBlockedVm: Rule<Manifest> = {
  id: 'migration-of-blocked-vm',
  title: 'A migration is of a VM that can be migrated',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale: 'KubeVirt refuses the migration of a VM that cannot be migrated.',
  remediation: 'Remove what blocks the migration of the VM.',
  references: [
    `${KUBEVIRT_TREE}/pkg/virt-api/webhooks/validating-webhook/admitters/migration-create-admitter.go`,
    KubevirtSource.VIRT_HANDLER,
  ],
  subjects: (graph) => graph.ofKind(KUBEVIRT_GROUP, 'VirtualMachineInstanceMigration'),
  evaluate,
};

function evaluate(migration: Manifest, { graph, cluster }: RuleContext): Outcome {
  const value = migration.spec?.vmiName;
  const manifest =
    typeof value === 'string' ? graph.find(KUBEVIRT_GROUP, 'VirtualMachine', migration.metadata?.namespace, value) : undefined;
  if (manifest === undefined) {
    return NOT_APPLICABLE;
  }
  const vm = new VirtualMachineView(manifest, 'spec', manifest.spec, manifest.spec?.template);
  return migrationBlockers(vm, graph, cluster).map(({ path, message, remedy }) => ({
    manifest: migration,
    path: 'spec.vmiName',
    value,
    message: `${displayName(manifest)} cannot be migrated because of ${path}: ${message}`,
    remedy,
  }));
}
