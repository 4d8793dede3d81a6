import type { CheckedSource } from './admission-check';

const OPERATOR_IMAGE = 'the files in the image of the operator';
const OLD_OBJECT = 'the object as it was';

/** What the webhooks of medik8s and of the Machine API refuse. Their releases do not follow from that of KubeVirt. */
export const REMEDIATION: readonly CheckedSource[] = [
  {
    component: 'NodeHealthCheck',
    file: 'api/v1alpha1/validation.go',
    checks: [
      {
        function: 'ValidateMinHealthyMaxUnhealthy',
        refuses: 'both of minHealthy and maxUnhealthy, and neither',
        rules: ['remediation-limit-not-exactly-one'],
      },
      {
        function: 'ValidateMinHealthyMaxUnhealthy',
        refuses: 'a negative minHealthy or maxUnhealthy',
        rules: ['health-check-limit-negative'],
      },
      {
        function: 'ValidateMinHealthyMaxUnhealthy',
        refuses: 'maxUnhealthy with a MachineDeletionRemediationTemplate, alone or as a step',
        rules: ['max-unhealthy-with-machine-deletion'],
      },
    ],
  },
  {
    component: 'NodeHealthCheck',
    file: 'internal/webhook/v1alpha1/nodehealthcheck_webhook.go',
    checks: [
      { function: 'validateSelector', refuses: 'a selector without labels and expressions', rules: ['node-selector-empty'] },
      { function: 'validateSelector', refuses: 'a selector that cannot be read', rules: ['selector-invalid'] },
      {
        function: 'validateMutualRemediations',
        refuses: 'both of a template and an escalation, and neither',
        rules: ['remediation-not-exactly-one'],
      },
      {
        function: 'validateEscalatingRemediationsUniqueOrder',
        refuses: 'two steps of one order',
        rules: ['escalation-order-duplicate'],
      },
      {
        function: 'validateEscalatingRemediationsTimeout',
        refuses: 'a step of less than a minute',
        rules: ['escalation-timeout-too-short'],
      },
      {
        function: 'validateEscalatingRemediationsUniqueRemediator',
        refuses: 'two steps with templates of one kind that does not support several',
        rules: ['escalation-kind-repeated'],
        state: 'the templates of the kind, where they are not among the manifests',
      },
      {
        function: 'validateControlPlaneTopology',
        refuses: 'any NodeHealthCheck on a cluster whose control plane is elsewhere',
        state: 'the topology of the control plane',
      },
      { function: 'ValidateUpdate', refuses: 'a change of selector or remediation while a node is remediated', state: OLD_OBJECT },
      { function: 'ValidateDelete', refuses: 'a removal while a node is remediated', state: 'the status' },
    ],
  },
  {
    component: 'SelfNodeRemediation',
    file: 'internal/webhook/v1alpha1/selfnoderemediationconfig_webhook.go',
    checks: [
      { function: 'validateTimes', refuses: 'a time below its minimum', rules: ['self-node-remediation-config-out-of-range'] },
      {
        function: 'validateToleration',
        refuses: 'a toleration with an unknown operator or effect, or with a value beside Exists',
        rules: ['agent-toleration-invalid'],
      },
      {
        function: 'validateNodeSelector',
        refuses: 'an expression without key or operator, with an unknown operator, or with values that do not go with it',
        rules: ['selector-invalid'],
      },
      { function: 'validateSingleton', refuses: 'another name', rules: ['self-node-remediation-config-name'] },
      { function: 'validateSingleton', refuses: 'another namespace than that of the operator', state: 'where the operator runs' },
    ],
  },
  {
    component: 'SelfNodeRemediation',
    file: 'internal/webhook/v1alpha1/selfnoderemediationtemplate_webhook.go',
    checks: [
      {
        function: 'validateStrategy',
        refuses: 'OutOfServiceTaint before Kubernetes 1.26, of templates and remediations',
        state: 'a Kubernetes that is older than any that KubeVirt 1.5 runs on',
      },
    ],
  },
  {
    component: 'FenceAgentsRemediation',
    file: 'api/v1alpha1/fenceagentsremediation_params.go',
    checks: [
      { function: 'validateAgentName', refuses: 'an agent that there is not', state: OPERATOR_IMAGE },
      {
        function: 'validateStrategy',
        refuses: 'OutOfServiceTaint before Kubernetes 1.26',
        state: 'a Kubernetes that is older than any that KubeVirt 1.5 runs on',
      },
      {
        function: 'validateTemplateParameters',
        refuses: 'a shared parameter that is a broken template',
        rules: ['fence-parameter-template-invalid'],
      },
      {
        function: 'validateFenceAgentForNodes',
        refuses: 'no parameters and no Secrets',
        rules: ['fence-parameters-not-per-node'],
      },
      { function: 'validateFenceAction', refuses: 'another action than reboot and off', rules: ['fence-action-unsupported'] },
      {
        function: 'validateFenceAgentParams',
        refuses: 'a parameter that a Secret of the node has too',
        rules: ['fence-parameter-twice'],
      },
      {
        function: 'validateFenceAgentParams',
        refuses: 'parameters that are the same for all nodes',
        rules: ['fence-parameters-not-per-node'],
      },
      {
        function: 'collectSecretParams',
        refuses: 'a Secret that there is not in the namespace',
        rules: ['fence-secret-elsewhere'],
        state: 'the Secrets of the namespace',
      },
      {
        function: 'validateTemplateForSharedSecretDefaultName',
        refuses: 'the removal of the old default name while its Secret exists',
        state: OLD_OBJECT,
      },
    ],
  },
  {
    component: 'FenceAgentsRemediation',
    file: 'api/v1alpha1/fenceagentsremediationtemplate_types.go',
    checks: [
      {
        function: 'statusValidationSample',
        refuses: 'a sample that is neither a number nor a percentage',
        rules: ['fence-status-sample-invalid'],
      },
    ],
  },
  {
    component: 'NodeMaintenance',
    file: 'internal/webhook/v1beta1/nodemaintenance_webhook.go',
    checks: [
      { function: 'validateNodeExists', refuses: 'a node that there is not', state: 'the nodes' },
      {
        function: 'validateNoNodeMaintenanceExists',
        refuses: 'a second maintenance of a node',
        state: 'the NodeMaintenances of the cluster',
      },
      {
        function: 'validateControlPlaneQuorum',
        refuses: 'the maintenance of a node that etcd needs',
        state: 'the disruption budget of etcd',
      },
      { function: 'ValidateUpdate', refuses: 'another node', state: OLD_OBJECT },
    ],
  },
  {
    component: 'Machine API',
    file: 'pkg/webhooks/machineset_webhook.go',
    checks: [
      { function: 'validateMachineSetSpec', refuses: 'a selector that cannot be read', rules: ['selector-invalid'] },
      {
        function: 'validateMachineSetSpec',
        refuses: 'a selector that does not match the labels of the template',
        rules: ['machine-set-selector-mismatch'],
      },
      { function: 'validateMachineSetSpec', refuses: 'a change of the selector', state: OLD_OBJECT },
      {
        function: 'validateMachineSet',
        refuses: 'a providerSpec that the platform does not take',
        state: 'the platform, its images and zones',
      },
    ],
  },
  {
    component: 'Machine API',
    file: 'pkg/webhooks/machine_webhook.go',
    checks: [
      {
        function: 'validateMachine',
        refuses: 'a providerSpec that the platform does not take',
        state: 'the platform, its images and zones',
      },
    ],
  },
  {
    component: 'Machine API',
    file: 'pkg/webhook/metal3remediationtemplate_webhook.go',
    checks: [
      {
        function: 'validate',
        refuses: 'another strategy than Reboot, less than 100 s, no attempt',
        rules: ['power-cycle-strategy-invalid'],
      },
    ],
  },
  {
    component: 'Machine API',
    file: 'pkg/webhooks/controlplanemachineset/webhooks.go',
    checks: [
      { function: 'validateMetadata', refuses: 'another name than cluster', rules: ['control-plane-machine-set-refused'] },
      { function: 'validateTemplate', refuses: 'another type of Machines, or none of it', rules: ['control-plane-machine-set-refused'] },
      {
        function: 'validateTemplateLabels',
        refuses: 'a selector that cannot be read, or does not match the labels of the template',
        rules: ['selector-invalid', 'machine-set-selector-mismatch'],
      },
      { function: 'validateSpecOnCreate', refuses: 'another number of replicas than there are Machines', state: 'the Machines' },
      { function: 'validateTemplateOnCreate', refuses: 'failure domains that the Machines are not in', state: 'the Machines' },
      { function: 'validateOpenShiftProviderConfig', refuses: 'a providerSpec that the platform does not take', state: 'the platform' },
      { function: 'ValidateUpdate', refuses: 'an activation while it is removed', state: OLD_OBJECT },
    ],
  },
  {
    component: 'Machine API',
    file: 'machine/v1/types_controlplanemachineset.go',
    checks: [
      {
        function: 'template',
        refuses: 'a type of Machines or a platform, and the field of another',
        rules: ['control-plane-machine-set-refused'],
      },
      { function: 'labels', refuses: 'Machines without the labels of masters', rules: ['control-plane-machine-set-refused'] },
      {
        function: 'rootVolume',
        refuses: 'a root volume without a zone in a failure domain with one',
        rules: ['control-plane-machine-set-refused'],
      },
      { function: 'machineNamePrefix', refuses: 'a prefix that is no DNS subdomain', rules: ['control-plane-machine-set-refused'] },
      { function: 'replicas, selector, state', refuses: 'a change', state: OLD_OBJECT },
    ],
  },
];
