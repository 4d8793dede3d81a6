import { ProtectionSource } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { KUBEVIRT_GROUP, SNAPSHOT_GROUP } from '../../../facts';
import { clones, isObject, type Manifest, restores, snapshots, specOf } from '../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type Violation } from '../../rule';
import { Severity } from '../../severity';

interface Reference {
  readonly field: 'source' | 'target';
  readonly kinds: readonly string[];
  /** The group that it has to name; undefined: any. */
  readonly group?: string;
}

const VIRTUAL_MACHINE = { kinds: ['VirtualMachine'], group: KUBEVIRT_GROUP };
const REFERENCES: Record<string, readonly Reference[]> = {
  VirtualMachineSnapshot: [{ field: 'source', ...VIRTUAL_MACHINE }],
  VirtualMachineRestore: [{ field: 'target', ...VIRTUAL_MACHINE }],
  VirtualMachineClone: [
    { field: 'source', kinds: ['VirtualMachine', 'VirtualMachineSnapshot'] },
    { field: 'target', kinds: ['VirtualMachine'] },
  ],
};

export const snapshotReferenceInvalid: Rule<Manifest> = {
  id: 'snapshot-reference-invalid',
  title: 'Snapshots, restores and clones refer to objects that they can be made of and for',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale: 'KubeVirt refuses a reference without an API group, and one to another kind than a VirtualMachine (a clone: or a snapshot).',
  remediation: 'Write apiGroup: kubevirt.io and kind: VirtualMachine.',
  references: [ProtectionSource.SNAPSHOT_ADMITTER, ProtectionSource.RESTORE_ADMITTER, ProtectionSource.CLONE_ADMITTER],
  subjects: (graph) => [...snapshots(graph), ...restores(graph), ...clones(graph)],
  evaluate,
};

function evaluate(manifest: Manifest): Outcome {
  const references = REFERENCES[manifest.kind].filter(({ field }) => isObject(specOf(manifest)[field]));
  return references.length === 0 ? NOT_APPLICABLE : references.flatMap((reference) => faultsOf(manifest, reference));
}

function faultsOf(manifest: Manifest, { field, kinds, group }: Reference) {
  const { apiGroup, kind } = specOf(manifest)[field];
  const path = `spec.${field}`;
  const violations: Violation[] = [];
  if (typeof kind === 'string' && !kinds.includes(kind)) {
    const message = `KubeVirt takes only ${kinds.join(' and ')} here and refuses the ${manifest.kind}`;
    violations.push({ manifest, path: `${path}.kind`, value: kind, message, remedy: `Use kind: ${kinds.join(' or ')}.` });
  }
  const isMissing = field === 'source' || group !== undefined ? apiGroup === undefined || apiGroup === '' : false;
  if (isMissing || (group !== undefined && apiGroup !== group)) {
    const expected = kind === 'VirtualMachineSnapshot' ? SNAPSHOT_GROUP : KUBEVIRT_GROUP;
    const message = `KubeVirt looks for ${expected} here and refuses the ${manifest.kind}`;
    violations.push({ manifest, path: `${path}.apiGroup`, value: apiGroup, message, remedy: `Write apiGroup: ${expected}.` });
  }
  return violations;
}
