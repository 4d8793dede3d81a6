import { inlineGuestData, KUBEVIRT_AUTHORIZATION } from '../../../../admission';
import { InstanceAnnotation } from '../../../../facts';
import type { VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

/** Where the password itself is readable, another rule says so. */
export const guestPasswordHashReadable: Rule<VirtualMachineView> = {
  id: 'guest-password-hash-readable',
  title: 'Hashes of passwords for a guest are in Secrets',
  severity: Severity.INFO,
  category: 'security',
  rationale:
    'Who can look at a VM can read the hash of a password in it, and try passwords at home, as many as a computer can, without anybody ' +
    'noticing. A weak one does not last.',
  remediation: 'Put the data into a Secret: CloudInit takes inSecret for that. Or let users log in by SSH keys only.',
  references: [KUBEVIRT_AUTHORIZATION, 'https://github.com/canonical/cloud-init/blob/main/doc/examples/cloud-config-user-groups.txt'],
  mentions: ['userData', 'userDataBase64', InstanceAnnotation.IGNITION],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView): Outcome {
  const data = inlineGuestData(vm);
  if (data.length === 0) {
    return NOT_APPLICABLE;
  }
  return data
    .filter(({ credentials }) => credentials.length > 0 && credentials.every(({ isHash }) => isHash))
    .map(({ path, value, reference, credentials: [{ place }] }) => ({
      manifest: vm.manifest,
      path,
      value,
      message: `it holds the hash of a password (${place}), and everybody who may look at VMs can try passwords against it`,
      remedy: `Put it into a Secret and name that in ${reference}.`,
    }));
}
