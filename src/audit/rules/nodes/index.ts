import type { Rule } from '../../rule';
import { agentTolerationInvalid } from './agent-toleration-invalid';
import { bareMetalMachineDeletion } from './bare-metal-machine-deletion';
import { controlPlaneDeletionNeedsOwner } from './control-plane-deletion-needs-owner';
import { escalationKindRepeated } from './escalation-kind-repeated';
import { escalationOrderDuplicate } from './escalation-order-duplicate';
import { escalationStepCutOff } from './escalation-step-cut-off';
import { escalationTimeoutTooShort } from './escalation-timeout-too-short';
import { fenceActionUnsupported } from './fence-action-unsupported';
import { fenceParameterTwice } from './fence-parameter-twice';
import { fenceParametersNotPerNode } from './fence-parameters-not-per-node';
import { fencePasswordReadable } from './fence-password-readable';
import { fenceSecretElsewhere } from './fence-secret-elsewhere';
import { fenceStatusSampleInvalid } from './fence-status-sample-invalid';
import { machineDeletionWithoutMachineApi } from './machine-deletion-without-machine-api';
import { machineHealthCheckDisablesNodeHealthChecks } from './machine-health-check-disables-node-health-checks';
import { machineHealthCheckNamespaceUnwatched } from './machine-health-check-namespace-unwatched';
import { machineHealthCheckWithoutMachineApi } from './machine-health-check-without-machine-api';
import { machineHealthChecksOverlap } from './machine-health-checks-overlap';
import { machineSelectorEmpty } from './machine-selector-empty';
import { machineSelectorTakesControlPlane } from './machine-selector-takes-control-plane';
import { maxUnhealthyExceedsNodes } from './max-unhealthy-exceeds-nodes';
import { maxUnhealthyMissing } from './max-unhealthy-missing';
import { maxUnhealthyRoundsToZero } from './max-unhealthy-rounds-to-zero';
import { maxUnhealthyWithMachineDeletion } from './max-unhealthy-with-machine-deletion';
import { maxUnhealthyZero } from './max-unhealthy-zero';
import { minHealthyNeverMet } from './min-healthy-never-met';
import { nodeFailureUndetected } from './node-failure-undetected';
import { nodeHealthCheckWithoutBrake } from './node-health-check-without-brake';
import { nodeHealthChecksOverlap } from './node-health-checks-overlap';
import { nodeSelectorEmpty } from './node-selector-empty';
import { nodeSelectorMixesRoles } from './node-selector-mixes-roles';
import { nodeSelectorTakesCompactControlPlane } from './node-selector-takes-compact-control-plane';
import { peerRequestTimeoutRaised } from './peer-request-timeout-raised';
import { peersNeverEnough } from './peers-never-enough';
import { powerCycleStrategyInvalid } from './power-cycle-strategy-invalid';
import { powerCycleTemplateElsewhere } from './power-cycle-template-elsewhere';
import { remediationLimitNotExactlyOne } from './remediation-limit-not-exactly-one';
import { remediationNeedsBareMetal } from './remediation-needs-bare-metal';
import { remediationNotExactlyOne } from './remediation-not-exactly-one';
import { remediationReferenceIncomplete } from './remediation-reference-incomplete';
import { remediationStrategyIgnored } from './remediation-strategy-ignored';
import { remediationStrategyUnknown } from './remediation-strategy-unknown';
import { remediationTemplateKindInvalid } from './remediation-template-kind-invalid';
import { remediationTemplateNamespaceMismatch } from './remediation-template-namespace-mismatch';
import { remediationTemplateNamespaceUnwatched } from './remediation-template-namespace-unwatched';
import { resourceDeletionDelaysVolumes } from './resource-deletion-delays-volumes';
import { safeTimeIgnored } from './safe-time-ignored';
import { selfNodeRemediationConfigName } from './self-node-remediation-config-name';
import { selfNodeRemediationConfigOutOfRange } from './self-node-remediation-config-out-of-range';
import { unhealthyConditionIncomplete } from './unhealthy-condition-incomplete';
import { unhealthyConditionsMissing } from './unhealthy-conditions-missing';
import { unhealthyTimeoutBlocksDrain } from './unhealthy-timeout-blocks-drain';
import { unhealthyTimeoutTooShort } from './unhealthy-timeout-too-short';

/** The rules on health checks of nodes and their remediation. */
export const NODE_RULES: readonly Rule[] = [
  machineHealthCheckWithoutMachineApi,
  machineHealthCheckNamespaceUnwatched,
  machineHealthCheckDisablesNodeHealthChecks,
  machineHealthChecksOverlap,
  machineSelectorEmpty,
  machineSelectorTakesControlPlane,
  controlPlaneDeletionNeedsOwner,
  unhealthyConditionsMissing,
  unhealthyConditionIncomplete,
  nodeFailureUndetected,
  unhealthyTimeoutTooShort,
  unhealthyTimeoutBlocksDrain,
  maxUnhealthyMissing,
  maxUnhealthyZero,
  maxUnhealthyRoundsToZero,
  bareMetalMachineDeletion,
  remediationNeedsBareMetal,
  remediationStrategyUnknown,
  remediationStrategyIgnored,
  remediationTemplateNamespaceMismatch,
  remediationTemplateNamespaceUnwatched,
  nodeSelectorEmpty,
  nodeSelectorMixesRoles,
  nodeSelectorTakesCompactControlPlane,
  nodeHealthChecksOverlap,
  remediationLimitNotExactlyOne,
  minHealthyNeverMet,
  maxUnhealthyExceedsNodes,
  maxUnhealthyWithMachineDeletion,
  nodeHealthCheckWithoutBrake,
  remediationNotExactlyOne,
  remediationTemplateKindInvalid,
  remediationReferenceIncomplete,
  powerCycleTemplateElsewhere,
  powerCycleStrategyInvalid,
  machineDeletionWithoutMachineApi,
  escalationOrderDuplicate,
  escalationTimeoutTooShort,
  escalationStepCutOff,
  escalationKindRepeated,
  selfNodeRemediationConfigName,
  selfNodeRemediationConfigOutOfRange,
  agentTolerationInvalid,
  safeTimeIgnored,
  peerRequestTimeoutRaised,
  peersNeverEnough,
  fenceParametersNotPerNode,
  fenceActionUnsupported,
  fenceParameterTwice,
  fenceSecretElsewhere,
  fencePasswordReadable,
  fenceStatusSampleInvalid,
  resourceDeletionDelaysVolumes,
];
