import { SELF_NODE_REMEDIATION_CONFIG_WEBHOOK } from '../../../admission';
import { secondsOfGoDuration } from '../../../facts';
import { type SelfNodeRemediationConfigView, selfNodeRemediationConfigs } from '../../../graph';
import { NOT_APPLICABLE, type Rule } from '../../rule';
import { Severity } from '../../severity';

/** The shortest time of each field that the webhook takes. */
const SHORTEST: Readonly<Record<string, string>> = {
  apiCheckInterval: '1s',
  apiServerTimeout: '10ms',
  peerApiServerTimeout: '10ms',
  peerDialTimeout: '10ms',
  peerRequestTimeout: '10ms',
  peerUpdateInterval: '10s',
};

/** Times that no network keeps. */
export const selfNodeRemediationConfigOutOfRange: Rule<SelfNodeRemediationConfigView> = {
  id: 'self-node-remediation-config-out-of-range',
  title: 'The times of a SelfNodeRemediationConfig are not below their minimum',
  severity: Severity.ERROR,
  category: 'admission',
  rationale: 'The webhook has a minimum for each time; with less a healthy node would take itself for cut off and reboot.',
  remediation: 'Use the defaults, or more than the minimum of the field.',
  references: [SELF_NODE_REMEDIATION_CONFIG_WEBHOOK],
  subjects: selfNodeRemediationConfigs,
  evaluate: ({ manifest, spec }) => {
    const fields = Object.keys(SHORTEST).filter((field) => secondsOfGoDuration(spec[field]) !== undefined);
    if (fields.length === 0) {
      return NOT_APPLICABLE;
    }
    return fields
      .filter((field) => Number(secondsOfGoDuration(spec[field])) < Number(secondsOfGoDuration(SHORTEST[field])))
      .map((field) => ({
        manifest,
        path: `spec.${field}`,
        value: spec[field],
        message: `the webhook of the operator refuses less than ${SHORTEST[field]}`,
        remedy: 'Leave it out for the default, or use seconds.',
      }));
  },
};
