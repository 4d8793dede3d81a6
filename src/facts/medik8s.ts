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
