import { FENCE_AGENTS_PARAMETERS } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { type FenceAgentsTemplateView, fenceAgentsTemplates, isObject, type Manifest } from '../../../graph';
import { removal } from '../../fix';
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
  evaluate: (template, { graph }) => {
    const { manifest } = template;
    const actions = template.parameters.filter(({ parameter }) => PARAMETERS.includes(parameter));
    const ofSecrets = template.secrets.flatMap((reference) => {
      const secret = template.secret(graph, reference);
      return secret === undefined ? [] : actionsOf(secret).map((value) => ({ ...reference, value }));
    });
    if (actions.length === 0 && ofSecrets.length === 0) {
      return NOT_APPLICABLE;
    }
    const remedy = 'Use reboot, or leave it out for the same.';
    const message = 'the webhook of the operator takes no action but reboot and off';
    return [
      ...actions
        .filter(({ value }) => !ACTIONS.includes(String(value)))
        .map(({ path, value }) => ({ manifest, path, value, message, remedy, fix: removal(path) })),
      ...ofSecrets
        .filter(({ value }) => !ACTIONS.includes(value))
        .map(({ path, name }) => ({ manifest, path, value: name, message: `this Secret has another action, and ${message}`, remedy })),
    ];
  },
};

/** The actions that stand in a Secret. */
function actionsOf({ data, stringData }: Manifest): string[] {
  return PARAMETERS.flatMap((parameter) => {
    const [plain, encoded] = [stringData, data].map((values) => (isObject(values) ? values[parameter] : undefined));
    return typeof plain === 'string' ? [plain] : typeof encoded === 'string' ? [Buffer.from(encoded, 'base64').toString()] : [];
  });
}
