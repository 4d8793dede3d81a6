import { FENCE_AGENTS_TYPES } from '../../../../admission';
import { isFenceUnverified } from '../../../../facts';
import { type FenceAgentsTemplateView, fenceAgentsTemplates } from '../../../../graph';
import { removal } from '../../../fix';
import { NOT_APPLICABLE, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

/** An agent that takes any answer may take a host for off that runs. */
export const fenceAgentUnverified: Rule<FenceAgentsTemplateView> = {
  id: 'fence-agent-unverified',
  title: 'A fence agent verifies the power switch that it talks to',
  severity: Severity.WARNING,
  category: 'security',
  rationale:
    'Without a certificate that it verifies, an agent gives its password to whoever answers at the address, and believes them when they ' +
    'say that the host is off. Its VMs are then started a second time while they still write to their disks.',
  remediation:
    'Leave it out, and give the BMC a certificate of an authority that the image of the operator trusts. Else accept it with the reason why ' +
    'nobody else answers on that network.',
  references: [
    FENCE_AGENTS_TYPES,
    'https://github.com/ClusterLabs/fence-agents/blob/main/lib/fencing.py.py',
    'https://github.com/ClusterLabs/fence-agents/blob/main/agents/redfish/fence_redfish.py',
  ],
  subjects: fenceAgentsTemplates,
  evaluate: ({ manifest, parameters }) => {
    if (parameters.length === 0) {
      return NOT_APPLICABLE;
    }
    const message = 'whoever answers at the address gets the password, and is believed when they say that the host is off';
    const remedy = 'Leave it out, and give the BMC a certificate that the agent trusts.';
    return parameters
      .filter(({ parameter }) => isFenceUnverified(parameter))
      .map(({ path, value }) => ({ manifest, path, value, message, remedy, fix: removal(path) }));
  },
};
