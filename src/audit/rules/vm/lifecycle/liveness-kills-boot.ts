import { KubevirtSource, secondsUntilFailure } from '../../../../admission';
import { isObject, type VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

const SHORTEST_BOOT = 60;

export const livenessKillsBoot: Rule<VirtualMachineView> = {
  id: 'liveness-kills-boot',
  title: 'A liveness probe leaves the guest time to boot',
  severity: Severity.WARNING,
  category: 'availability',
  rationale:
    'There is no startup probe: a liveness probe that gives up before the guest has booted stops the VM in the middle of its boot, each time.',
  remediation: 'Set initialDelaySeconds to the longest boot, the first one with cloud-init included, or raise failureThreshold.',
  references: [KubevirtSource.PROBE_RENDERING, KubevirtSource.PROBES],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView): Outcome {
  const { livenessProbe } = vm.spec;
  if (!isObject(livenessProbe)) {
    return NOT_APPLICABLE;
  }
  const seconds = secondsUntilFailure(livenessProbe);
  if (seconds >= SHORTEST_BOOT) {
    return [];
  }
  const message = `the probe gives up ${seconds} s after the start, and the VM is stopped while its guest may still boot`;
  const remedy = 'Set initialDelaySeconds to the longest boot of the guest: there is no startup probe.';
  const path = vm.path('livenessProbe.initialDelaySeconds');
  return [{ manifest: vm.manifest, path, value: livenessProbe.initialDelaySeconds, message, remedy }];
}
