import { NODE_HEALTH_CHECK_GUIDE } from '../../../admission';
import { asksForAnyNode, isEmptySelector, type NodeHealthCheckView, nodeHealthChecks } from '../../../graph';
import { NOT_APPLICABLE, type Rule } from '../../rule';
import { Severity } from '../../severity';

/** Workers and control plane are remediated by different rules. */
export const nodeSelectorMixesRoles: Rule<NodeHealthCheckView> = {
  id: 'node-selector-mixes-roles',
  title: 'A NodeHealthCheck selects workers or the control plane, not both',
  severity: Severity.WARNING,
  category: 'node',
  rationale:
    'Nodes of the control plane are remediated one at a time and only while etcd can spare them, workers as many as the limit ' +
    'allows, and both count for the one limit. The operator’s guide advises strongly against a mixed selection.',
  remediation: 'Write one NodeHealthCheck for workers, and one for the control plane if it shall be remediated.',
  references: [NODE_HEALTH_CHECK_GUIDE],
  subjects: nodeHealthChecks,
  evaluate: ({ manifest, selector }) => {
    if (isEmptySelector(selector)) {
      return NOT_APPLICABLE;
    }
    if (!asksForAnyNode(selector)) {
      return [];
    }
    return [
      {
        manifest,
        path: 'spec.selector',
        value: selector,
        message: 'all nodes have these labels, so that workers and control plane count for one limit and are remediated alike',
        remedy: 'Exclude the control plane with DoesNotExist, and give it a NodeHealthCheck of its own if needed.',
      },
    ];
  },
};
