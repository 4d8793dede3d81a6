import { HEALTH_CHECK_CONTROLLER } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { MACHINE_ROLE_LABEL } from '../../../facts';
import { isEmptySelector, type MachineHealthCheckView, machineHealthChecks } from '../../../graph';
import type { Rule } from '../../rule';
import { Severity } from '../../severity';

/** An empty selector selects all Machines. */
export const machineSelectorEmpty: Rule<MachineHealthCheckView> = {
  id: 'machine-selector-empty',
  title: 'A MachineHealthCheck selects its Machines by label',
  severity: Severity.ERROR,
  stage: Stage.RUN,
  category: 'node',
  rationale:
    'To the controller an absent or empty selector means every Machine of the namespace, the control plane included: its ' +
    'hosts would be power cycled, or deleted where a ControlPlaneMachineSet owns them, and they distort the count for maxUnhealthy.',
  remediation: `Select workers, e.g. matchLabels ${MACHINE_ROLE_LABEL}: worker.`,
  references: [HEALTH_CHECK_CONTROLLER],
  subjects: machineHealthChecks,
  evaluate: ({ manifest, selector }) => {
    if (!isEmptySelector(selector)) {
      return [];
    }
    return [
      {
        manifest,
        path: 'spec.selector',
        value: selector,
        message: 'an empty selector selects every Machine, those of the control plane too',
        remedy: `Select workers, e.g. with matchLabels ${MACHINE_ROLE_LABEL}: worker.`,
      },
    ];
  },
};
