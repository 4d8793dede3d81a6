import { KubevirtSource } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { LIBVIRT_STARTUP_DELAY } from '../../../../facts';
import type { VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

export const probeInitialDelayNegative: Rule<VirtualMachineView> = {
  id: 'probe-initial-delay-negative',
  title: 'The initial delay of a probe is not negative',
  severity: Severity.ERROR,
  stage: Stage.START,
  category: 'admission',
  rationale: 'KubeVirt adds 10 s to the initial delay; what is still negative is refused by Kubernetes when the pod is created.',
  remediation: 'Use an initial delay of at least 0.',
  references: [KubevirtSource.PROBE_RENDERING, KubevirtSource.POD_PROBES],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView): Outcome {
  const probes = vm.probes;
  if (probes.length === 0) {
    return NOT_APPLICABLE;
  }
  return probes
    .filter(({ probe }) => probe.initialDelaySeconds < -LIBVIRT_STARTUP_DELAY)
    .map(({ field, probe }) => ({
      manifest: vm.manifest,
      path: vm.path(`${field}.initialDelaySeconds`),
      value: probe.initialDelaySeconds,
      message: 'Kubernetes refuses a pod with a negative delay, so the VM is accepted and never starts',
      remedy: 'Use the seconds that the guest needs to boot.',
    }));
}
