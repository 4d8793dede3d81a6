/** Where a kind's CRDs are: `kubevirt` stands for all `kubevirt-vX.Y` folders, the others for one folder each. */
export type Source = 'kubevirt' | 'openshift' | 'medik8s' | 'ecosystem';

export interface KindConfig {
  readonly kind: string;
  readonly source: Source;
  /** The file in src/imports that gets the class; without one the kind is in the field table only. */
  readonly file?: string;
  /** Releases without a CustomResourceDefinition of it at hand have it as well: nothing is known to be newer than the cluster. */
  readonly isOlderThanItsFile?: boolean;
}

/** The kinds that are generated. A new kind is a new line here. */
export const KINDS: readonly KindConfig[] = [
  { kind: 'VirtualMachine', source: 'kubevirt', file: 'virtual-machine' },
  { kind: 'VirtualMachineInstance', source: 'kubevirt' },
  { kind: 'VirtualMachineInstanceReplicaSet', source: 'kubevirt', file: 'virtual-machine-instance-replica-set' },

  { kind: 'VirtualMachineInstanceMigration', source: 'kubevirt', file: 'migration' },
  { kind: 'MigrationPolicy', source: 'kubevirt', file: 'migration' },
  { kind: 'VirtualMachinePool', source: 'kubevirt', file: 'virtual-machine-pool' },
  { kind: 'VirtualMachineInstancetype', source: 'kubevirt', file: 'instancetype' },
  { kind: 'VirtualMachineClusterInstancetype', source: 'kubevirt', file: 'instancetype' },
  { kind: 'VirtualMachinePreference', source: 'kubevirt', file: 'preference' },
  { kind: 'VirtualMachineClusterPreference', source: 'kubevirt', file: 'preference' },
  { kind: 'VirtualMachineSnapshot', source: 'kubevirt', file: 'snapshot' },
  { kind: 'VirtualMachineRestore', source: 'kubevirt', file: 'snapshot' },
  { kind: 'VirtualMachineClone', source: 'kubevirt', file: 'snapshot' },
  // Table only: an export is made once, by hand.
  { kind: 'VirtualMachineExport', source: 'kubevirt' },
  { kind: 'DataVolume', source: 'kubevirt', file: 'data-volume' },
  { kind: 'DataSource', source: 'kubevirt', file: 'data-volume' },
  { kind: 'KubeVirt', source: 'kubevirt', file: 'kubevirt' },
  // Table only: `CommonInstancetypesDeployment` is not a legal jsii member name.
  { kind: 'HyperConverged', source: 'kubevirt' },
  { kind: 'Route', source: 'openshift', file: 'route' },
  { kind: 'MachineHealthCheck', source: 'openshift', file: 'node-health' },
  { kind: 'Metal3RemediationTemplate', source: 'openshift', file: 'node-health' },
  { kind: 'NodeHealthCheck', source: 'medik8s', file: 'node-health' },
  { kind: 'SelfNodeRemediationTemplate', source: 'medik8s', file: 'node-health' },
  { kind: 'SelfNodeRemediationConfig', source: 'medik8s', file: 'node-health' },
  { kind: 'FenceAgentsRemediationTemplate', source: 'medik8s', file: 'node-health' },
  { kind: 'MachineDeletionRemediationTemplate', source: 'medik8s', file: 'node-health' },
  { kind: 'HTTPRoute', source: 'ecosystem', file: 'gateway' },
  { kind: 'TCPRoute', source: 'ecosystem', file: 'gateway' },
  // Table only: `partial_response_strategy`, `query_offset` and `keep_firing_for` are not legal jsii member names.
  { kind: 'PrometheusRule', source: 'ecosystem' },
  // Table only: the administrator of a cluster writes them, and no VM has one of its own.
  { kind: 'TLSRoute', source: 'ecosystem' },
  { kind: 'BackendTLSPolicy', source: 'ecosystem' },
  { kind: 'IngressController', source: 'openshift' },
  { kind: 'MachineSet', source: 'openshift' },
  { kind: 'ControlPlaneMachineSet', source: 'openshift' },
  { kind: 'StorageProfile', source: 'kubevirt' },
  { kind: 'DataImportCron', source: 'kubevirt', isOlderThanItsFile: true },
];
