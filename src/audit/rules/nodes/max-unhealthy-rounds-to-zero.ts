import { HEALTH_CHECK_CONTROLLER } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { countOf } from '../../../facts';
import { type MachineHealthCheckView, machineHealthChecks, selectsWorkersOnly } from '../../../graph';
import { NOT_APPLICABLE, type Rule } from '../../rule';
import { Severity } from '../../severity';

/** A percentage of a few Machines may be less than one Machine. */
export const maxUnhealthyRoundsToZero: Rule<MachineHealthCheckView> = {
  id: 'max-unhealthy-rounds-to-zero',
  title: 'The percentage in maxUnhealthy is at least one Machine',
  severity: Severity.ERROR,
  stage: Stage.RUN,
  category: 'recovery',
  rationale:
    'The controller rounds a percentage of the selected Machines down: 40% of 2 is 0, and with 0 allowed no Machine is ever ' +
    'remediated. Health checks of the medik8s operator round the other way, so that numbers cannot be carried over.',
  remediation: 'Use a number of Machines, or a percentage that is at least one of them.',
  references: [HEALTH_CHECK_CONTROLLER],
  subjects: machineHealthChecks,
  evaluate: ({ manifest, spec, selector }, { cluster }) => {
    const percentage = countOf(spec.maxUnhealthy)?.percentage;
    const { workers } = cluster;
    // Another rule tells of 0%.
    if (percentage === undefined || percentage === 0 || workers === undefined || !selectsWorkersOnly(selector)) {
      return NOT_APPLICABLE;
    }
    if (Math.floor((percentage * workers) / 100) > 0) {
      return [];
    }
    return [
      {
        manifest,
        path: 'spec.maxUnhealthy',
        value: spec.maxUnhealthy,
        message: `of ${workers} ${workers === 1 ? 'worker' : 'workers'} that is rounded down to 0, so nothing is ever remediated`,
        remedy: `Use 1, or at least ${Math.ceil(100 / workers)}%.`,
      },
    ];
  },
};
