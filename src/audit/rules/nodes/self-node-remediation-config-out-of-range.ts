import { SELF_NODE_REMEDIATION_CONFIG_WEBHOOK } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { SHORTEST_SELF_NODE_REMEDIATION_TIMES, secondsOfGoDuration } from '../../../facts';
import { type SelfNodeRemediationConfigView, selfNodeRemediationConfigs } from '../../../graph';
import { NOT_APPLICABLE, type Rule } from '../../rule';
import { Severity } from '../../severity';

const SHORTEST = Object.entries(SHORTEST_SELF_NODE_REMEDIATION_TIMES);

/** Times that no network keeps. */
export const selfNodeRemediationConfigOutOfRange: Rule<SelfNodeRemediationConfigView> = {
  id: 'self-node-remediation-config-out-of-range',
  title: 'The times of a SelfNodeRemediationConfig are not below their minimum',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale: 'The webhook has a minimum for each time; with less a healthy node would take itself for cut off and reboot.',
  remediation: 'Use the defaults, or more than the minimum of the field.',
  references: [SELF_NODE_REMEDIATION_CONFIG_WEBHOOK],
  subjects: selfNodeRemediationConfigs,
  evaluate: ({ manifest, spec }) => {
    const given = SHORTEST.flatMap(([field, shortest]) => {
      const seconds = secondsOfGoDuration(spec[field]);
      return seconds === undefined ? [] : [{ field, shortest, seconds }];
    });
    if (given.length === 0) {
      return NOT_APPLICABLE;
    }
    return given
      .filter(({ seconds, shortest }) => seconds < shortest)
      .map(({ field, shortest }) => ({
        manifest,
        path: `spec.${field}`,
        value: spec[field],
        message: `the webhook of the operator refuses less than ${shortest < 1 ? `${shortest * 1000}ms` : `${shortest}s`}`,
        remedy: 'Leave it out for the default, or use seconds.',
      }));
  },
};
