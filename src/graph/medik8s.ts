/** Where Red Hat's documentation installs the operators of Workload Availability. */
export const WORKLOAD_AVAILABILITY_NAMESPACE = 'openshift-workload-availability';

export const NODE_HEALTH_CHECK_GROUP = 'remediation.medik8s.io';
export const SELF_NODE_REMEDIATION_GROUP = 'self-node-remediation.medik8s.io';
export const SELF_NODE_REMEDIATION_TEMPLATE_KIND = 'SelfNodeRemediationTemplate';
export const FENCE_AGENTS_REMEDIATION_GROUP = 'fence-agents-remediation.medik8s.io';
export const FENCE_AGENTS_REMEDIATION_TEMPLATE_KIND = 'FenceAgentsRemediationTemplate';
export const MACHINE_DELETION_REMEDIATION_TEMPLATE_KIND = 'MachineDeletionRemediationTemplate';

/** The only SelfNodeRemediationConfig that the operator reads. */
export const SELF_NODE_REMEDIATION_CONFIG_NAME = 'self-node-remediation-config';

/** The template that the self node remediation operator makes by itself. */
export const SELF_NODE_REMEDIATION_DEFAULT_TEMPLATE = 'self-node-remediation-automatic-strategy-template';

/** Annotation of a template: one health check may use several templates of this kind. */
export const MULTIPLE_TEMPLATES_ANNOTATION = 'remediation.medik8s.io/multiple-templates-support';

/** Labels of a node of the control plane: today's and that of older clusters; OpenShift sets both. */
export const CONTROL_PLANE_NODE_LABELS = ['node-role.kubernetes.io/control-plane', 'node-role.kubernetes.io/master'] as const;

/** Label of a node that runs workloads; in compact clusters the nodes of the control plane have it too. */
export const WORKER_NODE_LABEL = 'node-role.kubernetes.io/worker';
