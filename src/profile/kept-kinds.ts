import {
  CDI_GROUP,
  CONFIG_GROUP,
  EVEN_CPUS_ANNOTATION,
  entryPath,
  HYPER_CONVERGED_GROUP,
  INSTANCETYPE_GROUP,
  IntentAnnotation,
  KUBEVIRT_GROUP,
  MACHINE_API_GROUP,
  MACHINE_CONFIG_GROUP,
  MIGRATIONS_GROUP,
  MULTIPLE_TEMPLATES_ANNOTATION,
  NETWORK_ATTACHMENT_GROUP,
  NETWORK_RESOURCE_ANNOTATION,
  NODE_HEALTH_CHECK_GROUP,
  OPERATOR_GROUP,
  PAUSED_ANNOTATION,
  REMEDIATION_STRATEGY_ANNOTATION,
  REMEDIATORS,
  SCHEDULING_GROUP,
  SELF_NODE_REMEDIATION_GROUP,
  SEVERAL_ZONES,
  STORAGE_GROUP,
  VOLUME_SNAPSHOT_GROUP,
} from '../facts';

/** Where a kind of object exists. */
export enum Presence {
  /** Each cluster with VMs has one at least: without any, the dump is incomplete. */
  ALWAYS,
  /** Each OpenShift cluster has one at least. */
  ON_OPENSHIFT,
  /** None may be the answer. */
  PERHAPS,
}

/** What a profile keeps of a kind of objects, beside their names. */
export interface KeptKind {
  readonly group: string;
  readonly kind: string;
  /** Paths of fields; of conditions the type and the status are kept. */
  readonly fields: readonly string[];
  /** A field without which an object tells nothing; undefined: each tells something. */
  readonly only?: string;
  readonly presence: Presence;
  /** What is not known without them, as in "… is unknown". */
  readonly tells: string;
}

const LABELS = 'metadata.labels';
const SPEC = 'spec';
const NODE_AFFINITY = 'spec.nodeAffinity';

/** Annotations that say which class of storage or snapshots is the default. */
const DEFAULT_VIRTUALIZATION_CLASS = 'metadata.annotations["storageclass.kubevirt.io/is-default-virt-class"]';
const DEFAULT_CLASS = 'metadata.annotations["storageclass.kubernetes.io/is-default-class"]';
const DEFAULT_SNAPSHOT_CLASS = 'metadata.annotations["snapshot.storage.kubernetes.io/is-default-class"]';
const MULTIPLE_TEMPLATES = entryPath('metadata.annotations', MULTIPLE_TEMPLATES_ANNOTATION);
const BMC_POWER = entryPath('metadata.annotations', IntentAnnotation.BMC_POWER);
const PAUSED = entryPath('metadata.annotations', PAUSED_ANNOTATION);
const NETWORK_RESOURCE = entryPath('metadata.annotations', NETWORK_RESOURCE_ANNOTATION);
const EVEN_CPUS = entryPath('metadata.annotations', EVEN_CPUS_ANNOTATION);

/**
 * The kinds of which a profile keeps something: what decides how a VM is admitted, placed, migrated, reached and replaced. Their
 * fields are where the operators of KubeVirt, CDI, OpenShift and medik8s publish it.
 */
export const KEPT_KINDS: readonly KeptKind[] = [
  {
    group: KUBEVIRT_GROUP,
    kind: 'KubeVirt',
    fields: [SPEC, EVEN_CPUS, 'status.observedKubeVirtVersion', 'status.targetKubeVirtVersion', 'status.defaultArchitecture'],
    presence: Presence.ALWAYS,
    tells: 'the release of KubeVirt, which feature gates are on, what a drain does to VMs, and the limits of migrations',
  },
  {
    group: HYPER_CONVERGED_GROUP,
    kind: 'HyperConverged',
    fields: [SPEC, 'status.versions'],
    presence: Presence.ON_OPENSHIFT,
    tells: 'what OpenShift Virtualization is set to',
  },
  {
    group: '',
    kind: 'Node',
    fields: [LABELS, 'spec.taints', 'spec.unschedulable', 'status.allocatable', 'status.conditions', 'status.nodeInfo.kubeletVersion'],
    presence: Presence.ALWAYS,
    tells: 'how many workers there are, their zones, labels, taints and sizes',
  },
  {
    group: SCHEDULING_GROUP,
    kind: 'PriorityClass',
    fields: ['value', 'globalDefault', 'preemptionPolicy'],
    presence: Presence.ALWAYS,
    tells: 'which priorities there are',
  },
  { group: '', kind: 'ResourceQuota', fields: [SPEC, 'status.used'], presence: Presence.PERHAPS, tells: 'what a namespace may use' },
  { group: '', kind: 'LimitRange', fields: [SPEC], presence: Presence.PERHAPS, tells: 'what containers of a namespace may use' },
  {
    group: '',
    kind: 'Namespace',
    fields: [LABELS],
    presence: Presence.ALWAYS,
    tells: 'the labels of namespaces, such as their Pod Security level and their network',
  },
  {
    group: 'policy',
    kind: 'PodDisruptionBudget',
    fields: [SPEC, 'status.disruptionsAllowed'],
    presence: Presence.PERHAPS,
    tells: 'which disruption budgets there are',
  },
  {
    group: STORAGE_GROUP,
    kind: 'StorageClass',
    fields: [
      'provisioner',
      'volumeBindingMode',
      'allowVolumeExpansion',
      'reclaimPolicy',
      'metadata.creationTimestamp',
      DEFAULT_VIRTUALIZATION_CLASS,
      DEFAULT_CLASS,
      ...Object.keys(SEVERAL_ZONES).map((name) => entryPath('parameters', name)),
    ],
    presence: Presence.ALWAYS,
    tells: 'which storage class is the default',
  },
  {
    group: '',
    kind: 'PersistentVolume',
    fields: ['spec.claimRef.namespace', 'spec.claimRef.name', NODE_AFFINITY],
    only: NODE_AFFINITY,
    presence: Presence.PERHAPS,
    tells: 'which volumes are on a node or in a zone',
  },
  {
    group: CDI_GROUP,
    kind: 'StorageProfile',
    fields: [SPEC, 'status.claimPropertySets', 'status.cloneStrategy', 'status.snapshotClass', 'status.provisioner'],
    presence: Presence.ALWAYS,
    tells: 'the access modes of volumes that leave them open',
  },
  {
    group: CDI_GROUP,
    kind: 'CDI',
    fields: ['status.observedVersion'],
    presence: Presence.ALWAYS,
    tells: 'the release of CDI',
  },
  {
    group: CDI_GROUP,
    kind: 'CDIConfig',
    fields: ['spec.dataVolumeTTLSeconds', 'spec.featureGates', 'status.filesystemOverhead', 'status.scratchSpaceStorageClass'],
    presence: Presence.ALWAYS,
    tells: 'how much of a volume its file system takes',
  },
  {
    group: VOLUME_SNAPSHOT_GROUP,
    kind: 'VolumeSnapshotClass',
    fields: ['driver', 'deletionPolicy', DEFAULT_SNAPSHOT_CLASS],
    presence: Presence.PERHAPS,
    tells: 'which storage takes snapshots',
  },
  { group: CDI_GROUP, kind: 'DataSource', fields: [SPEC, LABELS], presence: Presence.PERHAPS, tells: 'which golden images there are' },
  {
    group: CDI_GROUP,
    kind: 'DataImportCron',
    fields: [SPEC, LABELS],
    presence: Presence.PERHAPS,
    tells: 'how golden images are kept up to date',
  },
  ...['VirtualMachineClusterInstancetype', 'VirtualMachineClusterPreference', 'VirtualMachineInstancetype', 'VirtualMachinePreference'].map(
    (kind): KeptKind => ({
      group: INSTANCETYPE_GROUP,
      kind,
      fields: [SPEC],
      presence: Presence.PERHAPS,
      tells: 'which instance types and preferences there are',
    }),
  ),
  {
    group: MIGRATIONS_GROUP,
    kind: 'MigrationPolicy',
    fields: [SPEC],
    presence: Presence.PERHAPS,
    tells: 'which migration policies there are',
  },
  {
    group: NETWORK_ATTACHMENT_GROUP,
    kind: 'NetworkAttachmentDefinition',
    fields: [SPEC, NETWORK_RESOURCE],
    presence: Presence.PERHAPS,
    tells: 'which secondary networks there are',
  },
  {
    group: OPERATOR_GROUP,
    kind: 'IngressController',
    fields: [SPEC, 'status.domain', 'status.namespaceSelector', 'status.routeSelector'],
    presence: Presence.ON_OPENSHIFT,
    tells: 'the timeouts and the domain of the router',
  },
  { group: CONFIG_GROUP, kind: 'Ingress', fields: [SPEC], presence: Presence.ON_OPENSHIFT, tells: 'the domain of applications' },
  {
    group: CONFIG_GROUP,
    kind: 'Node',
    fields: ['spec.workerLatencyProfile'],
    presence: Presence.ON_OPENSHIFT,
    tells: 'after how long a silent node counts as lost',
  },
  {
    group: CONFIG_GROUP,
    kind: 'Infrastructure',
    fields: ['status.platformStatus.type', 'status.controlPlaneTopology', 'status.infrastructureTopology', 'status.apiServerURL'],
    presence: Presence.ON_OPENSHIFT,
    tells: 'the platform: who can power cycle or replace a node',
  },
  {
    group: CONFIG_GROUP,
    kind: 'ClusterVersion',
    fields: ['status.desired.version', 'status.conditions'],
    presence: Presence.ON_OPENSHIFT,
    tells: 'the release of OpenShift',
  },
  {
    group: CONFIG_GROUP,
    kind: 'Scheduler',
    fields: ['spec.mastersSchedulable', 'spec.defaultNodeSelector'],
    presence: Presence.ON_OPENSHIFT,
    tells: 'whether the control plane takes VMs',
  },
  {
    group: CONFIG_GROUP,
    kind: 'Network',
    fields: ['status.clusterNetwork', 'status.networkType', 'status.clusterNetworkMTU'],
    presence: Presence.ON_OPENSHIFT,
    tells: 'the pod network',
  },
  {
    group: MACHINE_CONFIG_GROUP,
    kind: 'KubeletConfig',
    fields: [SPEC],
    presence: Presence.PERHAPS,
    tells: 'what kubelets are set to',
  },
  {
    group: MACHINE_CONFIG_GROUP,
    kind: 'MachineConfigPool',
    fields: [LABELS, 'spec.nodeSelector', 'spec.maxUnavailable', 'spec.paused'],
    presence: Presence.ON_OPENSHIFT,
    tells: 'how many nodes an upgrade drains at a time',
  },
  {
    group: MACHINE_API_GROUP,
    kind: 'MachineHealthCheck',
    fields: [SPEC, entryPath('metadata.annotations', REMEDIATION_STRATEGY_ANNOTATION), PAUSED, BMC_POWER],
    presence: Presence.PERHAPS,
    tells: 'who replaces a broken node',
  },
  {
    group: NODE_HEALTH_CHECK_GROUP,
    kind: 'NodeHealthCheck',
    fields: [SPEC, 'status.phase', 'status.conditions', BMC_POWER],
    presence: Presence.PERHAPS,
    tells: 'who replaces a broken node',
  },
  {
    group: SELF_NODE_REMEDIATION_GROUP,
    kind: 'SelfNodeRemediationConfig',
    fields: [SPEC],
    presence: Presence.PERHAPS,
    tells: 'how long a node takes to fence itself',
  },
  ...REMEDIATORS.flatMap(({ group, kind }): KeptKind[] =>
    kind === undefined
      ? []
      : [{ group, kind, fields: [SPEC, MULTIPLE_TEMPLATES, BMC_POWER], presence: Presence.PERHAPS, tells: 'how a broken node is fenced' }],
  ),
  {
    group: OPERATOR_GROUP,
    kind: 'KubeDescheduler',
    fields: ['spec.profiles', 'spec.mode', 'spec.profileCustomizations'],
    presence: Presence.PERHAPS,
    tells: 'whether VMs are moved to balance nodes',
  },
];

/** The kinds by the names that kubectl takes for them; of pods their requests are summed up. */
export function resourceNames(): string[] {
  return [...KEPT_KINDS.map(({ group, kind }) => (group === '' ? kind.toLowerCase() : `${kind.toLowerCase()}.${group}`)), 'pod'];
}
