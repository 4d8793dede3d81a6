import { NODE_HEALTH_CHECK_WEBHOOK } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { type NodeHealthCheckView, nodeHealthChecks } from '../../../graph';
import { NOT_APPLICABLE, type Rule } from '../../rule';
import { Severity } from '../../severity';

/** Steps are tried by their order, so that each has one of its own. */
export const escalationOrderDuplicate: Rule<NodeHealthCheckView> = {
  id: 'escalation-order-duplicate',
  title: 'Each step of an escalation has an order of its own',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale: 'The steps are tried by ascending order, not as they are listed. The webhook refuses two steps of the same order.',
  remediation: 'Number the steps 1, 2, 3 and so on.',
  references: [NODE_HEALTH_CHECK_WEBHOOK],
  subjects: nodeHealthChecks,
  evaluate: ({ manifest, escalation }) => {
    if (escalation.length === 0) {
      return NOT_APPLICABLE;
    }
    const seen = new Map<unknown, string>();
    return escalation.flatMap(({ path, entry: { order } }) => {
      const first = seen.get(order);
      seen.set(order, first ?? path);
      const message = `${first} has this order too, and the webhook of the operator refuses that`;
      return first === undefined || order === undefined
        ? []
        : [{ manifest, path: `${path}.order`, value: order, message, remedy: 'Number the steps 1, 2, 3 and so on.' }];
    });
  },
};
