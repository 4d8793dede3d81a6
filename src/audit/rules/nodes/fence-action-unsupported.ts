import { FENCE_AGENTS_PARAMETERS } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { type FenceAgentsTemplateView, fenceAgentsTemplates } from '../../../graph';
import { NOT_APPLICABLE, type Rule } from '../../rule';
import { Severity } from '../../severity';

const PARAMETERS = ['--action', 'action'];
const ACTIONS = ['', 'reboot', 'off'];

/** Fencing is to power off, and on again. */
export const fenceActionUnsupported: Rule<FenceAgentsTemplateView> = {
  id: 'fence-action-unsupported',
  title: 'A fence agent is asked for reboot or off',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale:
    'Fence agents have other actions too, such as status and on. None of them makes sure that the VMs of the host do not run any ' +
    'more, and the webhook refuses them.',
  remediation: 'Leave the action out: it is reboot then.',
  references: [FENCE_AGENTS_PARAMETERS],
  subjects: fenceAgentsTemplates,
  evaluate: ({ manifest, parameters }) => {
    const actions = parameters.filter(({ parameter }) => PARAMETERS.includes(parameter));
    if (actions.length === 0) {
      return NOT_APPLICABLE;
    }
    return actions
      .filter(({ value }) => !ACTIONS.includes(String(value)))
      .map(({ path, value }) => ({
        manifest,
        path,
        value,
        message: 'the webhook of the operator takes no action but reboot and off',
        remedy: 'Use reboot, or leave it out for the same.',
      }));
  },
};
