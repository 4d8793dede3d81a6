import { METAL3_TEMPLATE_WEBHOOK } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { METAL3_TEMPLATE_GROUP, METAL3_TEMPLATE_KIND, POWER_CYCLE_SECONDS, secondsOfGoDuration } from '../../../facts';
import { isObject, type Manifest, templateSpec } from '../../../graph';
import { setting } from '../../fix';
import { NOT_APPLICABLE, type Rule } from '../../rule';
import { Severity } from '../../severity';

const STRATEGY = 'spec.template.spec.strategy';
const { shortest } = POWER_CYCLE_SECONDS;

/** A server does not reboot within a minute. */
export const powerCycleStrategyInvalid: Rule<Manifest> = {
  id: 'power-cycle-strategy-invalid',
  title: 'A Metal3RemediationTemplate reboots, at least once, with a timeout of 100 s or more',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale: 'The webhook takes no strategy but Reboot, no timeout below 100 s and no limit below one attempt.',
  remediation: 'Use type Reboot, a timeout of 600s and a retryLimit of 1.',
  references: [METAL3_TEMPLATE_WEBHOOK],
  subjects: (graph) => graph.ofKind(METAL3_TEMPLATE_GROUP, METAL3_TEMPLATE_KIND),
  evaluate: (manifest) => {
    const { strategy } = templateSpec(manifest);
    if (!isObject(strategy)) {
      return NOT_APPLICABLE;
    }
    const { type, timeout, retryLimit } = strategy;
    const faults = [
      {
        field: 'type',
        value: type,
        isWrong: typeof type === 'string' && type !== '' && type !== 'Reboot',
        rule: 'no strategy but Reboot',
        wanted: 'Reboot',
      },
      {
        field: 'timeout',
        value: timeout,
        isWrong: (secondsOfGoDuration(timeout) ?? shortest) < shortest,
        rule: `no timeout below ${shortest} s`,
        wanted: '600s',
      },
      {
        field: 'retryLimit',
        value: retryLimit,
        isWrong: typeof retryLimit === 'number' && retryLimit < 1,
        rule: 'no limit below one attempt',
        wanted: 1,
      },
    ];
    return faults
      .filter(({ isWrong }) => isWrong)
      .map(({ field, value, rule, wanted }) => ({
        manifest,
        path: `${STRATEGY}.${field}`,
        value,
        message: `the webhook takes ${rule}`,
        remedy: 'Use type Reboot, a timeout of 600s and a retryLimit of 1.',
        fix: setting(`${STRATEGY}.${field}`, wanted),
      }));
  },
};
