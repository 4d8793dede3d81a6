import { SELF_NODE_REMEDIATION_CONFIG_WEBHOOK } from '../../../admission';
import { secondsOfGoDuration, shortestPeerRequestTimeout } from '../../../facts';

import { type SelfNodeRemediationConfigView, safeTimeInputs, selfNodeRemediationConfigs } from '../../../graph';
import { setting } from '../../fix';
import { NOT_APPLICABLE, type Rule } from '../../rule';
import { Severity } from '../../severity';

/** A peer asks the API server before it answers. */
export const peerRequestTimeoutRaised: Rule<SelfNodeRemediationConfigView> = {
  id: 'peer-request-timeout-raised',
  title: 'A peer has the time to ask the API server before it answers',
  severity: Severity.WARNING,
  category: 'recovery',
  rationale:
    'A peer that is asked for a node asks the API server first. The operator raises a peerRequestTimeout that does not leave room for ' +
    'that to the timeout of the API server and 2 s, so that the safe time is longer than the configuration says.',
  remediation: 'Use at least apiServerTimeout and 2 s.',
  references: [SELF_NODE_REMEDIATION_CONFIG_WEBHOOK],
  subjects: selfNodeRemediationConfigs,
  evaluate: ({ manifest, spec }) => {
    const timeout = secondsOfGoDuration(spec.peerRequestTimeout);
    if (timeout === undefined) {
      return NOT_APPLICABLE;
    }
    const needed = shortestPeerRequestTimeout(safeTimeInputs(spec).apiServerTimeout);
    if (timeout >= needed) {
      return [];
    }
    return [
      {
        manifest,
        path: 'spec.peerRequestTimeout',
        value: spec.peerRequestTimeout,
        message: `a peer asks the API server before it answers, so the operator works with ${needed} s instead`,
        remedy: `Use ${needed}s or more, or shorten apiServerTimeout.`,
        fix: setting('spec.peerRequestTimeout', `${needed}s`),
      },
    ];
  },
};
