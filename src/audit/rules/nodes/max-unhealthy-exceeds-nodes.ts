import { NODE_HEALTH_CHECK_CONTROLLER } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { counted, countOf } from '../../../facts';
import { type NodeHealthCheckView, nodeHealthChecks, takesWorkersOnly } from '../../../graph';
import { NOT_APPLICABLE, type Rule } from '../../rule';
import { Severity } from '../../severity';

/** A number that is too large stops remediation instead of allowing all of it. */
export const maxUnhealthyExceedsNodes: Rule<NodeHealthCheckView> = {
  id: 'max-unhealthy-exceeds-nodes',
  title: 'The number in maxUnhealthy is not above the number of nodes',
  severity: Severity.ERROR,
  stage: Stage.RUN,
  category: 'recovery',
  rationale:
    'The operator turns maxUnhealthy into the number of nodes that have to be healthy. Where that is below 0 it stops with an ' +
    'error each time, and no node is remediated at all.',
  remediation: 'Use a number that the other nodes can carry, or a percentage.',
  references: [NODE_HEALTH_CHECK_CONTROLLER],
  subjects: nodeHealthChecks,
  evaluate: ({ manifest, spec, selector }, { cluster }) => {
    const limit = countOf(spec.maxUnhealthy);
    const { workers } = cluster;
    if (limit === undefined || limit.percentage !== undefined || workers === undefined || !takesWorkersOnly(selector)) {
      return NOT_APPLICABLE;
    }
    if (limit.number <= workers) {
      return [];
    }
    return [
      {
        manifest,
        path: 'spec.maxUnhealthy',
        value: spec.maxUnhealthy,
        message: `it is more than the ${counted(workers, 'worker')} there are, an error to the operator, which then remediates nothing`,
        remedy: 'Use what the other nodes can carry, e.g. 40%.',
      },
    ];
  },
};
