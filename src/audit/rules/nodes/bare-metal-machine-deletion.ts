import { Platform } from '../../../cluster';
import { NOT_APPLICABLE, type Rule } from '../../rule';
import { Severity } from '../../severity';
import { POWER_CYCLE_STRATEGY } from './machine-api';
import { type MachineHealthCheckNode, machineHealthChecks, STRATEGY_PATH } from './machine-health-check';
import { BARE_METAL_ACTUATOR } from './references';

/** Deleting the Machine of a real host means installing the host anew. */
export const bareMetalMachineDeletion: Rule<MachineHealthCheckNode> = {
  id: 'bare-metal-machine-deletion',
  title: 'Hosts of bare metal clusters are power cycled, not deleted',
  severity: Severity.WARNING,
  category: 'recovery',
  rationale:
    'Deleting a bare metal Machine drains the node, wipes the disks of the host and installs it anew. The Node object, and ' +
    'with it the pods of its VMs, goes last, so that no VM restarts elsewhere before. A power cycle releases them ' +
    'within a minute or two and keeps the data on local disks.',
  remediation: `Annotate the MachineHealthCheck with ${POWER_CYCLE_STRATEGY}, or give it a Metal3RemediationTemplate.`,
  references: [BARE_METAL_ACTUATOR],
  subjects: machineHealthChecks,
  evaluate: ({ manifest, remediation, strategy, watchesTerminationOnly }, { cluster }) => {
    const hasUnknownStrategy = remediation === 'deletion' && strategy !== undefined;
    if (cluster.platform !== Platform.BARE_METAL_IPI || hasUnknownStrategy || watchesTerminationOnly) {
      return NOT_APPLICABLE;
    }
    if (remediation !== 'deletion') {
      return [];
    }
    return [
      {
        manifest,
        path: STRATEGY_PATH,
        message: 'the Machine is deleted, and VMs restart elsewhere only after the host has been drained and wiped',
        remedy: `Set it to ${POWER_CYCLE_STRATEGY}, or refer to a Metal3RemediationTemplate.`,
      },
    ];
  },
};
