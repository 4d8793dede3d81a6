export const MACHINE_API_GROUP = 'machine.openshift.io';

/** The namespace of the Machine API: the controllers look at Machines, health checks and templates of this one only. */
export const MACHINE_API_NAMESPACE = 'openshift-machine-api';

/** Label of a Machine: `worker`, `master`, or what the owner of a machine set wrote, such as `infra`. */
export const MACHINE_ROLE_LABEL = 'machine.openshift.io/cluster-api-machine-role';

/** Label of a Machine that the installer sets to the same value as the role. */
export const MACHINE_TYPE_LABEL = 'machine.openshift.io/cluster-api-machine-type';

/** Label of a Machine: the name of its cluster in the infrastructure. */
export const MACHINE_CLUSTER_LABEL = 'machine.openshift.io/cluster-api-cluster';

/** Label of a Machine: the name of its MachineSet. */
export const MACHINE_SET_LABEL = 'machine.openshift.io/cluster-api-machineset';

/** Annotation of a MachineHealthCheck: how it remediates instead of deleting the Machine. */
export const REMEDIATION_STRATEGY_ANNOTATION = 'machine.openshift.io/remediation-strategy';

/** Annotation of a MachineHealthCheck that pauses it, whatever its value. */
export const PAUSED_ANNOTATION = 'cluster.x-k8s.io/paused';

/** The only strategy that the controller knows: power the host off and on through its BMC. */
export const POWER_CYCLE_STRATEGY = 'external-baremetal';

/** Annotation of a Machine: delete it without draining its node. */
export const EXCLUDE_NODE_DRAINING_ANNOTATION = 'machine.openshift.io/exclude-node-draining';

export const METAL3_TEMPLATE_KIND = 'Metal3RemediationTemplate';
export const METAL3_TEMPLATE_GROUP = 'infrastructure.cluster.x-k8s.io';

/**
 * Seconds that a power cycle may take, at least and by default.
 *
 * Source: the webhook of cluster-api-provider-baremetal for Metal3RemediationTemplates, and its controller.
 */
export const POWER_CYCLE_SECONDS = { shortest: 100, preset: 600 } as const;

/** The only template that a ControlPlaneMachineSet has: a value of its type, and the field of that name. */
export const CONTROL_PLANE_MACHINE_TYPE = 'machines_v1beta1_machine_openshift_io';
