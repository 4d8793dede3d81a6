import { NODE_HEALTH_CHECK_GUIDE } from '../../../admission';
import { CONTROL_PLANE_NODE_LABELS, WORKER_NODE_LABEL } from '../../../facts';
import {
  asksForControlPlane,
  asksForWorkers,
  excludesControlPlane,
  isEmptySelector,
  type NodeHealthCheckView,
  nodeHealthChecks,
} from '../../../graph';
import { NOT_APPLICABLE, type Rule } from '../../rule';
import { Severity } from '../../severity';

/** In a compact cluster the nodes of the control plane are workers too. */
export const nodeSelectorTakesCompactControlPlane: Rule<NodeHealthCheckView> = {
  id: 'node-selector-takes-compact-control-plane',
  title: 'A selection of workers excludes the control plane, rather than to ask for the label of workers',
  severity: Severity.INFO,
  category: 'node',
  rationale:
    'In compact clusters, and wherever the control plane is schedulable, its nodes carry the label of workers as well. A ' +
    'health check that asks for that label remediates them like workers, once somebody makes the control plane schedulable.',
  remediation: `Use DoesNotExist for ${CONTROL_PLANE_NODE_LABELS.join(' and ')}.`,
  references: [NODE_HEALTH_CHECK_GUIDE],
  subjects: nodeHealthChecks,
  evaluate: ({ manifest, selector }) => {
    if (isEmptySelector(selector) || asksForControlPlane(selector)) {
      return NOT_APPLICABLE;
    }
    if (excludesControlPlane(selector) || !asksForWorkers(selector)) {
      return [];
    }
    return [
      {
        manifest,
        path: 'spec.selector',
        value: selector,
        message: `where the control plane is schedulable its nodes have the label ${WORKER_NODE_LABEL} too, and are remediated like workers`,
        remedy: `Use DoesNotExist for ${CONTROL_PLANE_NODE_LABELS.join(' and ')} instead.`,
      },
    ];
  },
};
