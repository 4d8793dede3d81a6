import { SELF_NODE_REMEDIATION_CONFIG_WEBHOOK } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { SELF_NODE_REMEDIATION_CONFIG_NAME } from '../../../facts';
import { type SelfNodeRemediationConfigView, selfNodeRemediationConfigs } from '../../../graph';
import { settingIn } from '../../fix';
import type { Rule } from '../../rule';
import { Severity } from '../../severity';

/** There is one configuration, and its name is given. */
export const selfNodeRemediationConfigName: Rule<SelfNodeRemediationConfigView> = {
  id: 'self-node-remediation-config-name',
  title: `The SelfNodeRemediationConfig is called ${SELF_NODE_REMEDIATION_CONFIG_NAME}`,
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale: 'The operator makes one configuration of this name and reads no other. Its webhook refuses any that is called otherwise.',
  remediation: `Call it ${SELF_NODE_REMEDIATION_CONFIG_NAME}.`,
  references: [SELF_NODE_REMEDIATION_CONFIG_WEBHOOK],
  subjects: selfNodeRemediationConfigs,
  evaluate: ({ manifest }) => {
    const name = manifest.metadata?.name;
    if (name === SELF_NODE_REMEDIATION_CONFIG_NAME) {
      return [];
    }
    return [
      {
        manifest,
        path: 'metadata.name',
        value: name,
        message: 'the operator takes one configuration of a given name, and its webhook refuses any other',
        remedy: `Call it ${SELF_NODE_REMEDIATION_CONFIG_NAME}.`,
        fix: settingIn(manifest, 'metadata.name', SELF_NODE_REMEDIATION_CONFIG_NAME),
      },
    ];
  },
};
