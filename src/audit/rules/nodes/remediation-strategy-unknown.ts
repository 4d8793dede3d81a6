import { HEALTH_CHECK_CONTROLLER } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { POWER_CYCLE_STRATEGY } from '../../../facts';
import { type MachineHealthCheckView, machineHealthChecks, STRATEGY_PATH } from '../../../graph';
import { nearestValue } from '../../fix';
import { NOT_APPLICABLE, type Rule } from '../../rule';
import { Severity } from '../../severity';

/** A strategy that the controller does not know is a deletion. */
export const remediationStrategyUnknown: Rule<MachineHealthCheckView> = {
  id: 'remediation-strategy-unknown',
  title: 'The remediation strategy is one that the controller knows',
  severity: Severity.ERROR,
  stage: Stage.RUN,
  category: 'wiring',
  rationale:
    `The controller compares the annotation with ${POWER_CYCLE_STRATEGY} and knows no other value. Anything else is ` +
    'ignored without a message, and unhealthy Machines are deleted instead.',
  remediation: `Use ${POWER_CYCLE_STRATEGY}, or remove the annotation.`,
  references: [HEALTH_CHECK_CONTROLLER],
  subjects: machineHealthChecks,
  evaluate: ({ manifest, strategy, template }) => {
    if (strategy === undefined || template !== undefined) {
      return NOT_APPLICABLE;
    }
    if (strategy === POWER_CYCLE_STRATEGY) {
      return [];
    }
    return [
      {
        manifest,
        path: STRATEGY_PATH,
        value: strategy,
        message: 'the controller does not know this strategy and deletes unhealthy Machines instead',
        remedy: `Use ${POWER_CYCLE_STRATEGY} for a power cycle, or remove the annotation for deletion.`,
        fix: nearestValue(STRATEGY_PATH, String(strategy), [POWER_CYCLE_STRATEGY]),
      },
    ];
  },
};
