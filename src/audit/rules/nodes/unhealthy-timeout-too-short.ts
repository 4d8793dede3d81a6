import { HEALTH_CHECK_CONTROLLER } from '../../../admission';
import { HEALTH_CHECK_PATIENCE, secondsOfGoDuration } from '../../../facts';
import { type HealthCheckView, machineHealthChecks, nodeHealthChecks } from '../../../graph';
import { NOT_APPLICABLE, type Rule } from '../../rule';
import { Severity } from '../../severity';

const { shortest: SHORTEST } = HEALTH_CHECK_PATIENCE;

/** A node that is back after a moment needs no remediation. */
export const unhealthyTimeoutTooShort: Rule<HealthCheckView> = {
  id: 'unhealthy-timeout-too-short',
  title: 'A node is unhealthy for at least a minute before it is remediated',
  severity: Severity.WARNING,
  category: 'recovery',
  rationale:
    'A restart of the kubelet or a short network fault turns Ready as well. With a timeout below a minute the controller ' +
    'remediates a node that is about to come back, and all its VMs restart for nothing.',
  remediation: 'Use a timeout of 60s or more for the condition Ready; 300s is usual.',
  references: [HEALTH_CHECK_CONTROLLER],
  subjects: (graph) => [...machineHealthChecks(graph), ...nodeHealthChecks(graph)],
  evaluate: ({ manifest, readyConditions, durationField }) => {
    if (readyConditions.length === 0) {
      return NOT_APPLICABLE;
    }
    return readyConditions
      .filter(({ condition }) => (secondsOfGoDuration(condition[durationField]) ?? SHORTEST) < SHORTEST)
      .map(({ path, condition }) => ({
        manifest,
        path: `${path}.${durationField}`,
        value: condition[durationField],
        message: 'a kubelet restart or a short network fault can last longer, so nodes are remediated that would come back',
        remedy: `Use ${SHORTEST}s or more; 300s is usual.`,
      }));
  },
};
