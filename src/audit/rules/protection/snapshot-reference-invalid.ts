import { ProtectionSource } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { BACKUP_GROUP, KUBEVIRT_GROUP, SNAPSHOT_GROUP, TEMPLATE_GROUP } from '../../../facts';
import { clones, exportsOf, isObject, type Manifest, restores, snapshots, specOf } from '../../../graph';
import { nearestValue, safeRemoval, safeSetting, setting } from '../../fix';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext, type Violation } from '../../rule';
import { Severity } from '../../severity';

interface ReferredKind {
  readonly kind: string;
  /** The group that the reference has to name; empty: it must name none. */
  readonly group: string;
  /** The release that the kind came in, where not all have it. */
  readonly since?: string;
}

interface Reference {
  readonly field: 'source' | 'target';
  readonly kinds: readonly ReferredKind[];
  /** Which groups pass, where it is not the one of the kind alone: any that is named, or whatever stands there. */
  readonly groups?: 'named' | 'all';
  /** Whether the name must not be empty. */
  readonly isNamed?: boolean;
}

const VIRTUAL_MACHINE: ReferredKind = { kind: 'VirtualMachine', group: KUBEVIRT_GROUP };
const SNAPSHOT: ReferredKind = { kind: 'VirtualMachineSnapshot', group: SNAPSHOT_GROUP };
const EXPORTED: readonly ReferredKind[] = [
  VIRTUAL_MACHINE,
  SNAPSHOT,
  { kind: 'PersistentVolumeClaim', group: '' },
  { kind: 'VirtualMachineBackup', group: BACKUP_GROUP, since: '1.8' },
  { kind: 'VirtualMachineTemplate', group: TEMPLATE_GROUP, since: '1.9' },
];

const REFERENCES: Record<string, readonly Reference[]> = {
  VirtualMachineSnapshot: [{ field: 'source', kinds: [VIRTUAL_MACHINE] }],
  VirtualMachineRestore: [{ field: 'target', kinds: [VIRTUAL_MACHINE] }],
  VirtualMachineClone: [
    { field: 'source', kinds: [VIRTUAL_MACHINE, SNAPSHOT], groups: 'named', isNamed: true },
    { field: 'target', kinds: [VIRTUAL_MACHINE], groups: 'all' },
  ],
  VirtualMachineExport: [{ field: 'source', kinds: EXPORTED, isNamed: true }],
};

export const snapshotReferenceInvalid: Rule<Manifest> = {
  id: 'snapshot-reference-invalid',
  title: 'Snapshots, restores, clones and exports refer to objects that they can be made of and for',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale:
    'KubeVirt refuses a reference without an API group, with that of another kind, and one to another kind than a VirtualMachine; a clone can ' +
    'be made of a snapshot too, and an export of a claim, a snapshot, a backup or a template. The source of clones and exports needs a name.',
  remediation: 'Write apiGroup: kubevirt.io, kind: VirtualMachine and a name.',
  references: [
    ProtectionSource.SNAPSHOT_ADMITTER,
    ProtectionSource.RESTORE_ADMITTER,
    ProtectionSource.CLONE_ADMITTER,
    ProtectionSource.EXPORT_ADMITTER,
  ],
  subjects: (graph) => [...snapshots(graph), ...restores(graph), ...clones(graph), ...exportsOf(graph)],
  evaluate,
};

function evaluate(manifest: Manifest, { cluster }: RuleContext): Outcome {
  const references = REFERENCES[manifest.kind].filter(({ field }) => isObject(specOf(manifest)[field]));
  if (references.length === 0) {
    return NOT_APPLICABLE;
  }
  return references.flatMap((reference) => {
    const kinds = reference.kinds.filter(({ since }) => since === undefined || cluster.atLeast(since));
    return [
      ...kindFaults(manifest, reference.field, kinds),
      ...groupFaults(manifest, reference, kinds),
      ...nameFaults(manifest, reference),
    ];
  });
}

function kindFaults(manifest: Manifest, field: string, kinds: readonly ReferredKind[]): Violation[] {
  const { kind: value } = specOf(manifest)[field];
  if (typeof value !== 'string' || kinds.some(({ kind }) => kind === value)) {
    return [];
  }
  const names = kinds.map(({ kind }) => kind);
  const path = `spec.${field}.kind`;
  const fix = names.length === 1 ? setting(path, names[0]) : nearestValue(path, value, names);
  const message = `KubeVirt takes only ${names.join(' and ')} here and refuses the ${manifest.kind}`;
  return [{ manifest, path: `spec.${field}.kind`, value, message, remedy: `Use kind: ${names.join(' or ')}.`, fix }];
}

function groupFaults(manifest: Manifest, { field, groups }: Reference, kinds: readonly ReferredKind[]): Violation[] {
  const { apiGroup: value, kind } = specOf(manifest)[field];
  const [{ group: first }] = kinds;
  const expected =
    kinds.find((candidate) => candidate.kind === kind)?.group ?? (kinds.length > 1 && groups === undefined ? undefined : first);
  const passes = expected === undefined || groups === 'all' || (groups === 'named' && !!value) || (value ?? '') === expected;
  if (passes) {
    return [];
  }
  const path = `spec.${field}.apiGroup`;
  return expected === ''
    ? [
        {
          manifest,
          path,
          value,
          message: `KubeVirt takes no group for ${kind} and refuses the ${manifest.kind}`,
          remedy: 'Remove apiGroup.',
          fix: safeRemoval(path),
        },
      ]
    : [
        {
          manifest,
          path,
          value,
          message: `KubeVirt looks for ${expected} here and refuses the ${manifest.kind}`,
          remedy: `Write apiGroup: ${expected}.`,
          fix: safeSetting(path, expected),
        },
      ];
}

function nameFaults(manifest: Manifest, { field, isNamed }: Reference): Violation[] {
  const { name: value } = specOf(manifest)[field];
  const message = `KubeVirt refuses a ${manifest.kind} that names no ${field}`;
  return isNamed && value === '' ? [{ manifest, path: `spec.${field}.name`, value, message, remedy: 'Name the object.' }] : [];
}
