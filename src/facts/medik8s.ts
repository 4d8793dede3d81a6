/** Where Red Hat's documentation installs the operators of Workload Availability. */
export const WORKLOAD_AVAILABILITY_NAMESPACE = 'openshift-workload-availability';

export const NODE_HEALTH_CHECK_GROUP = 'remediation.medik8s.io';
export const SELF_NODE_REMEDIATION_GROUP = 'self-node-remediation.medik8s.io';
export const SELF_NODE_REMEDIATION_TEMPLATE_KIND = 'SelfNodeRemediationTemplate';
export const FENCE_AGENTS_REMEDIATION_GROUP = 'fence-agents-remediation.medik8s.io';
export const FENCE_AGENTS_REMEDIATION_KIND = 'FenceAgentsRemediation';
export const FENCE_AGENTS_REMEDIATION_TEMPLATE_KIND = 'FenceAgentsRemediationTemplate';
export const MACHINE_DELETION_REMEDIATION_TEMPLATE_KIND = 'MachineDeletionRemediationTemplate';

/** The only SelfNodeRemediationConfig that the operator reads. */
export const SELF_NODE_REMEDIATION_CONFIG_NAME = 'self-node-remediation-config';

/** The template that the self node remediation operator makes by itself. */
export const SELF_NODE_REMEDIATION_DEFAULT_TEMPLATE = 'self-node-remediation-automatic-strategy-template';

/** Annotation of a template: one health check may use several templates of this kind. */
export const MULTIPLE_TEMPLATES_ANNOTATION = 'remediation.medik8s.io/multiple-templates-support';

/**
 * Seconds that a step of an escalation has at least.
 *
 * Source: `validateEscalatingRemediationsTimeout` in nodehealthcheck_webhook.go of the node health check operator.
 */
export const SHORTEST_ESCALATION_STEP = 60;

/**
 * How often and how long a fence agent tries, in seconds, unless its template says otherwise.
 *
 * Source: the defaults in the CRD of FenceAgentsRemediationTemplate.
 */
export const FENCING_DEFAULTS = { retryCount: 5, retryInterval: 5, timeout: 60 } as const;

/**
 * The shortest seconds of each time of a SelfNodeRemediationConfig.
 *
 * Source: the webhook of the self node remediation operator.
 */
export const SHORTEST_SELF_NODE_REMEDIATION_TIMES = {
  apiCheckInterval: 1,
  apiServerTimeout: 0.01,
  peerApiServerTimeout: 0.01,
  peerDialTimeout: 0.01,
  peerRequestTimeout: 0.01,
  peerUpdateInterval: 10,
} as const;
