import type { Rule } from '../../rule';
import { bareMetalMachineDeletion } from './bare-metal-machine-deletion';
import { controlPlaneDeletionNeedsOwner } from './control-plane-deletion-needs-owner';
import { machineHealthCheckDisablesNodeHealthChecks } from './machine-health-check-disables-node-health-checks';
import { machineHealthCheckNamespaceUnwatched } from './machine-health-check-namespace-unwatched';
import { machineHealthCheckWithoutMachineApi } from './machine-health-check-without-machine-api';
import { machineHealthChecksOverlap } from './machine-health-checks-overlap';
import { machineSelectorEmpty } from './machine-selector-empty';
import { machineSelectorTakesControlPlane } from './machine-selector-takes-control-plane';
import { maxUnhealthyMissing } from './max-unhealthy-missing';
import { maxUnhealthyRoundsToZero } from './max-unhealthy-rounds-to-zero';
import { maxUnhealthyZero } from './max-unhealthy-zero';
import { nodeFailureUndetected } from './node-failure-undetected';
import { remediationNeedsBareMetal } from './remediation-needs-bare-metal';
import { remediationStrategyIgnored } from './remediation-strategy-ignored';
import { remediationStrategyUnknown } from './remediation-strategy-unknown';
import { remediationTemplateNamespaceMismatch } from './remediation-template-namespace-mismatch';
import { remediationTemplateNamespaceUnwatched } from './remediation-template-namespace-unwatched';
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
];
