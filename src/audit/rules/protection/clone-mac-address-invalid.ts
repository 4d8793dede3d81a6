import { ProtectionSource } from '../../../admission';
import { clones, isObject, type Manifest, specOf } from '../../../graph';
import { NOT_APPLICABLE, type Rule } from '../../rule';
import { Severity } from '../../severity';

const MAC_ADDRESS = /^([0-9a-f]{2}(:[0-9a-f]{2}){5}|[0-9a-f]{2}(-[0-9a-f]{2}){5}|[0-9a-f]{4}(\.[0-9a-f]{4}){2})$/i;

export const cloneMacAddressInvalid: Rule<Manifest> = {
  id: 'clone-mac-address-invalid',
  title: 'MAC addresses of a clone have six bytes',
  severity: Severity.ERROR,
  category: 'admission',
  rationale: 'KubeVirt refuses a clone with a MAC address that it cannot read.',
  remediation: 'Write six bytes, e.g. 02:1a:4a:16:01:51.',
  references: [ProtectionSource.CLONE_ADMITTER],
  subjects: clones,
  evaluate: (clone) => {
    const { newMacAddresses } = specOf(clone);
    if (!isObject(newMacAddresses)) {
      return NOT_APPLICABLE;
    }
    return Object.entries(newMacAddresses)
      .filter(([, address]) => typeof address === 'string' && address !== '' && !MAC_ADDRESS.test(address))
      .map(([name, value]) => ({
        manifest: clone,
        path: `spec.newMacAddresses.${name}`,
        value,
        message: 'this is not a MAC address of six bytes, and KubeVirt refuses the clone',
        remedy: 'Write six bytes, e.g. 02:1a:4a:16:01:51, or leave it out.',
      }));
  },
};
