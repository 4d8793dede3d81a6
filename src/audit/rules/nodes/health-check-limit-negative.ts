import { NODE_HEALTH_CHECK_VALIDATION } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { type NodeHealthCheckView, nodeHealthChecks } from '../../../graph';
import { NOT_APPLICABLE, type Rule } from '../../rule';
import { Severity } from '../../severity';

const LIMITS = ['minHealthy', 'maxUnhealthy'];

/** The schema takes any number where it takes percentages too. */
export const healthCheckLimitNegative: Rule<NodeHealthCheckView> = {
  id: 'health-check-limit-negative',
  title: 'minHealthy and maxUnhealthy of a NodeHealthCheck are not negative',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale: 'There are no fewer nodes than none. The schema has no minimum for a field that takes percentages too; the webhook has.',
  remediation: 'Use a number of nodes or a percentage, such as 51%.',
  references: [NODE_HEALTH_CHECK_VALIDATION],
  subjects: nodeHealthChecks,
  evaluate: ({ manifest, spec }) => {
    const numbers = LIMITS.filter((field) => typeof spec[field] === 'number');
    if (numbers.length === 0) {
      return NOT_APPLICABLE;
    }
    return numbers
      .filter((field) => spec[field] < 0)
      .map((field) => ({
        manifest,
        path: `spec.${field}`,
        value: spec[field],
        message: 'the webhook of the operator refuses a negative number',
        remedy: 'Use a number of nodes or a percentage, such as 51%.',
      }));
  },
};
