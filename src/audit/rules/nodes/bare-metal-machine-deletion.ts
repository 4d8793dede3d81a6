import { BARE_METAL_ACTUATOR } from '../../../admission';
import { Platform } from '../../../cluster';
import { MACHINE_DELETION_REMEDIATION_TEMPLATE_KIND, POWER_CYCLE_STRATEGY } from '../../../facts';
import {
  isObject,
  type MachineHealthCheckView,
  machineHealthChecks,
  NodeHealthCheckView,
  nodeHealthChecks,
  STRATEGY_PATH,
} from '../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../rule';
import { Severity } from '../../severity';

const MESSAGE = 'the Machine is deleted, and VMs restart elsewhere only after the host has been drained and wiped';

/** Deleting the Machine of a real host means installing the host anew. */
export const bareMetalMachineDeletion: Rule<MachineHealthCheckView | NodeHealthCheckView> = {
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
  subjects: (graph) => [...machineHealthChecks(graph), ...nodeHealthChecks(graph)],
  evaluate: (check, { cluster }) => {
    if (cluster.platform !== Platform.BARE_METAL_IPI) {
      return NOT_APPLICABLE;
    }
    return check instanceof NodeHealthCheckView ? judgeNodeHealthCheck(check) : judgeMachineHealthCheck(check);
  },
};

function judgeMachineHealthCheck({ manifest, remediation, strategy, watchesTerminationOnly }: MachineHealthCheckView): Outcome {
  if (watchesTerminationOnly || (remediation === 'deletion' && strategy !== undefined)) {
    return NOT_APPLICABLE;
  }
  const remedy = `Set it to ${POWER_CYCLE_STRATEGY}, or refer to a Metal3RemediationTemplate.`;
  return remediation === 'deletion' ? [{ manifest, path: STRATEGY_PATH, message: MESSAGE, remedy }] : [];
}

/** As the last resort of an escalation a new installation is what is left. */
function judgeNodeHealthCheck({ manifest, spec }: NodeHealthCheckView): Outcome {
  const template = spec.remediationTemplate;
  if (!isObject(template)) {
    return NOT_APPLICABLE;
  }
  const remedy =
    'Use self node remediation, a fence agent or a Metal3RemediationTemplate; delete Machines as the last step of an escalation.';
  const isDeletion = template.kind === MACHINE_DELETION_REMEDIATION_TEMPLATE_KIND;
  return isDeletion ? [{ manifest, path: 'spec.remediationTemplate.kind', value: template.kind, message: MESSAGE, remedy }] : [];
}
