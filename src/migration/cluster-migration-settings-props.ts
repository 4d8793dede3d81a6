import type { ApiObjectMetadata, Duration } from 'cdk8s';
import type { ClusterEvictionStrategy } from '../cluster';
import type { MigrationOptions } from './migration-options';
import type { WorkloadUpdateOptions } from './workload-update';

/** The object that holds the settings of KubeVirt. */
export enum SettingsOwner {
  /** The KubeVirt object, where the KubeVirt operator was installed by itself. */
  KUBEVIRT = 'KubeVirt',
  /** The HyperConverged object, as in OpenShift Virtualization: it overwrites what is set in the KubeVirt object. */
  HYPER_CONVERGED = 'HyperConverged',
}

/** Settings for all VMs of the cluster. What is not given stays as it is. */
export interface ClusterMigrationSettingsProps extends MigrationOptions {
  /**
   * Name, namespace, labels and annotations of the object that is there already.
   *
   * @default - KubeVirt `kubevirt` in the namespace `kubevirt`, or HyperConverged `kubevirt-hyperconverged` in
   * `openshift-cnv`
   */
  readonly metadata?: ApiObjectMetadata;

  /**
   * The object that holds the settings.
   *
   * @default - HYPER_CONVERGED when the ClusterProfile says OpenShift, else KUBEVIRT
   */
  readonly owner?: SettingsOwner;

  /**
   * How many migrations run at a time in the cluster, at least 1.
   *
   * Sets `parallelMigrationsPerCluster`.
   *
   * @default - unchanged; KubeVirt's own default is 5
   */
  readonly parallelMigrations?: number;

  /**
   * How many migrations may leave one node at a time, at least 1. It bounds how long the drain of a full node takes.
   *
   * Sets `parallelOutboundMigrationsPerNode`.
   *
   * @default - unchanged; KubeVirt's own default is 2
   */
  readonly parallelMigrationsPerNode?: number;

  /**
   * After how long without progress a migration is given up. Whole seconds, at least 1.
   *
   * Sets `progressTimeout`.
   *
   * @default - unchanged; KubeVirt's own default is 150 seconds
   */
  readonly progressTimeout?: Duration;

  /**
   * Name of a NetworkAttachmentDefinition in the namespace of the operator, over which VMs are migrated: a network of its
   * own keeps the copying of memory off the pod network.
   *
   * Sets `network`.
   *
   * @default - unchanged; KubeVirt's own default is the pod network
   */
  readonly network?: string;

  /**
   * What a drain does to VMs that do not say it themselves.
   *
   * Sets `evictionStrategy`.
   *
   * @default - unchanged
   */
  readonly evictionStrategy?: ClusterEvictionStrategy;

  /**
   * How running VMs get the new release after an upgrade of KubeVirt. KubeVirt's own default is not at all.
   *
   * Sets `spec.workloadUpdateStrategy`.
   *
   * @default - unchanged
   */
  readonly workloadUpdate?: WorkloadUpdateOptions;
}
