import { NODE_HEALTH_CHECK_WEBHOOK } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { SHORTEST_ESCALATION_STEP, secondsOfGoDuration } from '../../../facts';
import { type NodeHealthCheckView, nodeHealthChecks } from '../../../graph';
import { NOT_APPLICABLE, type Rule } from '../../rule';
import { Severity } from '../../severity';

/** No remediation is over within a minute. */
export const escalationTimeoutTooShort: Rule<NodeHealthCheckView> = {
  id: 'escalation-timeout-too-short',
  title: 'A step of an escalation has at least a minute',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale: 'The webhook refuses a step with a timeout below 60 s: no remediator is done so soon.',
  remediation: 'Use what the remediator needs: 300s for self node remediation, 320s for fence agents with their defaults.',
  references: [NODE_HEALTH_CHECK_WEBHOOK],
  subjects: nodeHealthChecks,
  evaluate: ({ manifest, escalation }) => {
    if (escalation.length === 0) {
      return NOT_APPLICABLE;
    }
    return escalation
      .filter(({ entry }) => (secondsOfGoDuration(entry.timeout) ?? SHORTEST_ESCALATION_STEP) < SHORTEST_ESCALATION_STEP)
      .map(({ path, entry }) => ({
        manifest,
        path: `${path}.timeout`,
        value: entry.timeout,
        message: `the webhook of the operator refuses a timeout below ${SHORTEST_ESCALATION_STEP} s`,
        remedy: 'Use what the remediator needs: 300s for self node remediation.',
      }));
  },
};
