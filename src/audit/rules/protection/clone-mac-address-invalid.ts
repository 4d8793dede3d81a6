import { ProtectionSource } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { isMacAddress, MAC_ADDRESS, memberPath } from '../../../facts';
import { clones, isObject, type Manifest, specOf } from '../../../graph';
import { NOT_APPLICABLE, type Rule } from '../../rule';
import { Severity } from '../../severity';

export const cloneMacAddressInvalid: Rule<Manifest> = {
  id: 'clone-mac-address-invalid',
  title: 'MAC addresses of a clone have six bytes',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale: 'KubeVirt refuses a clone with a MAC address that it cannot read.',
  remediation: 'Write six bytes, e.g. 02:1a:4a:16:01:51.',
  references: [ProtectionSource.CLONE_ADMITTER],
  subjects: clones,
  evaluate: (clone, { cluster }) => {
    const { newMacAddresses } = specOf(clone);
    if (!isObject(newMacAddresses)) {
      return NOT_APPLICABLE;
    }
    return Object.entries(newMacAddresses)
      .filter(([, address]) => typeof address === 'string' && address !== '' && !isMacAddress(String(address), cluster.atLeast('1.9')))
      .map(([name, value]) => ({
        manifest: clone,
        path: memberPath('spec.newMacAddresses', name),
        value,
        message: `this is not ${MAC_ADDRESS.words}, and KubeVirt refuses the clone`,
        remedy: 'Write six bytes, e.g. 02:1a:4a:16:01:51, or leave it out.',
      }));
  },
};
