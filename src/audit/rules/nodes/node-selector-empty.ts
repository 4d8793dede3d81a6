import { NODE_HEALTH_CHECK_WEBHOOK } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { CONTROL_PLANE_NODE_LABELS } from '../../../facts';
import { isEmptySelector, type NodeHealthCheckView, nodeHealthChecks } from '../../../graph';
import { settingIn } from '../../fix';
import type { Rule } from '../../rule';
import { Severity } from '../../severity';

/** The operator does not take a selector for all nodes. */
export const nodeSelectorEmpty: Rule<NodeHealthCheckView> = {
  id: 'node-selector-empty',
  title: 'A NodeHealthCheck selects its nodes by label',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'node',
  rationale:
    'The webhook refuses a NodeHealthCheck without a selector, or with one that has neither labels nor expressions: it ' +
    'would take workers and control plane alike.',
  remediation: `Select workers: matchExpressions with DoesNotExist for ${CONTROL_PLANE_NODE_LABELS.join(' and ')}.`,
  references: [NODE_HEALTH_CHECK_WEBHOOK],
  subjects: nodeHealthChecks,
  evaluate: ({ manifest, selector }) => {
    if (!isEmptySelector(selector)) {
      return [];
    }
    return [
      {
        manifest,
        path: 'spec.selector',
        value: selector,
        message: 'the webhook of the operator refuses a selector that selects every node',
        remedy: `Select workers with matchExpressions DoesNotExist for ${CONTROL_PLANE_NODE_LABELS.join(' and ')}.`,
        fix: settingIn(manifest, 'spec.selector', {
          matchExpressions: CONTROL_PLANE_NODE_LABELS.map((key) => ({ key, operator: 'DoesNotExist' })),
        }),
      },
    ];
  },
};
