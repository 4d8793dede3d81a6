import { SAFE_TIME_CALCULATOR } from '../../../admission';
import { safeTime } from '../../../facts';
import { type SelfNodeRemediationConfigView, safeTimeInputs, selfNodeRemediationConfigs } from '../../../graph';
import { safeRemoval } from '../../fix';
import { NOT_APPLICABLE, type Rule } from '../../rule';
import { Severity } from '../../severity';

const SMALLEST_CLUSTER = 1;

/** The safe time can be made longer, never shorter. */
export const safeTimeIgnored: Rule<SelfNodeRemediationConfigView> = {
  id: 'safe-time-ignored',
  title: 'The safe time of self node remediation is not below the calculated one',
  severity: Severity.WARNING,
  category: 'recovery',
  rationale:
    'The operator calculates how long a node that is cut off may still run, and uses that when the configured time is shorter. ' +
    'Whoever counts on the shorter time is wrong about how long VMs are down.',
  remediation: 'Leave it out. To make the calculated time shorter, lower apiCheckInterval or the timeout of the watchdog.',
  references: [SAFE_TIME_CALCULATOR],
  subjects: selfNodeRemediationConfigs,
  evaluate: ({ manifest, spec }, { cluster }) => {
    const configured = spec.safeTimeToAssumeNodeRebootedSeconds;
    if (typeof configured !== 'number' || configured === 0) {
      return NOT_APPLICABLE;
    }
    const shortest = safeTime({ ...safeTimeInputs(spec), watchdogTimeout: 0 }, cluster.workers ?? SMALLEST_CLUSTER);
    if (configured >= shortest) {
      return [];
    }
    return [
      {
        manifest,
        path: 'spec.safeTimeToAssumeNodeRebootedSeconds',
        value: configured,
        message: `the operator calculates ${shortest} s and the timeout of the watchdog, and ignores a shorter time`,
        remedy: 'Leave it out. A shorter apiCheckInterval makes the calculated time shorter.',
        fix: safeRemoval('spec.safeTimeToAssumeNodeRebootedSeconds'),
      },
    ];
  },
};
