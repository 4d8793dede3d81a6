import { KubevirtSource } from '../../../../admission';
import { isObject, type VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

export const serviceAccountTokenInGuest: Rule<VirtualMachineView> = {
  id: 'service-account-token-in-guest',
  title: 'A guest has no token for the API of the cluster',
  severity: Severity.INFO,
  category: 'security',
  rationale:
    'A serviceAccount volume hands the token of a service account to the guest: whoever gets into the guest, and every program in it, may do ' +
    'in the cluster what the account may.',
  remediation:
    'Leave it out where the guest does not talk to the API. Else give the account as little as the guest needs, and no other pod.',
  references: [`${KubevirtSource.DISKS_AND_VOLUMES}#serviceaccount`, 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/'],
  mentions: ['serviceAccount'],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView): Outcome {
  if (vm.volumes.length === 0) {
    return NOT_APPLICABLE;
  }
  return vm.volumes.flatMap(({ serviceAccount }, index) => {
    if (!isObject(serviceAccount)) {
      return [];
    }
    const path = vm.path(`volumes[${index}].serviceAccount`);
    const message = 'whoever gets into the guest may do in the cluster what this account may';
    const remedy = 'Leave it out, or give the account as little as the guest needs.';
    return [{ manifest: vm.manifest, path, value: serviceAccount, message, remedy }];
  });
}
