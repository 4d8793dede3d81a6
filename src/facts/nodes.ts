/** Label of a node: its name, as the kubelet knows it. A spread over it is one over hosts. */
export const HOST_NAME_LABEL = 'kubernetes.io/hostname';

/** Label of a node: its architecture, in the words of Go. */
export const ARCHITECTURE_LABEL = 'kubernetes.io/arch';

/** Label of a node: its zone. */
export const ZONE_LABEL = 'topology.kubernetes.io/zone';

/** Label of a node: its region. */
export const REGION_LABEL = 'topology.kubernetes.io/region';

/**
 * Labels that every node has: those that the kubelet sets, and one that OpenShift's nodes have beside them.
 *
 * @see https://kubernetes.io/docs/reference/labels-annotations-taints/
 */
export const UNIVERSAL_NODE_LABELS: readonly string[] = [
  'kubernetes.io/os',
  ARCHITECTURE_LABEL,
  HOST_NAME_LABEL,
  'node.openshift.io/os_id',
];

/** Labels of a node of the control plane: today's and that of older clusters; OpenShift sets both. */
export const CONTROL_PLANE_NODE_LABELS = ['node-role.kubernetes.io/control-plane', 'node-role.kubernetes.io/master'] as const;

/** Label of a node that runs workloads; in compact clusters the nodes of the control plane have it too. */
export const WORKER_NODE_LABEL = 'node-role.kubernetes.io/worker';

/**
 * The taints by which Kubernetes removes pods from a node that does not answer.
 *
 * @see https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/#taint-based-evictions
 */
export const NODE_FAILURE_TAINTS = ['node.kubernetes.io/not-ready', 'node.kubernetes.io/unreachable'] as const;

/**
 * What the node lifecycle controller taints a node with that is silent: the first keeps pods from coming, the second removes them.
 *
 * @see https://kubernetes.io/docs/reference/node/node-status/#condition
 */
export const SILENT_NODE_TAINTS = ['NoSchedule', 'NoExecute'].map((effect) => ({ key: NODE_FAILURE_TAINTS[1], effect }));

/**
 * Seconds that the API server lets pods stay on such a node unless they tolerate its taint themselves.
 *
 * @see https://kubernetes.io/docs/reference/access-authn-authz/admission-controllers/#defaulttolerationseconds
 */
export const DEFAULT_TOLERATION_SECONDS = 300;

/** The tolerations by which it does so: every pod has them, or own ones in their place. */
export const DEFAULT_TOLERATIONS = NODE_FAILURE_TAINTS.map((key) => ({ key, operator: 'Exists', effect: 'NoExecute' }));

/** For how long a highly available VM stays on a node that does not answer: short faults of the network are over by then. */
export const FAILOVER_SECONDS = 60;

/** Labels of nodes whose values are the same for all time: what the kubelet writes, by key. */
export const NODE_LABEL_VALUES: Readonly<Record<string, readonly string[]>> = {
  'kubernetes.io/os': ['linux', 'windows'],
  [ARCHITECTURE_LABEL]: ['amd64', 'arm64', 's390x', 'ppc64le', 'riscv64', 'arm', '386'],
};

/**
 * Names by which people mean the roles of nodes, and which no component sets as labels.
 *
 * @see https://kubernetes.io/docs/reference/labels-annotations-taints/
 */
export const INFORMAL_ROLE_LABELS: readonly string[] = [
  'worker',
  'master',
  'control-plane',
  'infra',
  'role',
  'node-role',
  'node-role.kubernetes.io',
];

/**
 * Names by which people mean the labels of nodes that tell hosts, zones and regions apart, and which no component sets.
 *
 * @see https://kubernetes.io/docs/reference/labels-annotations-taints/#topologykubernetesiozone
 */
export const INFORMAL_TOPOLOGY_LABELS: ReadonlyMap<string, string> = new Map([
  ...['host', 'hostname', 'kubernetes.io/host', 'node', 'topology.kubernetes.io/host', 'topology.kubernetes.io/hostname'].map(
    (name): [string, string] => [name, HOST_NAME_LABEL],
  ),
  ...['az', 'kubernetes.io/zone', 'topology.kubernetes.io/zones', 'zone'].map((name): [string, string] => [name, ZONE_LABEL]),
  ...['kubernetes.io/region', 'region'].map((name): [string, string] => [name, REGION_LABEL]),
]);

/**
 * The status that the conditions of a healthy node have, by their types.
 *
 * @see https://kubernetes.io/docs/reference/node/node-status/#condition
 */
export const HEALTHY_CONDITIONS: ReadonlyMap<string, string> = new Map([
  ['Ready', 'True'],
  ...['MemoryPressure', 'DiskPressure', 'PIDPressure', 'NetworkUnavailable'].map((type): [string, string] => [type, 'False']),
]);

/**
 * The taint by which pods and volumes of a node that is known to be down are given up; remediators set it, too.
 *
 * @see https://kubernetes.io/docs/concepts/cluster-administration/node-shutdown/#non-graceful-node-shutdown
 */
export const OUT_OF_SERVICE_TAINT = { key: 'node.kubernetes.io/out-of-service', value: 'nodeshutdown', effect: 'NoExecute' } as const;
