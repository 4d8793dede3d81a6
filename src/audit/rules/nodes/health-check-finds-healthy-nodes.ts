import { HEALTH_CHECK_CONTROLLER, NODE_HEALTH_CHECK_CONTROLLER } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { HEALTHY_CONDITIONS } from '../../../facts';
import { type HealthCheckView, machineHealthChecks, nodeHealthChecks, type UnhealthyConditionEntry } from '../../../graph';
import { setting } from '../../fix';
import { NOT_APPLICABLE, type Rule, type Violation } from '../../rule';
import { Severity } from '../../severity';

/** Conditions of other types are set by node problem detectors, whose words only their owner knows. */
export const healthCheckFindsHealthyNodes: Rule<HealthCheckView> = {
  id: 'health-check-finds-healthy-nodes',
  title: 'No condition of a health check is one that healthy nodes have',
  severity: Severity.ERROR,
  stage: Stage.RUN,
  category: 'node',
  rationale:
    'A node is unhealthy when one of the conditions holds for long enough. Of a healthy node Ready is True, and MemoryPressure, DiskPressure, PIDPressure and NetworkUnavailable are False: a check that lists one of these takes every node for unhealthy. It remediates healthy nodes, or, because so many are unhealthy, no node at all.',
  remediation: 'List the status of a broken node: Ready with False and with Unknown, the others with True.',
  references: [HEALTH_CHECK_CONTROLLER, NODE_HEALTH_CHECK_CONTROLLER, 'https://kubernetes.io/docs/reference/node/node-status/#condition'],
  subjects: (graph) => [...machineHealthChecks(graph), ...nodeHealthChecks(graph)],
  evaluate: (check) =>
    check.conditions.length === 0
      ? NOT_APPLICABLE
      : check.conditions
          .filter(({ condition: { type, status } }) => HEALTHY_CONDITIONS.get(type) === status)
          .map((entry) => violation(check, entry)),
};

function violation({ manifest }: HealthCheckView, { path, condition: { type, status } }: UnhealthyConditionEntry): Violation {
  const isReady = type === 'Ready';
  return {
    manifest,
    path: `${path}.status`,
    value: status,
    message: `${type} is ${status} of every healthy node, so that all nodes count as unhealthy: healthy ones are remediated, or none at all, because there are too many`,
    remedy: isReady ? 'Watch Ready with the status False and with the status Unknown.' : `Use status: "True", or remove the condition.`,
    fix: isReady ? undefined : setting(`${path}.status`, 'True'),
  };
}
