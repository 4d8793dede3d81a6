import { HEALTH_CHECK_CONTROLLER, HEALTH_CHECK_TYPES } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { type MachineHealthCheckView, machineHealthChecks } from '../../../graph';
import { settingIn } from '../../fix';
import type { Rule } from '../../rule';
import { Severity } from '../../severity';

/** Without conditions no state of a node is unhealthy. */
export const unhealthyConditionsMissing: Rule<MachineHealthCheckView> = {
  id: 'unhealthy-conditions-missing',
  title: 'A MachineHealthCheck says which node conditions are unhealthy',
  severity: Severity.ERROR,
  stage: Stage.RUN,
  category: 'node',
  rationale:
    'There are no default conditions. Without any the controller reacts to Machines that failed, lost their Node object ' +
    'or never got one, but a node that stops answering stays as it is, and so do the VMs on it.',
  remediation: 'List Ready False and Ready Unknown, 300s each.',
  references: [HEALTH_CHECK_TYPES, HEALTH_CHECK_CONTROLLER],
  subjects: machineHealthChecks,
  evaluate: ({ manifest, spec }) => {
    if (spec.unhealthyConditions !== undefined) {
      return [];
    }
    return [
      {
        manifest,
        path: 'spec.unhealthyConditions',
        message: 'there are no default conditions, so a node that stops answering is never remediated',
        remedy: 'List Ready False and Ready Unknown with a timeout of 300s.',
        fix: settingIn(manifest, 'spec.unhealthyConditions', [
          { type: 'Ready', status: 'False', timeout: '300s' },
          { type: 'Ready', status: 'Unknown', timeout: '300s' },
        ]),
      },
    ];
  },
};
