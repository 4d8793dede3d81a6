import { HEALTH_CHECK_TYPES } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { isNone, PAUSED_ANNOTATION } from '../../../facts';
import { type HealthCheckView, MachineHealthCheckView, machineHealthChecks, nodeHealthChecks } from '../../../graph';
import { NOT_APPLICABLE, type Rule } from '../../rule';
import { Severity } from '../../severity';

/** With 0 allowed, the first unhealthy Machine or node is one too many. */
export const maxUnhealthyZero: Rule<HealthCheckView> = {
  id: 'max-unhealthy-zero',
  title: 'maxUnhealthy allows at least one unhealthy Machine or node',
  severity: Severity.ERROR,
  stage: Stage.RUN,
  category: 'recovery',
  rationale:
    'The controllers remediate while the number of unhealthy Machines or nodes is at most maxUnhealthy. The one that should be ' +
    'remediated counts itself, so 0 and 0% block every remediation.',
  remediation:
    `Allow at least 1. To pause a MachineHealthCheck, annotate it with ${PAUSED_ANNOTATION}; to pause a NodeHealthCheck, ` +
    'give it a pauseRequest.',
  references: [HEALTH_CHECK_TYPES],
  subjects: (graph) => [...machineHealthChecks(graph), ...nodeHealthChecks(graph)],
  evaluate: (check) => {
    const { maxUnhealthy } = check.spec;
    if (maxUnhealthy === undefined) {
      return NOT_APPLICABLE;
    }
    if (!isNone(maxUnhealthy)) {
      return [];
    }
    const [subject, pause] =
      check instanceof MachineHealthCheckView
        ? ['Machine', `annotate it with ${PAUSED_ANNOTATION}`]
        : ['node', 'list the reason in spec.pauseRequests'];
    return [
      {
        manifest: check.manifest,
        path: 'spec.maxUnhealthy',
        value: maxUnhealthy,
        message: `the first unhealthy ${subject} is one too many, so nothing is ever remediated`,
        remedy: `Use at least 1, e.g. 40%. To pause the health check, ${pause}.`,
      },
    ];
  },
};
