/** What an API server asks of a field, and does not say in its OpenAPI document. */
export interface Limit {
  /** The least integer that it takes. */
  readonly minimum?: number;
  /** The greatest integer that it takes. */
  readonly maximum?: number;
  /** What a text matches. */
  readonly pattern?: string;
  /** Whether it has to be there. */
  readonly isRequired?: boolean;
  /** The texts that it takes. */
  readonly enum?: readonly string[];
  /** Keys that a map has to have. */
  readonly keys?: readonly string[];
}

const LARGEST_INT32 = 2 ** 31 - 1;
const NOT_NEGATIVE = { minimum: 0 };
const POSITIVE = { minimum: 1 };
const PORT = { minimum: 1, maximum: 65_535 };
/** A number, or a name, which has a letter. */
const PORT_OR_NAME = { ...PORT, pattern: '^[0-9-]*[a-z][a-z0-9-]*$' };
const WEIGHT = { minimum: 1, maximum: 100 };
const FILE_MODE = { minimum: 0, maximum: 0o777 };
const USER = { minimum: 0, maximum: LARGEST_INT32 };
const REQUIRED = { isRequired: true };
/** A job that is over is not started again. */
const RESTART_OF_JOBS = { ...REQUIRED, enum: ['Never', 'OnFailure'] };

/**
 * Limits by the type of Go and its field, or by the kind and the place; the generator asks a server whether it has each.
 *
 * Those that depend on other fields, or on how a cluster is set up, are not here, as that of nodePort.
 *
 * Source: pkg/apis of Kubernetes 1.36, `validation` of each group.
 */
export const LIMITS: Readonly<Record<string, Limit>> = {
  'ServicePort.port': PORT,
  // Empty it is that of the Service.
  'ServicePort.targetPort': { ...PORT, pattern: '^([0-9-]*[a-z][a-z0-9-]*)?$' },
  'ClientIPConfig.timeoutSeconds': { minimum: 1, maximum: 86_400 },
  'NetworkPolicyPort.endPort': PORT,
  'NetworkPolicyPort.port': PORT_OR_NAME,
  'ServiceBackendPort.number': { minimum: 0, maximum: PORT.maximum },
  'HTTPIngressPath.pathType': REQUIRED,
  'PersistentVolumeClaimSpec.accessModes': REQUIRED,
  'PersistentVolumeClaimSpec.resources': REQUIRED,
  'VolumeResourceRequirements.requests': { ...REQUIRED, keys: ['storage'] },
  'CronJobSpec.schedule': REQUIRED,
  'CronJobSpec.successfulJobsHistoryLimit': NOT_NEGATIVE,
  'CronJobSpec.failedJobsHistoryLimit': NOT_NEGATIVE,
  'CronJobSpec.startingDeadlineSeconds': NOT_NEGATIVE,
  'CronJob spec.jobTemplate.spec.template.spec.restartPolicy': RESTART_OF_JOBS,
  'Job spec.template.spec.restartPolicy': RESTART_OF_JOBS,
  'JobSpec.activeDeadlineSeconds': NOT_NEGATIVE,
  'JobSpec.backoffLimit': NOT_NEGATIVE,
  'JobSpec.completions': NOT_NEGATIVE,
  'JobSpec.parallelism': NOT_NEGATIVE,
  'JobSpec.ttlSecondsAfterFinished': NOT_NEGATIVE,
  'HorizontalPodAutoscalerSpec.maxReplicas': POSITIVE,
  'MetricSpec.type': { enum: ['ContainerResource', 'External', 'Object', 'Pods', 'Resource'] },
  'MetricTarget.type': { enum: ['AverageValue', 'Utilization', 'Value'] },
  'HorizontalPodAutoscalerSpec.minReplicas': NOT_NEGATIVE,
  'DeploymentSpec.replicas': NOT_NEGATIVE,
  'DeploymentSpec.minReadySeconds': NOT_NEGATIVE,
  'DeploymentSpec.revisionHistoryLimit': NOT_NEGATIVE,
  'StatefulSetSpec.replicas': NOT_NEGATIVE,
  'ReplicaSetSpec.replicas': NOT_NEGATIVE,
  'PodSpec.activeDeadlineSeconds': { minimum: 1, maximum: LARGEST_INT32 },
  'Container.image': REQUIRED,
  'ContainerPort.containerPort': PORT,
  'ContainerPort.hostPort': { minimum: 0, maximum: PORT.maximum },
  'PodSecurityContext.fsGroup': USER,
  'PodSecurityContext.runAsUser': USER,
  'PodSecurityContext.runAsGroup': USER,
  'SecurityContext.runAsUser': USER,
  'SecurityContext.runAsGroup': USER,
  'Probe.failureThreshold': NOT_NEGATIVE,
  'Probe.initialDelaySeconds': NOT_NEGATIVE,
  'Probe.periodSeconds': NOT_NEGATIVE,
  'Probe.successThreshold': NOT_NEGATIVE,
  'Probe.timeoutSeconds': NOT_NEGATIVE,
  'HTTPGetAction.port': PORT_OR_NAME,
  'TCPSocketAction.port': PORT_OR_NAME,
  'PreferredSchedulingTerm.weight': WEIGHT,
  'WeightedPodAffinityTerm.weight': WEIGHT,
  'TopologySpreadConstraint.maxSkew': POSITIVE,
  'ConfigMapVolumeSource.defaultMode': FILE_MODE,
  'SecretVolumeSource.defaultMode': FILE_MODE,
  'ProjectedVolumeSource.defaultMode': FILE_MODE,
  'KeyToPath.mode': FILE_MODE,
  'PriorityClass.value': { maximum: 1_000_000_000 },
  'RoleBinding.roleRef': REQUIRED,
  'Subject.kind': REQUIRED,
  'PolicyRule.verbs': REQUIRED,
  'StorageClass.provisioner': REQUIRED,
};
