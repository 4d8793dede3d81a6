import { architectureOf, isHighlyAvailable, KubevirtSource } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { Architecture } from '../../../../cluster';
import { isObject, objectsOf, type VirtualMachineView } from '../../../../graph';
import { livenessByService, watchdogOf } from '../../../hardening';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext } from '../../../rule';
import { Severity } from '../../../severity';

export const haGuestHangUndetected: Rule<VirtualMachineView> = {
  id: 'ha-guest-hang-undetected',
  title: 'A highly available VM notices that its guest hangs',
  severity: Severity.ERROR,
  stage: Stage.RUN,
  category: 'recovery',
  rationale: 'To Kubernetes a hung or crashed guest is a running pod. Only a liveness probe, a watchdog or a panic device tells otherwise.',
  remediation: 'Add a livenessProbe or a watchdog.',
  references: [KubevirtSource.PROBES, KubevirtSource.API_TYPES],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView, context: RuleContext): Outcome {
  if (!isHighlyAvailable(vm)) {
    return NOT_APPLICABLE;
  }
  const detectors = [vm.spec.livenessProbe, vm.devices.watchdog, objectsOf(vm.devices.panicDevices)[0]];
  if (detectors.some(isObject)) {
    return [];
  }
  const message =
    'the VM is to be highly available, and without livenessProbe, watchdog and panicDevices nothing notices a guest that hangs';
  const hasWatchdog = architectureOf(vm, context) !== Architecture.ARM64;
  const remedy = hasWatchdog ? 'Add a livenessProbe, or a watchdog that the guest feeds.' : 'Add a livenessProbe.';
  const fix = livenessByService(vm, context.graph.servicesInFrontOf(vm)) ?? watchdogOf(vm, context);
  return [{ manifest: vm.manifest, path: vm.path('livenessProbe'), message, remedy, fix }];
}
