import { Stage } from '../../../admission/stage';
import { isObject, type VirtualMachineView } from '../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext } from '../../rule';
import { Severity } from '../../severity';

/** A pod runs as one service account. */
export const serviceAccountMismatch: Rule<VirtualMachineView> = {
  id: 'service-account-mismatch',
  title: 'A VM has one service account, for its pod and for the volume in its guest',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale:
    'A serviceAccount volume hands the token of the pod to the guest, and the pod runs as one service account. KubeVirt 1.9 refuses a VM ' +
    'whose serviceAccountName and volume name two.',
  remediation: 'Name the same service account in both, or leave one out.',
  references: [
    'https://github.com/kubevirt/kubevirt/blob/v1.9.0/pkg/virt-api/webhooks/validating-webhook/admitters/vmi-create-admitter.go',
  ],
  mentions: ['serviceAccountName'],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView, { cluster }: RuleContext): Outcome {
  const { serviceAccountName } = vm.spec;
  const index = vm.volumes.findIndex(({ serviceAccount }) => isObject(serviceAccount));
  if (typeof serviceAccountName !== 'string' || serviceAccountName === '' || index < 0 || !cluster.atLeast('1.9')) {
    return NOT_APPLICABLE;
  }
  const other = vm.volumes.findIndex(
    ({ serviceAccount }) => isObject(serviceAccount) && serviceAccount.serviceAccountName !== serviceAccountName,
  );
  const message = `KubeVirt refuses the VM, because the volume ${vm.path(`volumes[${other}]`)} is of another service account`;
  const remedy = 'Name the same service account in both, or leave one out.';
  return other < 0 ? [] : [{ manifest: vm.manifest, path: vm.path('serviceAccountName'), value: serviceAccountName, message, remedy }];
}
