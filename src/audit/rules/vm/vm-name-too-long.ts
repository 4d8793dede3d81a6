import { KubevirtSource, LONGEST_POOL_NAME, longNameFault } from '../../../admission';
import { Stage } from '../../../admission/stage';
import type { VirtualMachineView } from '../../../graph';
import { NOT_APPLICABLE, type Rule } from '../../rule';
import { Severity } from '../../severity';

const REMEDY = `Choose a name of at most ${LONGEST_POOL_NAME} characters.`;

/** The name of an object may have 253 characters, what is made from it may not. */
export const vmNameTooLong: Rule<VirtualMachineView> = {
  id: 'vm-name-too-long',
  title: 'The name of a VM or pool is short enough for what KubeVirt makes from it',
  severity: Severity.ERROR,
  stage: Stage.START,
  category: 'admission',
  rationale:
    'KubeVirt makes the host name, labels of the pod and of the claim for TPM and firmware, and the revision of a pool from the name. ' +
    'The name of an object may have 253 characters, the value of a label 63. Nobody checks before: pod, claim or VM are refused.',
  remediation: REMEDY,
  references: [
    'https://github.com/kubevirt/kubevirt/blob/v1.8.4/pkg/util/net/dns/sanitize.go',
    'https://github.com/kubevirt/kubevirt/blob/v1.8.4/pkg/storage/backend-storage/backend-storage.go',
    KubevirtSource.POD_VALIDATION,
  ],
  subjects: (graph) => graph.virtualMachines,
  evaluate: (vm) => {
    if (vm.name.length < LONGEST_POOL_NAME) {
      return NOT_APPLICABLE;
    }
    const message = longNameFault(vm);
    return message === undefined ? [] : [{ manifest: vm.manifest, path: 'metadata.name', value: vm.name, message, remedy: REMEDY }];
  },
};
