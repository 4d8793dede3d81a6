import { NODE_HEALTH_CHECK_WEBHOOK } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { isObject, type NodeHealthCheckView, nodeHealthChecks } from '../../../graph';
import type { Rule } from '../../rule';
import { Severity } from '../../severity';

/** One template or a chain of them. */
export const remediationNotExactlyOne: Rule<NodeHealthCheckView> = {
  id: 'remediation-not-exactly-one',
  title: 'A NodeHealthCheck has a remediation template or an escalation',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale:
    'The webhook refuses a NodeHealthCheck with both spec.remediationTemplate and spec.escalatingRemediations, and one without ' +
    'either of them.',
  remediation: 'Keep one: a template, or an escalation with at least one step.',
  references: [NODE_HEALTH_CHECK_WEBHOOK],
  subjects: nodeHealthChecks,
  evaluate: ({ manifest, spec, escalation }) => {
    const hasTemplate = isObject(spec.remediationTemplate);
    if (hasTemplate !== escalation.length > 0) {
      return [];
    }
    return hasTemplate
      ? [
          {
            manifest,
            path: 'spec.escalatingRemediations',
            value: spec.escalatingRemediations,
            message: 'spec.remediationTemplate is set too, and the webhook of the operator takes one of them only',
            remedy: 'Remove the template, or make it a step of the escalation.',
          },
        ]
      : [
          {
            manifest,
            path: 'spec.remediationTemplate',
            value: spec.remediationTemplate,
            message: 'nothing says what to do with an unhealthy node, and the webhook of the operator refuses that',
            remedy: 'Refer to a template, e.g. the SelfNodeRemediationTemplate that its operator makes.',
          },
        ];
  },
};
