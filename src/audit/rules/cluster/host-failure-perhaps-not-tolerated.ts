import type { ManifestGraph } from '../../../graph';
import { CAPACITY_REFERENCES, possibleMisfits } from '../../host-failures';
import type { Rule } from '../../rule';
import { Severity } from '../../severity';

export const hostFailurePerhapsNotTolerated: Rule<ManifestGraph> = {
  id: 'host-failure-perhaps-not-tolerated',
  title: 'All VMs are sure to find a host when hosts fail, or a zone does',
  severity: Severity.WARNING,
  category: 'availability',
  rationale:
    'A placement that exists is not one that the scheduler finds: it spreads VMs, and does not move what runs. And where it is not ' +
    'known where VMs run, or what else does, it is not known either what is left.',
  remediation: 'Leave a part of each host free that is as large as the largest VM, add hosts, or tell the profile more.',
  references: CAPACITY_REFERENCES,
  subjects: (graph) => [graph],
  evaluate: (_graph, context) => possibleMisfits(context),
};
