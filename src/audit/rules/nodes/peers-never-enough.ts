import { SELF_NODE_REMEDIATION_API_CHECK } from '../../../admission';
import { counted } from '../../../facts';
import { type SelfNodeRemediationConfigView, selfNodeRemediationConfigs } from '../../../graph';
import { NOT_APPLICABLE, type Rule } from '../../rule';
import { Severity } from '../../severity';

/** A node is not its own peer. */
export const peersNeverEnough: Rule<SelfNodeRemediationConfigView> = {
  id: 'peers-never-enough',
  title: 'There are as many peers as self node remediation asks for',
  severity: Severity.WARNING,
  category: 'recovery',
  rationale:
    'A worker that cannot reach the API server asks the other workers what is wrong. With fewer of them than minPeersForRemediation it ' +
    'decides nothing and does not reboot by itself; whether it still runs is then not known when its VMs are freed.',
  remediation: 'Use at most the number of workers less one.',
  references: [SELF_NODE_REMEDIATION_API_CHECK],
  subjects: selfNodeRemediationConfigs,
  evaluate: ({ manifest, spec }, { cluster }) => {
    const { minPeersForRemediation: needed } = spec;
    const { workers } = cluster;
    if (typeof needed !== 'number' || workers === undefined) {
      return NOT_APPLICABLE;
    }
    if (needed < workers) {
      return [];
    }
    return [
      {
        manifest,
        path: 'spec.minPeersForRemediation',
        value: needed,
        message: `of ${counted(workers, 'worker')} each has ${counted(workers - 1, 'peer')}, so a node that is cut off never decides to reboot`,
        remedy: workers === 1 ? 'Use 0.' : `Use ${workers - 1} or less.`,
      },
    ];
  },
};
