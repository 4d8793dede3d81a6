import { INGRESS_GROUP, SCHEDULING_GROUP } from './api-groups';

/** What the API server asks of a field of a kind that Kubernetes itself brings. */
export interface KubernetesField {
  /** Where the objects are that have the field: names of fields, each with `[]` at its end when it holds a list. */
  readonly within: readonly string[];
  /** The field, a path with dots. */
  readonly field: string;
  /** The texts that it takes. An empty one is filled in by most, and left to the API server. */
  readonly values?: readonly string[];
  /** The least integer that it takes. */
  readonly minimum?: number;
  /** The greatest integer that it takes. */
  readonly maximum?: number;
  /** Whether it is a port: its number, or the name of one. */
  readonly isPort?: boolean;
  /** A field beside it that excludes it. */
  readonly excludes?: string;
  /** Whether it has to be there. */
  readonly isRequired?: boolean;
}

const LARGEST_INT32 = 2 ** 31 - 1;
const PORT = { minimum: 1, maximum: 65_535 };
const PROTOCOLS = ['TCP', 'UDP', 'SCTP'];
const POLICIES = ['Cluster', 'Local'];
const SPEC = ['spec'];
const PATHS = ['spec', 'rules[]', 'http', 'paths[]'];
const JOB = ['spec', 'jobTemplate', 'spec'];

/**
 * Fields that users get wrong, by group and kind: closed choices, integers, and what has to be there.
 *
 * Source: pkg/apis of Kubernetes 1.36, `validation` of core, networking, policy, batch, autoscaling and scheduling; held against a
 * kube-apiserver by `test/control-plane`.
 */
export const KUBERNETES_FIELDS: Readonly<Record<string, readonly KubernetesField[]>> = {
  '/Service': [
    { within: SPEC, field: 'type', values: ['ClusterIP', 'NodePort', 'LoadBalancer', 'ExternalName'] },
    { within: SPEC, field: 'sessionAffinity', values: ['ClientIP', 'None'] },
    { within: SPEC, field: 'externalTrafficPolicy', values: POLICIES },
    { within: SPEC, field: 'internalTrafficPolicy', values: POLICIES },
    { within: SPEC, field: 'ipFamilyPolicy', values: ['SingleStack', 'PreferDualStack', 'RequireDualStack'] },
    { within: SPEC, field: 'sessionAffinityConfig.clientIP.timeoutSeconds', minimum: 1, maximum: 86_400 },
    { within: ['spec', 'ports[]'], field: 'port', ...PORT, isRequired: true },
    { within: ['spec', 'ports[]'], field: 'protocol', values: PROTOCOLS },
  ],
  '/PersistentVolumeClaim': [
    { within: SPEC, field: 'volumeMode', values: ['Block', 'Filesystem'] },
    { within: SPEC, field: 'accessModes', isRequired: true },
    { within: SPEC, field: 'resources.requests.storage', isRequired: true },
  ],
  [`${INGRESS_GROUP}/Ingress`]: [
    { within: PATHS, field: 'pathType', values: ['Exact', 'Prefix', 'ImplementationSpecific'], isRequired: true },
    { within: PATHS, field: 'backend', isRequired: true },
    { within: [...PATHS, 'backend', 'service'], field: 'name', isRequired: true },
    { within: [...PATHS, 'backend', 'service', 'port'], field: 'number', minimum: 0, maximum: PORT.maximum },
  ],
  [`${INGRESS_GROUP}/NetworkPolicy`]: [
    ...['ingress[]', 'egress[]'].flatMap((direction) => [
      { within: ['spec', direction, 'ports[]'], field: 'protocol', values: PROTOCOLS },
      { within: ['spec', direction, 'ports[]'], field: 'port', isPort: true },
      { within: ['spec', direction, 'ports[]'], field: 'endPort', ...PORT },
    ]),
  ],
  'policy/PodDisruptionBudget': [
    { within: SPEC, field: 'maxUnavailable', excludes: 'minAvailable' },
    { within: SPEC, field: 'unhealthyPodEvictionPolicy', values: ['IfHealthyBudget', 'AlwaysAllow'] },
  ],
  'batch/CronJob': [
    { within: SPEC, field: 'schedule', isRequired: true },
    { within: SPEC, field: 'concurrencyPolicy', values: ['Allow', 'Forbid', 'Replace'] },
    { within: SPEC, field: 'successfulJobsHistoryLimit', minimum: 0, maximum: LARGEST_INT32 },
    { within: SPEC, field: 'failedJobsHistoryLimit', minimum: 0, maximum: LARGEST_INT32 },
    { within: JOB, field: 'backoffLimit', minimum: 0, maximum: LARGEST_INT32 },
    { within: [...JOB, 'template', 'spec'], field: 'restartPolicy', values: ['OnFailure', 'Never'], isRequired: true },
  ],
  'autoscaling/HorizontalPodAutoscaler': [
    { within: SPEC, field: 'maxReplicas', minimum: 1, maximum: LARGEST_INT32, isRequired: true },
    { within: SPEC, field: 'minReplicas', minimum: 0, maximum: LARGEST_INT32 },
    { within: SPEC, field: 'scaleTargetRef', isRequired: true },
  ],
  [`${SCHEDULING_GROUP}/PriorityClass`]: [{ within: [], field: 'preemptionPolicy', values: ['PreemptLowerPriority', 'Never'] }],
};
