import { NOT_APPLICABLE, type Rule } from '../../rule';
import { Severity } from '../../severity';
import { type MachineHealthCheckNode, machineHealthChecks } from './machine-health-check';
import { HEALTH_CHECK_TYPES } from './references';

/** With 0 allowed, the first unhealthy Machine is one too many. */
export const maxUnhealthyZero: Rule<MachineHealthCheckNode> = {
  id: 'max-unhealthy-zero',
  title: 'maxUnhealthy allows at least one unhealthy Machine',
  severity: Severity.ERROR,
  category: 'recovery',
  rationale:
    'The controller remediates while the number of unhealthy Machines is at most maxUnhealthy. The one that should be ' +
    'remediated counts itself, so 0 and 0% block every remediation.',
  remediation: 'Allow at least 1. To pause a health check, annotate it with cluster.x-k8s.io/paused.',
  references: [HEALTH_CHECK_TYPES],
  subjects: machineHealthChecks,
  evaluate: ({ manifest, spec }) => {
    const { maxUnhealthy } = spec;
    if (maxUnhealthy === undefined) {
      return NOT_APPLICABLE;
    }
    if (!/^0+%?$/.test(String(maxUnhealthy))) {
      return [];
    }
    return [
      {
        manifest,
        path: 'spec.maxUnhealthy',
        value: maxUnhealthy,
        message: 'the first unhealthy Machine is one too many, so nothing is ever remediated',
        remedy: 'Use at least 1, e.g. 40%. To pause the health check, annotate it with cluster.x-k8s.io/paused.',
      },
    ];
  },
};
