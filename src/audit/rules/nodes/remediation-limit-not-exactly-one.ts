import { NODE_HEALTH_CHECK_VALIDATION } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { type NodeHealthCheckView, nodeHealthChecks } from '../../../graph';
import type { Rule } from '../../rule';
import { Severity } from '../../severity';

/** minHealthy and maxUnhealthy say the same in two ways. */
export const remediationLimitNotExactlyOne: Rule<NodeHealthCheckView> = {
  id: 'remediation-limit-not-exactly-one',
  title: 'A NodeHealthCheck has minHealthy or maxUnhealthy, exactly one of them',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale: 'The webhook refuses a NodeHealthCheck with both of them and one with none: there is no default any more.',
  remediation: 'Set minHealthy, e.g. 51%, or maxUnhealthy.',
  references: [NODE_HEALTH_CHECK_VALIDATION],
  subjects: nodeHealthChecks,
  evaluate: ({ manifest, spec }) => {
    const [hasMinimum, hasMaximum] = [spec.minHealthy, spec.maxUnhealthy].map((limit) => (limit ?? undefined) !== undefined);
    if (hasMinimum !== hasMaximum) {
      return [];
    }
    return hasMinimum
      ? [
          {
            manifest,
            path: 'spec.maxUnhealthy',
            value: spec.maxUnhealthy,
            message: 'spec.minHealthy is set too, and the webhook of the operator takes one of them only',
            remedy: 'Remove one of them.',
          },
        ]
      : [
          {
            manifest,
            path: 'spec.minHealthy',
            message: 'the webhook of the operator asks for it or for spec.maxUnhealthy, and neither is set',
            remedy: 'Set it, e.g. to 51%, so that a network fault that hides most nodes remediates none of them.',
          },
        ];
  },
};
