import { HEALTH_CHECK_CONTROLLER } from '../../../admission';
import { Platform } from '../../../cluster';
import { MACHINE_API_GROUP } from '../../../facts';
import { type MachineHealthCheckView, machineHealthChecks, selectsControlPlane } from '../../../graph';
import { NOT_APPLICABLE, type Rule } from '../../rule';
import { Severity } from '../../severity';

/** Deleting a Machine of the control plane needs somebody who makes a new one. */
export const controlPlaneDeletionNeedsOwner: Rule<MachineHealthCheckView> = {
  id: 'control-plane-deletion-needs-owner',
  title: 'A MachineHealthCheck of control plane Machines needs a ControlPlaneMachineSet',
  severity: Severity.WARNING,
  category: 'node',
  rationale:
    'The controller deletes a Machine only if a controller owns it. Machines of the control plane have an owner only ' +
    'where an active ControlPlaneMachineSet manages them; without one they are skipped (event SkippedNoController).',
  remediation: 'Select workers only, or have an active ControlPlaneMachineSet.',
  references: [HEALTH_CHECK_CONTROLLER],
  subjects: machineHealthChecks,
  evaluate: ({ manifest, selector, remediation }, { cluster, graph }) => {
    const judgedElsewhere = cluster.platform === Platform.BARE_METAL_IPI || cluster.hasMachineApi === false;
    if (judgedElsewhere || remediation !== 'deletion' || !selectsControlPlane(selector)) {
      return NOT_APPLICABLE;
    }
    if (graph.ofKind(MACHINE_API_GROUP, 'ControlPlaneMachineSet').length > 0) {
      return [];
    }
    return [
      {
        manifest,
        path: 'spec.selector',
        value: selector,
        message: 'it selects the control plane, whose Machines the controller skips unless a ControlPlaneMachineSet owns them',
        remedy: 'Select workers only. If the cluster has an active ControlPlaneMachineSet, keep its manifest beside this one.',
      },
    ];
  },
};
