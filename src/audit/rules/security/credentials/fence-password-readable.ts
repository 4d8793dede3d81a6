import { FENCE_AGENTS_TYPES } from '../../../../admission';
import { holdsPasswordInUrl, isFenceCredential } from '../../../../facts';
import { type FenceAgentsTemplateView, fenceAgentsTemplates } from '../../../../graph';
import { NOT_APPLICABLE, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

/** Who can read templates should not be able to power hosts off. */
export const fencePasswordReadable: Rule<FenceAgentsTemplateView> = {
  id: 'fence-password-readable',
  title: 'Passwords, keys and tokens of fence agents are in Secrets',
  severity: Severity.WARNING,
  category: 'security',
  rationale:
    'A template is readable for everybody who may look at it, and is kept in version control. With the password of a BMC anyone can ' +
    'power off the host and everything on it.',
  remediation: 'Move it into a Secret with the parameter as its key, and name that in sharedSecretName or nodeSecretNames.',
  references: [FENCE_AGENTS_TYPES, 'https://github.com/ClusterLabs/fence-agents/blob/main/lib/fencing.py.py'],
  subjects: fenceAgentsTemplates,
  evaluate: ({ manifest, parameters }) => {
    if (parameters.length === 0) {
      return NOT_APPLICABLE;
    }
    return parameters
      .filter(({ parameter, value }) => value !== '' && (isFenceCredential(parameter) || holdsPasswordInUrl(String(value))))
      .map(({ path, parameter, value }) => ({
        manifest,
        path,
        value,
        message: 'everybody who may read the template can power off the host',
        remedy: `Move it into a Secret with the key ${parameter}.`,
      }));
  },
};
