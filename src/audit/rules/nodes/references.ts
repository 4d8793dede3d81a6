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
