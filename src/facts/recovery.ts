/**
 * Seconds until Kubernetes takes a node that does not answer for lost, by the first minor release of Kubernetes 1 that has them.
 *
 * @see https://github.com/kubernetes/kubernetes/pull/126287
 */
export const NODE_MONITOR_GRACE_PERIODS = [
  { since: 0, seconds: 40 },
  { since: 32, seconds: 50 },
] as const;

/**
 * The same by `workerLatencyProfile` of OpenShift; without one that of Kubernetes applies.
 *
 * @see https://github.com/openshift/api/blob/master/config/v1/types_node.go
 */
export const LATENCY_PROFILE_GRACE_PERIODS: Readonly<Record<string, number>> = {
  Default: 40,
  MediumUpdateAverageReaction: 120,
  LowUpdateSlowReaction: 300,
};

/** The seconds that pods stay on a lost node which do not say it, by the same profiles, where they differ from those of Kubernetes. */
export const LATENCY_PROFILE_TOLERATIONS: Readonly<Record<string, number>> = {
  MediumUpdateAverageReaction: 60,
  LowUpdateSlowReaction: 60,
};

/** Seconds until the next pass of the controller over all nodes, by default: what met a conflict waits for it. */
export const NODE_MONITOR_PERIOD = 5;

/**
 * How far from the grace period the loss of a node is noticed, in seconds: its last lease is up to 10.4 s old, a pass of the controller has
 * seen it, and the first one after the grace period finds it old; each begins as much later as the one before took. Measured with
 * Kubernetes 1.31 and 1.36: 29.6 to 45.4 s for 40 s, 41.6 to 55.1 s for 50 s.
 *
 * @see https://github.com/kubernetes/kubernetes/blob/master/pkg/controller/nodelifecycle/node_lifecycle_controller.go
 */
export const NODE_DETECTION = { earlier: 10.4, later: 0.2, pass: 0.02 } as const;

/**
 * Passes of the controller from `Ready: Unknown` to the taint that evicts, by the first minor release of Kubernetes 1. Measured: 0.03 to
 * 0.85 s with 1.36, 5.03 to 5.10 s with 1.31. Source: `processTaintBaseEviction`, which took the condition observed a pass before until 1.33.
 *
 * @see https://github.com/kubernetes/kubernetes/issues/120815
 */
export const NO_EXECUTE_TAINT = [
  { since: 0, passes: 1 },
  { since: 34, passes: 0 },
] as const;

/**
 * Seconds from that pass to the taint, at most. It leaves out what happened to one node of 140: nodes are tainted from a cache that may
 * not have heard of the condition yet; the node is taken for ready then, and has lost its turn, 10 s by default.
 *
 * @see https://github.com/kubernetes/kubernetes/blob/v1.36.3/pkg/controller/nodelifecycle/node_lifecycle_controller.go
 */
export const TAINT_LAG = 1;

/** How a zone is treated of which many nodes are lost: the defaults of kube-controller-manager. */
export const ZONE_EVICTION = {
  /** Nodes a second that are tainted in a zone. */
  rate: 0.1,
  /** The same in a large zone that is partly lost. */
  secondaryRate: 0.01,
  /** A zone with more nodes is large; in a smaller one that is partly lost nothing more is tainted. */
  largeZone: 50,
  /** The share of lost nodes, of more than two, from which a zone counts as partly lost. */
  unhealthyShare: 0.55,
  mostHealthyLost: 2,
} as const;

/**
 * Calls to the API server a second, and at once, that kube-controller-manager allows each of its controllers.
 *
 * @see https://github.com/openshift/cluster-kube-controller-manager-operator/blob/main/bindata/assets/config/defaultconfig.yaml
 */
export const CONTROLLER_CALLS = { upstream: { qps: 20, burst: 30 }, openshift: { qps: 150, burst: 300 } } as const;

/**
 * How kube-controller-manager goes through the pods of lost nodes: so many nodes at a time, and seconds for each pod where calls are free.
 * Measured on two cores: 120 pods are marked not ready in 2.5 to 3.7 s, and as many are deleted in 0.8 s.
 */
export const POD_PASSES = { nodesAtOnce: 8, marking: 0.03, deletion: 0.007, lag: 0.2 } as const;

/** Seconds from a pod that is not ready to Services without it. Measured: up to 1.05 s. */
export const LEAVES_SERVICES = 1.1;

/** Pods that a node takes at most, where its object does not say it. Source: the kubelet, and OpenShift's configuration of it. */
export const PODS_PER_NODE = { upstream: 110, openshift: 250 } as const;

/**
 * Seconds of leader elections: how long a lease lasts, and how often candidates try. A candidate polls every retry period and up to
 * 2.2 times as long, and counts from when it sees the last renewal: a hand-over takes the lease and 4.4 times the retry at most.
 *
 * @see https://github.com/kubernetes/client-go/blob/master/tools/leaderelection/leaderelection.go
 */
export const LEADER_ELECTIONS = {
  /** Kubernetes' controllers and scheduler, KubeVirt's, and those that are built with controller-runtime. */
  upstream: { lease: 15, retry: 2 },
  openshiftControllerManager: { lease: 15, retry: 3 },
  openshiftScheduler: { lease: 137, retry: 26 },
} as const;

/** The longest hand-over, in seconds. Measured: never exceeded. */
export function longestHandOver({ lease, retry }: { readonly lease: number; readonly retry: number }): number {
  return lease + 4.4 * retry;
}

/** Seconds until a new leader of kube-controller-manager takes a node for lost, beyond the grace period. Measured: 0.3 to 0.7 s. */
export const DETECTION_BY_NEW_LEADER = 1;

/**
 * Seconds of the garbage collection of pods: it looks every 20 s, and a pass over few pods takes up to 1.5 s. Pods of a node whose
 * object is gone wait for 40 s after the first look that finds it gone, so until the second or the third one after it. Measured: 43 to 63 s,
 * and more than 65 s.
 *
 * @see https://github.com/kubernetes/kubernetes/blob/master/pkg/controller/podgc/gc_controller.go
 */
export const POD_GARBAGE_COLLECTION = { period: 20, quarantine: 40, pass: 1.5 } as const;

/** Seconds in which pods are gone that somebody deletes by force. */
export const FORCED_DELETION = 1;

/**
 * Seconds of attaching and detaching volumes: a volume that a dead node holds is taken away after six minutes, or at once with the taint
 * for nodes out of service; a call to detach may take 15 s; the kubelet waits up to as long as it has waited
 * before, and up to 122 s, before it tries to mount again.
 *
 * @see https://github.com/kubernetes/kubernetes/blob/master/pkg/controller/volume/attachdetach/reconciler/reconciler.go
 * @see https://github.com/kubernetes-csi/external-attacher
 */
export const VOLUME_DETACHMENT = { forced: 360, pass: 6, outOfService: 1, call: 15, earlyMountRetry: 16, mountRetry: 122 } as const;

/**
 * Seconds from a pod that is gone to the next instance, and workers that make instances. With 500 VMs at once three minutes were seen.
 *
 * @see https://github.com/kubevirt/kubevirt/blob/v1.8.4/pkg/virt-controller/watch/application.go
 * @see https://github.com/kubevirt/kubevirt/issues/5733
 */
export const NEXT_INSTANCE = { latest: 2, workers: 10, secondsPerQueued: 0.36 } as const;

/**
 * Seconds before KubeVirt makes an instance again that has ended before it ran: a unit times the square of how often that has happened,
 * and up to a share more.
 *
 * @see https://github.com/kubevirt/kubevirt/blob/v1.8.4/pkg/virt-controller/watch/vm/vm.go
 */
export const START_BACK_OFF = { unit: 10, share: 0.5, longest: 300 } as const;

/** Seconds to schedule, attach and launch a VM: 15 to 20 s were measured, 30 s are a budget. */
export const VM_START = { earliest: 5, latest: 30 } as const;

/**
 * Seconds that a VM has to shut down in, where it does not say it, and what KubeVirt adds until it knows that the process is gone: the last
 * of them pass after the end.
 */
export const GRACE_PERIOD = { preset: 30, kill: 5, noticed: 1 } as const;

/** Seconds until KubeVirt knows that QEMU has ended. */
export const PROCESS_END = { earliest: 0, latest: 2 } as const;

/**
 * Seconds until virt-handler gives up a launcher that hangs: its watchdog, the tick that looks at it, and the time to connect.
 *
 * @see https://github.com/kubevirt/kubevirt/blob/v1.8.4/pkg/virt-handler/cache/domain-watcher.go
 */
export const LAUNCHER_HANG = 52;

/** Seconds after which a watchdog is assumed to fire, where nobody says it. */
export const PRESUMED_WATCHDOG_SECONDS = 60;

/** Seconds from a panic to the end of the instance, with a panic device. */
export const PANIC_NOTICED = 1;

/** Seconds between the attempts of KubeVirt to let a VM run on that an error of its storage has paused. */
export const STORAGE_RETRY = { earliest: 10, latest: 180 } as const;

/**
 * Seconds that a node may be unhealthy before it is remediated: what is usual, and the least that makes sense, because a restart of the
 * kubelet or a short fault of the network takes as long as a minute.
 *
 * @see https://github.com/medik8s/node-healthcheck-operator/blob/main/docs/configuration.md
 */
export const HEALTH_CHECK_PATIENCE = { usual: 300, shortest: 60 } as const;

/** Seconds until a health check acts on what it sees. */
export const HEALTH_CHECK_LAG = 1;

/**
 * Seconds of an escalation: it looks up to so long after the timeout of a step, and takes the next so long after it has found one over.
 *
 * @see https://github.com/medik8s/node-healthcheck-operator/blob/main/internal/controller/nodehealthcheck_controller.go
 */
export const ESCALATION_LAG = { look: 1, next: 1 } as const;

/** Seconds of a NodeHealthCheck between two looks at a node of the control plane that it may not remediate yet. */
export const CONTROL_PLANE_RECHECK = 60;

/** Seconds that self node remediation takes beyond its safe time: to start, and between two looks at the pods. */
export const SELF_NODE_REMEDIATION_LAG = { start: 1, poll: 5 } as const;

/** Seconds of the quickest fence agents: IPMI and Redfish. */
export const QUICKEST_FENCING = 5;

/**
 * Seconds in which a BMC powers a host off that it reaches: Ironic takes one that needs longer for a failure by default
 * (`power_state_change_timeout`). And those until the object of the node is deleted.
 *
 * @see https://docs.openstack.org/ironic/latest/configuration/config.html
 */
export const POWER_OFF = { earliest: 10, latest: 60 } as const;
export const NODE_DELETION = { earliest: 2, latest: 7 } as const;

/**
 * Seconds that a cloud is assumed to take for the deletion of an instance: 253 s were seen on Azure from the end of the drain on, and
 * nobody promises less. And bare metal for its deprovisioning: the ramdisk that cleans the host has 1800 s to answer by default
 * (`clean_callback_timeout` of Ironic).
 *
 * @see https://github.com/openshift/origin/pull/23685
 * @see https://docs.openstack.org/ironic/latest/configuration/config.html
 */
export const INSTANCE_DELETION = { cloud: { earliest: 10, latest: 300 }, bareMetal: { earliest: 60, latest: 1800 } } as const;

/**
 * Seconds of the drain before a Machine is deleted: how long one attempt lasts, and the shortest and the longest wait between two.
 *
 * @see https://github.com/openshift/machine-api-operator/blob/main/pkg/controller/machine/drain_controller.go
 */
export const MACHINE_DRAIN = { attempt: 20, shortestWait: 5, longestWait: 1000 } as const;

/**
 * Limits of live migration, where neither the KubeVirt object nor the HyperConverged object says otherwise.
 *
 * @see https://github.com/kubevirt/kubevirt/blob/v1.8.4/pkg/virt-config/virt-config.go
 * @see https://github.com/kubevirt/hyperconverged-cluster-operator/pull/4426
 */
export const MIGRATION_LIMITS = {
  perCluster: 5,
  perNode: 2,
  completionTimeoutPerGiB: 150,
  /** Those of the HyperConverged operator from 1.19 on. */
  hyperConverged19: { perNode: 1, completionTimeoutPerGiB: 20 },
} as const;

/**
 * Seconds of a migration: the pod of its target, the pause of the guest at the end, that of one that is forced, between two evictions, and
 * until the new pod is taken for that of the VM.
 */
export const MIGRATION = {
  targetPod: { earliest: 10, latest: 30 },
  pause: { earliest: 0, latest: 1 },
  forcedPause: 6,
  retry: 5,
  handOff: 1,
  backOff: 20,
} as const;

/**
 * Seconds in which a remediation is assumed to be done of which nothing is known: the patience of a health check, and as long as the
 * slowest that is known takes to try. Nothing can be cited for what anybody may have written.
 */
export const PRESUMED_REMEDIATION = 300;

/**
 * Bytes a second: what a migration is assumed to move, which is a link of 10 Gbit/s, and what a guest is assumed to write to its memory
 * meanwhile. Nothing can be cited for either: the one depends on the hosts, the other on what runs in the guest.
 */
export const PRESUMED_MIGRATION = { bandwidth: 10e9 / 8, dirtyRate: 100e6 } as const;

/** The first and the last minor release of Kubernetes 1 that a release of KubeVirt supports. */
export const KUBERNETES_OF_KUBEVIRT: Readonly<Record<string, readonly [first: number, last: number]>> = {
  '1.5': [30, 32],
  '1.6': [31, 33],
  '1.7': [32, 34],
  '1.8': [33, 35],
  '1.9': [34, 36],
};

/** The minor release of Kubernetes 1 that OpenShift 4.n has, minus n. */
export const KUBERNETES_AHEAD_OF_OPENSHIFT = 13;
