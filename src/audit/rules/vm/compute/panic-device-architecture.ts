import { architectureOf, KubevirtSource } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { Architecture } from '../../../../cluster';
import { objectsOf, type VirtualMachineView } from '../../../../graph';
import { removal } from '../../../fix';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext } from '../../../rule';
import { Severity } from '../../../severity';

export const panicDeviceArchitecture: Rule<VirtualMachineView> = {
  id: 'panic-device-architecture',
  title: 'A panic device is one that the architecture of the VM has',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale: 'KubeVirt refuses panic devices on s390x.',
  remediation: 'Remove the panic device; use a diag288 watchdog to notice guests that hang.',
  references: [KubevirtSource.VMI_ADMITTER],
  mentions: ['panicDevices'],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView, context: RuleContext): Outcome {
  const value = vm.devices.panicDevices;
  if (objectsOf(value).length === 0) {
    return NOT_APPLICABLE;
  }
  const message = 's390x has no panic device to choose, and KubeVirt refuses the VM';
  const remedy = 'Remove it, and use a diag288 watchdog to notice a guest that hangs.';
  const path = vm.path('domain.devices.panicDevices');
  return architectureOf(vm, context) === Architecture.S390X
    ? [{ manifest: vm.manifest, path, value, message, remedy, fix: removal(path) }]
    : [];
}
