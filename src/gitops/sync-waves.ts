import {
  BIND_IMMEDIATELY_ANNOTATION,
  CDI_GROUP,
  INSTANCETYPE_GROUP,
  KUBEVIRT_GROUP,
  MIGRATIONS_GROUP,
  NETWORK_ATTACHMENT_GROUP,
  POOL_GROUP,
  RBAC_GROUP,
  SCHEDULING_GROUP,
} from '../facts';

/** What the wave of an object depends on. */
export interface WaveSubject {
  readonly group: string;
  readonly kind: string;
  readonly annotations: Readonly<Record<string, string>>;
}

/** What everything else stands in or is limited by, such as namespaces. */
export const SURROUNDINGS = -5;
const NEEDED_BY_MACHINES = -4;
const DISKS = -3;
const FENCING_TEMPLATES = -2;
const AROUND_MACHINES = -1;
/** The last one: Argo CD as of 3.5 takes a VM that is stopped on purpose for suspended, and begins no wave behind it. */
const MACHINES = 0;

const WAVES: readonly (readonly [wave: number, group: string, kinds: readonly string[]])[] = [
  [SURROUNDINGS, '', ['Namespace', 'ResourceQuota', 'LimitRange']],
  [SURROUNDINGS, SCHEDULING_GROUP, ['PriorityClass']],
  [SURROUNDINGS, MIGRATIONS_GROUP, ['MigrationPolicy']],
  [NEEDED_BY_MACHINES, '', ['Secret', 'ConfigMap', 'ServiceAccount']],
  [NEEDED_BY_MACHINES, RBAC_GROUP, ['Role', 'RoleBinding', 'ClusterRole', 'ClusterRoleBinding']],
  [NEEDED_BY_MACHINES, NETWORK_ATTACHMENT_GROUP, ['NetworkAttachmentDefinition']],
  [
    NEEDED_BY_MACHINES,
    INSTANCETYPE_GROUP,
    ['VirtualMachineInstancetype', 'VirtualMachineClusterInstancetype', 'VirtualMachinePreference', 'VirtualMachineClusterPreference'],
  ],
  [NEEDED_BY_MACHINES, CDI_GROUP, ['DataSource', 'DataImportCron']],
  [MACHINES, KUBEVIRT_GROUP, ['VirtualMachine', 'VirtualMachineInstanceReplicaSet']],
  [MACHINES, POOL_GROUP, ['VirtualMachinePool']],
  [MACHINES, '', ['PersistentVolumeClaim']],
];

/** All waves, in their order, with a word for what is in each. */
export const WAVE_NAMES: readonly (readonly [wave: number, name: string])[] = [
  [SURROUNDINGS, 'surroundings'],
  [NEEDED_BY_MACHINES, 'needed'],
  [DISKS, 'disks'],
  [FENCING_TEMPLATES, 'fencing'],
  [AROUND_MACHINES, 'around'],
  [MACHINES, 'machines'],
];

/**
 * The wave of Argo CD in which an object is applied. Waves wait for one another until all of the earlier is healthy.
 *
 * @see https://argo-cd.readthedocs.io/en/stable/user-guide/sync-waves/
 */
export function waveOf({ group, kind, annotations }: WaveSubject): number {
  if (group === CDI_GROUP && kind === 'DataVolume') {
    // One that waits for the VM which uses it would be waited for by that VM.
    return annotations[BIND_IMMEDIATELY_ANNOTATION] === 'true' ? DISKS : MACHINES;
  }
  if (kind.endsWith('RemediationTemplate')) {
    return FENCING_TEMPLATES;
  }
  return WAVES.find(([, ofGroup, kinds]) => ofGroup === group && kinds.includes(kind))?.[0] ?? AROUND_MACHINES;
}
