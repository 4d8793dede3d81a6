import { ProtectionSource } from '../../../admission';
import { type Manifest, type ManifestGraph, nameIn, restores } from '../../../graph';
import type { Rule, Violation } from '../../rule';
import { Severity } from '../../severity';

/** Restores of one namespace that have one target. */
type Rivals = readonly Manifest[];

export const restoreTargetShared: Rule<Rivals> = {
  id: 'restore-target-shared',
  title: 'A VM is the target of one restore at a time',
  severity: Severity.WARNING,
  category: 'admission',
  rationale:
    'KubeVirt refuses a restore while another one of the same target is in progress. Of two that are applied together one fails, and nobody knows which.',
  remediation: 'Keep the restore that is wanted, and remove those that are done.',
  references: [ProtectionSource.RESTORE_ADMITTER],
  subjects: restoresByTarget,
  evaluate: ([first, ...others]) => others.map((restore) => violation(restore, first)),
};

function restoresByTarget(graph: ManifestGraph): Iterable<Rivals> {
  const byTarget = new Map<string, Manifest[]>();
  for (const restore of restores(graph)) {
    const name = nameIn(restore, 'target');
    if (name !== undefined) {
      const key = `${restore.metadata?.namespace}\n${name}`;
      const rivals = byTarget.get(key) ?? [];
      byTarget.set(key, rivals);
      rivals.push(restore);
    }
  }
  return byTarget.values();
}

function violation(manifest: Manifest, first: Manifest): Violation {
  const message = `the VirtualMachineRestore "${first.metadata?.name}" has this target as well, and KubeVirt refuses a second one while the first is in progress`;
  const remedy = 'Keep one of the two; a restore that is done can be deleted.';
  return { manifest, path: 'spec.target.name', value: nameIn(manifest, 'target'), message, remedy };
}
