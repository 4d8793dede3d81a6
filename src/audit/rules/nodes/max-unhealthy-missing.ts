import { HEALTH_CHECK_CONTROLLER, HEALTH_CHECK_TYPES } from '../../../admission';
import { type MachineHealthCheckView, machineHealthChecks } from '../../../graph';
import type { Rule } from '../../rule';
import { Severity } from '../../severity';

/** Without maxUnhealthy there is no brake. */
export const maxUnhealthyMissing: Rule<MachineHealthCheckView> = {
  id: 'max-unhealthy-missing',
  title: 'A MachineHealthCheck limits how many Machines may be unhealthy',
  severity: Severity.WARNING,
  category: 'recovery',
  rationale:
    'The default is 100%. When a switch or the control plane network fails, all nodes turn Unknown at once, and the ' +
    'controller remediates all of them: every VM of the cluster is stopped to cure nodes that are not broken.',
  remediation: 'Set maxUnhealthy, e.g. 40%.',
  references: [HEALTH_CHECK_TYPES, HEALTH_CHECK_CONTROLLER],
  subjects: machineHealthChecks,
  evaluate: ({ manifest, spec }) => {
    if ((spec.maxUnhealthy ?? undefined) !== undefined) {
      return [];
    }
    return [
      {
        manifest,
        path: 'spec.maxUnhealthy',
        message: 'the default is 100%, so a network fault that hides all nodes remediates all of them at once',
        remedy: 'Set it to what the others can carry, e.g. 40%.',
      },
    ];
  },
};
