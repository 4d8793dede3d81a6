import { isHighlyAvailable, KubevirtSource } from '../../../../admission';
import { isObject, type VirtualMachineView } from '../../../../graph';
import { setting } from '../../../fix';
import { hardening } from '../../../hardening';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

export const haTpmVolatile: Rule<VirtualMachineView> = {
  id: 'ha-tpm-volatile',
  title: 'The TPM of a highly available VM survives restarts',
  severity: Severity.WARNING,
  category: 'availability',
  rationale:
    'A TPM that is not persistent is empty after every restart: a guest whose disk keys are sealed in it asks for a recovery key instead of booting.',
  remediation: 'Set tpm.persistent: true.',
  references: [KubevirtSource.PERSISTENT_TPM],
  mentions: ['tpm'],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

const STATE = 'KubeVirt keeps its state in a claim of the storage class that vmStateStorageClass names: it has to be one for all nodes.';

function evaluate(vm: VirtualMachineView): Outcome {
  const { tpm } = vm.devices;
  if (!isHighlyAvailable(vm) || !isObject(tpm) || tpm.enabled === false) {
    return NOT_APPLICABLE;
  }
  const message = 'the TPM is empty after every restart, and a guest whose disk keys are sealed in it does not boot by itself';
  const path = vm.path('domain.devices.tpm.persistent');
  return tpm.persistent === true
    ? []
    : [
        {
          manifest: vm.manifest,
          path,
          value: tpm.persistent,
          message,
          remedy: 'Set it to true.',
          fix: hardening(setting(path, true), STATE),
        },
      ];
}
