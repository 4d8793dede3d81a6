import type { ApiObjectMetadata } from 'cdk8s';
import type { ArgoDestination } from './argo-destination';

/** The folder of manifests that Argo CD applies. */
export interface ArgoSource {
  /** Address of the Git repository, or of the registry of a chart, such as `https://git.example.com/shop/manifests.git`. */
  readonly repository: string;

  /** Folder in the repository, such as `dist/paris`: without a slash at its beginning. */
  readonly path: string;

  /**
   * Branch, tag or commit.
   *
   * @default HEAD
   */
  readonly revision?: string;
}

/**
 * A field that Argo CD does not take for a difference, and does not apply to an object that is there.
 *
 * One inside of a list has the whole list left as it is in the cluster, as of Argo CD 3.5.
 *
 * @see https://github.com/argoproj/argo-cd/issues/17694
 */
export interface ArgoIgnoredDifference {
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

  /**
   * Fields as JSON pointers, such as `/spec/replicas`.
   *
   * @default - none
   */
  readonly jsonPointers?: string[];

  /**
   * Fields as expressions of jq, which reach into lists.
   *
   * @default - none
   */
  readonly jqPathExpressions?: string[];

  /**
   * Names of field managers whose fields are left alone.
   *
   * @default - none
   */
  readonly managedFieldsManagers?: string[];
}

/** How Argo CD brings a cluster to what Git says. */
export interface ArgoSyncOptions {
  /**
   * Whether changes in Git are applied without somebody asking for it.
   *
   * Sets `syncPolicy.automated`.
   *
   * @default true
   */
  readonly automated?: boolean;

  /**
   * Whether objects are deleted whose manifests are gone. What has data is asked about first, where the app has a `SyncPolicy`.
   *
   * Sets `syncPolicy.automated.prune`.
   *
   * @default true
   */
  readonly prune?: boolean;

  /**
   * Whether changes in the cluster are undone. A VM that somebody has stopped is started again, unless `leavesRunStrategy` is set.
   *
   * Sets `syncPolicy.automated.selfHeal`.
   *
   * @default true
   */
  readonly selfHeal?: boolean;

  /**
   * Whether whoever operates VMs may start and stop them: `spec.runStrategy` is no difference then, and no sync sets it back.
   *
   * Sets `ignoreDifferences`, and the sync option `RespectIgnoreDifferences`.
   *
   * @default false
   */
  readonly leavesRunStrategy?: boolean;

  /**
   * Whether the namespace is made.
   *
   * Sets the sync option `CreateNamespace`.
   *
   * @default false
   */
  readonly createsNamespace?: boolean;

  /**
   * Fields that are no differences, and are not applied to objects that are there. What webhooks and controllers fill in need not be
   * among them: the server is asked what differs.
   *
   * Sets `ignoreDifferences`, and the sync option `RespectIgnoreDifferences`.
   *
   * @default - none
   */
  readonly ignoredDifferences?: ArgoIgnoredDifference[];

  /**
   * How often a sync that fails is tried again: a health check of nodes cannot be changed during a remediation, and a webhook may
   * be away for a moment.
   *
   * Sets `syncPolicy.retry.limit`.
   *
   * @default 5
   */
  readonly retries?: number;
}

/** Options of Argo CD's Application. */
export interface ArgoApplicationProps extends ArgoSyncOptions {
  /**
   * Metadata of the Application, which stands in the namespace of Argo CD.
   *
   * @default - a name made from the construct path, in the namespace `argocd`
   */
  readonly metadata?: ApiObjectMetadata;

  /**
   * Project in Argo CD: what the Application may do.
   *
   * Sets `spec.project`.
   *
   * @default default
   */
  readonly project?: string;

  /**
   * Where the manifests are.
   *
   * Sets `spec.source`.
   */
  readonly source: ArgoSource;

  /**
   * Which cluster they are for.
   *
   * Sets `spec.destination`.
   *
   * @default - the one that Argo CD runs in
   */
  readonly destination?: ArgoDestination;

  /**
   * Namespace of objects that name none.
   *
   * Sets `spec.destination.namespace`.
   *
   * @default - none
   */
  readonly namespace?: string;
}
