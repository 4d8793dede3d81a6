import { NODE_HEALTH_CHECK_CONTROLLER } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { counted, countOf } from '../../../facts';
import { type NodeHealthCheckView, nodeHealthChecks, takesWorkersOnly } from '../../../graph';
import { NOT_APPLICABLE, type Rule } from '../../rule';
import { Severity } from '../../severity';

/** The node that should be remediated is not healthy: one at least has to be allowed to be missing. */
export const minHealthyNeverMet: Rule<NodeHealthCheckView> = {
  id: 'min-healthy-never-met',
  title: 'minHealthy leaves room for one unhealthy node',
  severity: Severity.ERROR,
  stage: Stage.RUN,
  category: 'recovery',
  rationale:
    'Nodes are remediated while at least minHealthy of the selected ones are healthy, and percentages are rounded up: 51% of ' +
    '2 is 2. If all nodes have to be healthy, no node is ever remediated. MachineHealthChecks round the other way.',
  remediation: 'Use a number below the number of nodes, or a smaller percentage.',
  references: [NODE_HEALTH_CHECK_CONTROLLER],
  subjects: nodeHealthChecks,
  evaluate: ({ manifest, spec, selector }, { cluster }) => {
    const limit = countOf(spec.minHealthy);
    const workers = takesWorkersOnly(selector) ? cluster.workers : undefined;
    if (limit === undefined || (workers === undefined && limit.percentage !== 100)) {
      return NOT_APPLICABLE;
    }
    const needed = limit.percentage === undefined ? limit.number : Math.ceil((limit.percentage * (workers ?? 1)) / 100);
    if (needed < (workers ?? 1)) {
      return [];
    }
    const nodes = workers === undefined ? 'all nodes' : `${needed} of ${counted(workers, 'worker')}`;
    return [
      {
        manifest,
        path: 'spec.minHealthy',
        value: spec.minHealthy,
        message: `${nodes} would have to be healthy, so the first unhealthy node is one too many and nothing is ever remediated`,
        remedy: remedyFor(workers),
      },
    ];
  },
};

function remedyFor(workers: number | undefined): string {
  if (workers === undefined) {
    return 'Use less, e.g. 51%.';
  }
  return workers === 1
    ? 'Use 0: there is no other worker for the VMs in any case.'
    : `Use ${Math.ceil(workers / 2)}, or at most ${Math.floor((100 * (workers - 1)) / workers)}%.`;
}
