import { FENCE_AGENTS_TYPES, NODE_HEALTH_CHECK_CONTROLLER, remediationTime, SAFE_TIME_CALCULATOR } from '../../../admission';
import { SHORTEST_ESCALATION_STEP, secondsOfGoDuration } from '../../../facts';
import { type EscalationEntry, type NodeHealthCheckView, nodeHealthChecks } from '../../../graph';
import { setting } from '../../fix';
import { NOT_APPLICABLE, type Rule, type RuleContext } from '../../rule';
import { Severity } from '../../severity';

/** A step that cannot finish in its time has cost the time for nothing. */
export const escalationStepCutOff: Rule<NodeHealthCheckView> = {
  id: 'escalation-step-cut-off',
  title: 'A step of an escalation has the time that its remediator needs',
  severity: Severity.WARNING,
  category: 'recovery',
  rationale:
    'When the timeout of a step has passed it is marked as timed out and the next one begins. Self node remediation frees the VMs ' +
    'after its safe time, fence agents try until their attempts are used up: a shorter timeout gives up before that.',
  remediation: 'Use the safe time and a minute for self node remediation (300s), and all attempts for fence agents (320s by default).',
  references: [NODE_HEALTH_CHECK_CONTROLLER, SAFE_TIME_CALCULATOR, FENCE_AGENTS_TYPES],
  subjects: nodeHealthChecks,
  evaluate: ({ manifest, escalation }, context) => {
    const judged = escalation.flatMap((step) => judge(step, context));
    if (judged.length === 0) {
      return NOT_APPLICABLE;
    }
    return judged
      .filter(({ timeout, needed }) => timeout < needed)
      .map(({ path, value, needed, reason }) => ({
        manifest,
        path,
        value,
        message: `${reason}, so the step may be given up before it has freed the VMs`,
        remedy: `Use ${needed}s or more.`,
        fix: setting(path, `${needed}s`),
      }));
  },
};

/** A step whose timeout and need are both known. */
interface JudgedStep {
  readonly path: string;
  readonly value: unknown;
  readonly timeout: number;
  readonly needed: number;
  readonly reason: string;
}

function judge({ path, entry }: EscalationEntry, context: RuleContext): JudgedStep[] {
  const timeout = secondsOfGoDuration(entry.timeout);
  const time = remediationTime(entry.remediationTemplate, context);
  if (timeout === undefined || timeout < SHORTEST_ESCALATION_STEP || time === undefined) {
    return [];
  }
  return [{ path: `${path}.timeout`, value: entry.timeout, timeout, ...time }];
}
