import { HEALTH_CHECK_CONTROLLER } from '../../../admission';
import { type MachineHealthCheckView, machineHealthChecks, selectsWorkersOnly } from '../../../graph';
import { NOT_APPLICABLE, type Rule } from '../../rule';
import { Severity } from '../../severity';

/** A percentage of a few Machines may be less than one Machine. */
export const maxUnhealthyRoundsToZero: Rule<MachineHealthCheckView> = {
  id: 'max-unhealthy-rounds-to-zero',
  title: 'The percentage in maxUnhealthy is at least one Machine',
  severity: Severity.ERROR,
  category: 'recovery',
  rationale:
    'The controller rounds a percentage of the selected Machines down: 40% of 2 is 0, and with 0 allowed no Machine is ever ' +
    'remediated. Health checks of the medik8s operator round the other way, so that numbers cannot be carried over.',
  remediation: 'Use a number of Machines, or a percentage that is at least one of them.',
  references: [HEALTH_CHECK_CONTROLLER],
  subjects: machineHealthChecks,
  evaluate: ({ manifest, spec, selector }, { cluster }) => {
    const percentage = percentageOf(spec.maxUnhealthy);
    const { workers } = cluster;
    if (percentage === undefined || workers === undefined || !selectsWorkersOnly(selector)) {
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

/** The number before the percent sign; undefined for numbers of Machines and for 0%, which is another rule's. */
function percentageOf(maxUnhealthy: unknown): number | undefined {
  const match = /^(\d{1,3})%$/.exec(String(maxUnhealthy));
  return match && Number(match[1]) > 0 ? Number(match[1]) : undefined;
}
