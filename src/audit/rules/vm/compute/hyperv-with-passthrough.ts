import { instanceRefused, instanceStage, KubevirtSource } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { isObject, type VirtualMachineView } from '../../../../graph';
import { removal } from '../../../fix';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

export const hypervWithPassthrough: Rule<VirtualMachineView> = {
  id: 'hyperv-with-passthrough',
  title: 'Hyper-V features are listed or passed through',
  severity: Severity.ERROR,
  stage: Stage.START,
  category: 'admission',
  rationale: 'KubeVirt refuses hyperv beside hypervPassthrough. It checks that when the VM starts, not when it is created.',
  remediation: 'Keep hyperv, with which the VM can be migrated.',
  references: [KubevirtSource.VMI_ADMITTER, KubevirtSource.ARCHITECTURES],
  mentions: ['hypervPassthrough'],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView): Outcome {
  const { features } = vm.domain;
  if (!isObject(features?.hypervPassthrough)) {
    return NOT_APPLICABLE;
  }
  if (!isObject(features.hyperv)) {
    return [];
  }
  const outcome = instanceRefused(vm);
  const message = `hypervPassthrough is set as well: ${outcome}`;
  const remedy =
    features.hypervPassthrough.enabled === true
      ? 'Keep hyperv, with which the VM can be migrated.'
      : 'Remove hypervPassthrough: it counts even when it is off.';
  return [
    {
      manifest: vm.manifest,
      stage: instanceStage(vm),
      path: vm.path('domain.features.hyperv'),
      value: features.hyperv,
      message,
      remedy,
      fix: removal(vm.path('domain.features.hypervPassthrough')),
    },
  ];
}
