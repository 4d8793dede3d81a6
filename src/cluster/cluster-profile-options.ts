import type { Architecture } from './architecture';
import type { ClusterEvictionStrategy } from './cluster-eviction-strategy';
import type { NodePodRequests } from './node-pod-requests';
import type { Platform } from './platform';

/** What is known of the target cluster beside its version. */
export interface ClusterProfileOptions {
  /**
   * How the hosts were installed.
   *
   * @default - unknown: rules that need it do not apply
   */
  readonly platform?: Platform;

  /**
   * Number of schedulable worker nodes.
   *
   * @default - unknown: rules that need it do not apply
   */
  readonly workers?: number;

  /**
   * CPU architecture of the workers.
   *
   * @default Architecture.AMD64
   */
  readonly architecture?: Architecture;

  /**
   * A release that this library knows, as which another one is treated, at your own risk: the cluster has an older or a newer
   * release than those. Manifests are made for the release that it is treated as, and checked against it. What the cluster's own
   * release lacks or has changed is not told.
   *
   * @default - none: a release that this library does not know is refused
   */
  readonly treatAs?: string;

  /**
   * What a drain does to VMs that do not say it themselves: `evictionStrategy` of the HyperConverged or KubeVirt object of the
   * cluster. One of these objects among the manifests counts more.
   *
   * @default - on OpenShift LIVE_MIGRATE with more than one worker, NONE with one, unknown when the workers are; else NONE
   */
  readonly evictionStrategy?: ClusterEvictionStrategy;

  /**
   * The feature gates that are switched on in the cluster, by the names under which its KubeVirt object lists them, or its
   * HyperConverged object: `HostDisk`, `downwardMetrics`. What needs another gate is refused at synth, unless the gate is on by
   * itself: from KubeVirt 1.9 on beta gates are, and OpenShift Virtualization has a list of its own. One of these objects among
   * the manifests counts more.
   *
   * @default - unknown: no gate is asked for
   * @see https://kubevirt.io/user-guide/cluster_admin/activating_feature_gates/
   */
  readonly featureGates?: string[];

  /**
   * Objects that the cluster has already, as `kubectl get -o yaml` prints them: KubeVirt, StorageProfiles, health checks, nodes,
   * instance types, … They are looked up like those of the app, which count more, and are not judged themselves. Written by
   * hand, or by `npx cdk8s-kubevirt profile`.
   *
   * @default - what the app does not declare is unknown
   */
  readonly objects?: any[];
  /**
   * What the pods of the cluster ask for already, node by node: that of VMs of the app is reckoned anew, what the others take is
   * not free. `npx cdk8s-kubevirt profile` writes it from a dump of the pods.
   *
   * @default - unknown: a reserve is assumed on each node
   */
  readonly podRequests?: NodePodRequests[];

  /**
   * How many hosts may fail at the same time without a VM being left without a place: what vSphere calls admission control. It is
   * checked at synth against the nodes among `objects`, for each combination of that many hosts and for each zone.
   *
   * @default - it is not checked
   */
  readonly hostFailuresTolerated?: number;
}
