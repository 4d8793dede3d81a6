import { type InlineGuestData, inlineGuestData, KUBEVIRT_AUTHORIZATION, USER_FACING_ROLES } from '../../../../admission';
import { InstanceAnnotation } from '../../../../facts';
import type { VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

/** More places nobody reads. */
const MOST_PLACES = 5;

export const guestPasswordReadable: Rule<VirtualMachineView> = {
  id: 'guest-password-readable',
  title: 'Passwords, private keys and tokens for a guest are in Secrets',
  severity: Severity.WARNING,
  category: 'security',
  rationale:
    "What stands in a VM is read by everybody who may look at VMs, which Kubernetes' role view allows, and it stays in version control and " +
    'in backups. The same role lets nobody read Secrets.',
  remediation: 'Put the data into a Secret: CloudInit takes inSecret for that. Give passwords as accessCredentials.',
  references: [
    KUBEVIRT_AUTHORIZATION,
    USER_FACING_ROLES,
    'https://kubevirt.io/user-guide/user_workloads/startup_scripts/#cloud-init-userdata-as-base64-string',
    'https://github.com/canonical/cloud-init/blob/main/cloudinit/config/cc_set_passwords.py',
  ],
  mentions: ['userData', 'userDataBase64', 'networkData', 'networkDataBase64', InstanceAnnotation.IGNITION],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView): Outcome {
  const data = inlineGuestData(vm);
  if (data.length === 0) {
    return NOT_APPLICABLE;
  }
  return data.flatMap(({ path, value, reference, credentials }) => {
    const places = placesOf(credentials.filter(({ isHash }) => !isHash));
    const message = `it holds credentials (${places}), and everybody who may look at VMs can read them`;
    const remedy = `Put it into a Secret and name that in ${reference}.`;
    return places === '' ? [] : [{ manifest: vm.manifest, path, value, message, remedy }];
  });
}

function placesOf(credentials: InlineGuestData['credentials']): string {
  const places = credentials.map(({ place }) => place);
  const more = places.length - MOST_PLACES;
  return [...places.slice(0, MOST_PLACES), ...(more > 0 ? [`${more} more`] : [])].join(', ');
}
