import { Stage } from '../../../admission/stage';
import type { ManifestGraph } from '../../../graph';
import { CAPACITY_REFERENCES, certainMisfits } from '../../host-failures';
import type { Rule } from '../../rule';
import { Severity } from '../../severity';

export const hostFailureNotTolerated: Rule<ManifestGraph> = {
  id: 'host-failure-not-tolerated',
  title: 'All VMs find a host when as many hosts fail as the profile says may fail',
  severity: Severity.ERROR,
  stage: Stage.RUN,
  category: 'availability',
  rationale:
    'The VMs of a lost host are started elsewhere only where their pods fit beside what runs there. Those that find no host stay ' +
    'Pending until the host is back.',
  remediation: 'Add hosts, make VMs smaller, or lower hostFailuresTolerated of the ClusterProfile.',
  references: CAPACITY_REFERENCES,
  subjects: (graph) => [graph],
  evaluate: (_graph, context) => certainMisfits(context),
};
