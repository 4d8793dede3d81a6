import { HEALTH_CHECK_CONTROLLER, HEALTH_CHECK_TYPES } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { type MachineHealthCheckView, machineHealthChecks } from '../../../graph';
import { NOT_APPLICABLE, type Rule } from '../../rule';
import { Severity } from '../../severity';

const CONSEQUENCES = {
  type: 'no node condition has an empty type, so this entry never matches',
  status: 'no node condition has an empty status, so this entry never matches',
  timeout: 'the controller takes no timeout for 0 s, so a node is remediated the moment the condition turns',
};

const REMEDIES = {
  type: 'Name the node condition, e.g. Ready.',
  status: 'Give the unhealthy status: False or Unknown for Ready, True for conditions such as DiskPressure.',
  timeout: 'Give the time for which the condition must last, e.g. 300s.',
};

/** The schema asks for none of the three fields of an unhealthy condition, but each is needed. */
export const unhealthyConditionIncomplete: Rule<MachineHealthCheckView> = {
  id: 'unhealthy-condition-incomplete',
  title: 'An unhealthy condition has a type, a status and a timeout',
  severity: Severity.ERROR,
  stage: Stage.RUN,
  category: 'node',
  rationale:
    'The schema accepts a condition without any of its fields. The controller compares type and status with those of the ' +
    'node, so that an entry without them is dead; an entry without a timeout remediates at once.',
  remediation: 'Write all three fields of each condition.',
  references: [HEALTH_CHECK_TYPES, HEALTH_CHECK_CONTROLLER],
  subjects: machineHealthChecks,
  evaluate: ({ manifest, conditions }) => {
    if (conditions.length === 0) {
      return NOT_APPLICABLE;
    }
    return conditions.flatMap(({ path, condition }) =>
      (['type', 'status', 'timeout'] as const)
        .filter((field) => condition[field] === undefined)
        .map((field) => ({ manifest, path: `${path}.${field}`, message: CONSEQUENCES[field], remedy: REMEDIES[field] })),
    );
  },
};
