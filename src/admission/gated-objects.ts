import { BACKUP_GROUP, CLONE_GROUP, EXPORT_GROUP, KUBEVIRT_GROUP, MIGRATIONS_GROUP, PLUGIN_GROUP, SNAPSHOT_GROUP } from '../facts';
import { apiGroup, fieldValues, type Manifest, type ManifestGraph } from '../graph';
import type { AdmissionContext } from './context';
import type { GatedFeature } from './gated-feature';

/** A kind that only a cluster with a gate takes, or only without a field. */
interface GatedKind {
  readonly group: string;
  readonly kind: string;
  readonly gate: string;
  /** The first release whose admission asks for the gate; absent: 1.5. */
  readonly since?: string;
  /** The way to the field that needs the gate; absent: the object itself needs it. */
  readonly steps?: readonly string[];
  /** The value of the field that needs the gate; absent: any. */
  readonly value?: string | boolean;
}

const KINDS: readonly GatedKind[] = [
  { group: SNAPSHOT_GROUP, kind: 'VirtualMachineSnapshot', gate: 'Snapshot' },
  { group: SNAPSHOT_GROUP, kind: 'VirtualMachineRestore', gate: 'Snapshot' },
  { group: CLONE_GROUP, kind: 'VirtualMachineClone', gate: 'Snapshot' },
  { group: EXPORT_GROUP, kind: 'VirtualMachineExport', gate: 'VMExport' },
  ...['OCIExport', 'Template'].map((gate) => ({
    group: EXPORT_GROUP,
    kind: 'VirtualMachineExport',
    gate,
    since: '1.9',
    steps: ['spec', 'source', 'kind'],
    value: 'VirtualMachineTemplate',
  })),
  { group: BACKUP_GROUP, kind: 'VirtualMachineBackup', gate: 'IncrementalBackup', since: '1.8' },
  { group: BACKUP_GROUP, kind: 'VirtualMachineBackupTracker', gate: 'IncrementalBackup', since: '1.8' },
  { group: PLUGIN_GROUP, kind: 'Plugin', gate: 'Plugins', since: '1.9' },
  ...['sendTo', 'receive'].map((field) => ({
    group: KUBEVIRT_GROUP,
    kind: 'VirtualMachineInstanceMigration',
    gate: 'DecentralizedLiveMigration',
    since: '1.6',
    steps: ['spec', field],
  })),
  ...[['maxDowntimeMs'], ['experimental', 'stallDetector']].map((steps) => ({
    group: MIGRATIONS_GROUP,
    kind: 'MigrationPolicy',
    gate: 'MigrationStallDetection',
    since: '1.9',
    steps: ['spec', ...steps],
  })),
  {
    group: KUBEVIRT_GROUP,
    kind: 'KubeVirt',
    gate: 'Template',
    since: '1.8',
    steps: ['spec', 'configuration', 'virtTemplateDeployment', 'enabled'],
    value: true,
  },
  {
    group: KUBEVIRT_GROUP,
    kind: 'KubeVirt',
    gate: 'OptOutRoleAggregation',
    since: '1.8',
    steps: ['spec', 'configuration', 'roleAggregationStrategy'],
    value: 'Manual',
  },
  {
    group: KUBEVIRT_GROUP,
    kind: 'KubeVirt',
    gate: 'MigrationStallDetection',
    since: '1.9',
    steps: ['spec', 'configuration', 'migrations', 'maxDowntimeMs'],
  },
];

/** Words of which an object has at least one when a gate is asked for because of it. */
export const GATED_OBJECT_WORDS: readonly string[] = KINDS.map(({ kind, steps, value }) =>
  typeof value === 'string' ? value : (steps?.[steps.length - 1] ?? kind),
);

/** The objects for which a gate may be asked for, beside VMs. */
export function gatedObjects(graph: ManifestGraph): Manifest[] {
  const kinds = new Map(KINDS.map(({ group, kind }) => [`${group}/${kind}`, { group, kind }]));
  return [...kinds.values()].flatMap(({ group, kind }) => graph.ofKind(group, kind));
}

/** What of an object needs a gate. */
export function gatedParts(manifest: Manifest, { cluster }: AdmissionContext): GatedFeature[] {
  return KINDS.filter(({ group, kind }) => kind === manifest.kind && group === apiGroup(manifest))
    .filter(({ since }) => since === undefined || cluster.atLeast(since))
    .flatMap(({ gate, steps, value: needed }) =>
      fieldValues(manifest, steps ?? ['kind'])
        .filter(({ value }) => needed === undefined || value === needed)
        .map(({ path, value }) => ({ gate, path, value })),
    );
}
