/** The controller that evaluates MachineHealthChecks. */
export const HEALTH_CHECK_CONTROLLER =
  'https://github.com/openshift/machine-api-operator/blob/main/pkg/controller/machinehealthcheck/machinehealthcheck_controller.go';

/** The fields of a MachineHealthCheck. */
export const HEALTH_CHECK_TYPES = 'https://github.com/openshift/api/blob/master/machine/v1beta1/types_machinehealthcheck.go';

/** What drains a node before its Machine goes. */
export const DRAIN_CONTROLLER = 'https://github.com/openshift/machine-api-operator/blob/main/pkg/controller/machine/drain_controller.go';

/** What powers hosts of bare metal clusters off and on, and deprovisions them. */
export const BARE_METAL_ACTUATOR =
  'https://github.com/openshift/cluster-api-provider-baremetal/blob/main/pkg/cloud/baremetal/actuators/machine/actuator.go';

/** What carries out remediations from a Metal3RemediationTemplate. */
export const METAL3_REMEDIATION_CONTROLLER =
  'https://github.com/openshift/cluster-api-provider-baremetal/blob/main/pkg/controller/metal3remediation/metal3remediation_controller.go';

/** What switches NodeHealthChecks off beside a MachineHealthCheck. */
export const HEALTH_CHECK_CONFLICT = 'https://github.com/medik8s/node-healthcheck-operator/blob/main/internal/controller/mhc/checker.go';

/** What admits NodeHealthChecks. */
export const NODE_HEALTH_CHECK_WEBHOOK =
  'https://github.com/medik8s/node-healthcheck-operator/blob/main/internal/webhook/v1alpha1/nodehealthcheck_webhook.go';

/** What checks the fields of a NodeHealthCheck against each other. */
export const NODE_HEALTH_CHECK_VALIDATION = 'https://github.com/medik8s/node-healthcheck-operator/blob/main/api/v1alpha1/validation.go';

/** The controller that evaluates NodeHealthChecks. */
export const NODE_HEALTH_CHECK_CONTROLLER =
  'https://github.com/medik8s/node-healthcheck-operator/blob/main/internal/controller/nodehealthcheck_controller.go';

/** How NodeHealthChecks are meant to be configured. */
export const NODE_HEALTH_CHECK_GUIDE = 'https://github.com/medik8s/node-healthcheck-operator/blob/main/docs/configuration.md';

/** How a NodeHealthCheck finds its templates. */
export const NODE_HEALTH_CHECK_TEMPLATES =
  'https://github.com/medik8s/node-healthcheck-operator/blob/main/internal/controller/resources/templates.go';

/** When self node remediation takes a node for rebooted. */
export const SAFE_TIME_CALCULATOR = 'https://github.com/medik8s/self-node-remediation/blob/main/pkg/reboot/calculator.go';

/** What admits the configuration of self node remediation. */
export const SELF_NODE_REMEDIATION_CONFIG_WEBHOOK =
  'https://github.com/medik8s/self-node-remediation/blob/main/internal/webhook/v1alpha1/selfnoderemediationconfig_webhook.go';

/** How the agents of self node remediation decide. */
export const SELF_NODE_REMEDIATION_API_CHECK = 'https://github.com/medik8s/self-node-remediation/blob/main/internal/apicheck/check.go';

/** What admits the parameters of fence agents. */
export const FENCE_AGENTS_PARAMETERS =
  'https://github.com/medik8s/fence-agents-remediation/blob/main/api/v1alpha1/fenceagentsremediation_params.go';

/** The fields of the remediation by fence agents. */
export const FENCE_AGENTS_TYPES =
  'https://github.com/medik8s/fence-agents-remediation/blob/main/api/v1alpha1/fenceagentsremediation_types.go';

/** What deletes Machines for a NodeHealthCheck. */
export const MACHINE_DELETION_CONTROLLER = 'https://github.com/medik8s/machine-deletion-remediation';

/** What admits Metal3RemediationTemplates. */
export const METAL3_TEMPLATE_WEBHOOK = 'https://github.com/openshift/cluster-api-provider-baremetal/tree/main/pkg/webhook';

/** What admits MachineSets. */
export const MACHINE_SET_WEBHOOK = 'https://github.com/openshift/machine-api-operator/blob/main/pkg/webhooks/machineset_webhook.go';

/** What admits ControlPlaneMachineSets. */
export const CONTROL_PLANE_MACHINE_SET_WEBHOOK =
  'https://github.com/openshift/cluster-control-plane-machine-set-operator/blob/main/pkg/webhooks/controlplanemachineset/webhooks.go';

/** The fields of a ControlPlaneMachineSet, with the expressions that the API server checks them by. */
export const CONTROL_PLANE_MACHINE_SET_TYPES = 'https://github.com/openshift/api/blob/master/machine/v1/types_controlplanemachineset.go';
