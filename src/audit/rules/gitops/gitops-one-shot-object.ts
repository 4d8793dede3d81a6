import { ProtectionSource } from '../../../admission';
import { CLONE_GROUP, EXPORT_GROUP, KUBEVIRT_GROUP, SNAPSHOT_GROUP } from '../../../facts';
import { gitOpsUse, isLeftAlone, type Manifest } from '../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext } from '../../rule';
import { Severity } from '../../severity';

const CONSEQUENCES: Readonly<Record<string, string>> = {
  VirtualMachineRestore:
    'when it is made anew, in a new cluster or after somebody has deleted it, the disks of the VM go back to that snapshot; and once it has run, the VM in Git names other disks than the cluster',
  VirtualMachineSnapshot: 'when it is gone, as in a new cluster, one of what the VM is by then takes its name',
  VirtualMachineInstanceMigration: 'whenever it is gone the VM is migrated once more',
  VirtualMachineClone: 'when it is gone and its target too, the VM is cloned once more',
  VirtualMachineExport: 'it is deleted when its time is over, and made anew, so that the disks stay open to whoever has its token',
};
const KINDS = [
  [SNAPSHOT_GROUP, 'VirtualMachineRestore'],
  [SNAPSHOT_GROUP, 'VirtualMachineSnapshot'],
  [KUBEVIRT_GROUP, 'VirtualMachineInstanceMigration'],
  [CLONE_GROUP, 'VirtualMachineClone'],
  [EXPORT_GROUP, 'VirtualMachineExport'],
] as const;

export const gitopsOneShotObject: Rule<Manifest> = {
  id: 'gitops-one-shot-object',
  title: 'Restores, snapshots, migrations, clones and exports are kept out of what a GitOps tool applies',
  severity: Severity.WARNING,
  category: 'gitops',
  rationale:
    'These objects do something once, when they are created. A GitOps tool creates them whenever they are missing. After a restore the VM in ' +
    'the cluster has new disks, and a sync points it back to the old ones.',
  remediation: 'Apply it by hand, with the sync paused during a restore; in Git leave it out, or make it a hook.',
  references: [ProtectionSource.USER_GUIDE, ProtectionSource.RESTORE_CONTROLLER],
  subjects: (graph) => KINDS.flatMap(([group, kind]) => graph.ofKind(group, kind)),
  evaluate,
};

function evaluate(manifest: Manifest, { graph }: RuleContext): Outcome {
  if (!gitOpsUse(graph).isSeen) {
    return NOT_APPLICABLE;
  }
  if (isLeftAlone(manifest)) {
    return [];
  }
  const message = `a GitOps tool makes it whenever it is missing: ${CONSEQUENCES[manifest.kind]}`;
  return [
    { manifest, path: 'kind', value: manifest.kind, message, remedy: 'Keep it out of the folder that is synced, and apply it by hand.' },
  ];
}
