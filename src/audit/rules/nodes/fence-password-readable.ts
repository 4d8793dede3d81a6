import { FENCE_AGENTS_TYPES } from '../../../admission';
import { type FenceAgentsTemplateView, fenceAgentsTemplates } from '../../../graph';
import { NOT_APPLICABLE, type Rule } from '../../rule';
import { Severity } from '../../severity';

const PASSWORDS = ['--password', 'password', '-p', '--snmp-priv-passwd', '--secret-key'];

/** Who can read templates should not be able to power hosts off. */
export const fencePasswordReadable: Rule<FenceAgentsTemplateView> = {
  id: 'fence-password-readable',
  title: 'Passwords of BMCs are in Secrets',
  severity: Severity.WARNING,
  category: 'node',
  rationale:
    'A template is readable for everybody who may look at it, and is kept in version control. With the password of a BMC anyone can ' +
    'power off the host and everything on it.',
  remediation: 'Move it into a Secret with the parameter as its key, and name that in sharedSecretName or nodeSecretNames.',
  references: [FENCE_AGENTS_TYPES],
  subjects: fenceAgentsTemplates,
  evaluate: ({ manifest, parameters }) => {
    if (parameters.length === 0) {
      return NOT_APPLICABLE;
    }
    return parameters
      .filter(({ parameter, value }) => PASSWORDS.includes(parameter) && value !== '')
      .map(({ path, parameter, value }) => ({
        manifest,
        path,
        value,
        message: 'everybody who may read the template can power off the host',
        remedy: `Move it into a Secret with the key ${parameter}.`,
      }));
  },
};
