import type { Size } from 'cdk8s';
import type { OcmManifests } from './ocm-manifests';

/** Fields of objects that are left as they are in the cluster until the manifest in the work changes. */
export interface OcmIgnoredDifference {
  /** Group of the kind; empty for the core group. */
  readonly group: string;

  /** Kind of the objects. */
  readonly kind: string;

  /**
   * Name of the object.
   *
   * @default - all objects of the kind
   */
  readonly name?: string;

  /** Fields, as kubectl's JSONPath names them: `.spec.replicas`. */
  readonly jsonPaths: string[];
}

/** The service account of the managed cluster as which the objects of a work are applied. */
export interface OcmExecutor {
  /** Its namespace. */
  readonly namespace: string;

  /** Its name. */
  readonly name: string;
}

/** How the agent of Open Cluster Management brings a cluster to what a work says. */
export interface OcmWorkOptions {
  /**
   * What is delivered.
   *
   * Sets `spec.workload.manifests`, in the order of the waves of a `SyncPolicy`.
   */
  readonly manifests: OcmManifests;

  /**
   * Into how many works the objects are divided: the hub takes 500 KiB of manifests in one. Which object stands in which follows from its
   * name, so that it stays there when others come and go. With another number some objects change from one work to another: those that keep
   * data stay, the rest is deleted and made again.
   *
   * @default 1
   */
  readonly works?: number;

  /**
   * How large the manifests of a work may be in all: other than 500 KiB where the webhook of the hub has another `--manifestLimit`.
   *
   * @default Size.kibibytes(500)
   */
  readonly manifestLimit?: Size;

  /**
   * Whether objects are deleted that are taken out of the work, or whose work is deleted. What has data stays in any case, and so do
   * namespaces.
   *
   * Sets `spec.deleteOption`.
   *
   * @default true
   */
  readonly prune?: boolean;

  /**
   * Whether whoever operates VMs may start and stop them: `spec.runStrategy` is left alone then, until the manifest of the VM changes. Other
   * changes in the cluster to such a VM are not undone before that either.
   *
   * Sets `ignoreFields` of the update strategy.
   *
   * @default false
   */
  readonly leavesRunStrategy?: boolean;

  /**
   * Fields that are left alone until a manifest changes. Other changes in the cluster to such an object are not undone before that either:
   * the agent compares manifests only.
   *
   * Sets `ignoreFields` of the update strategy.
   *
   * @default - none
   */
  readonly ignoredDifferences?: OcmIgnoredDifference[];

  /**
   * As whom the objects are applied. It needs the rights for all of them.
   *
   * Sets `spec.executor`.
   *
   * @default - the agent
   */
  readonly executor?: OcmExecutor;
}
