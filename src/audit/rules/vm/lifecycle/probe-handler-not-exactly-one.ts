import { KubevirtSource } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { PROBE_HANDLERS } from '../../../../facts';
import type { VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

export const probeHandlerNotExactlyOne: Rule<VirtualMachineView> = {
  id: 'probe-handler-not-exactly-one',
  title: 'A probe has exactly one handler',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale: 'KubeVirt refuses a probe with no handler and one with several.',
  remediation: 'Give the probe one of httpGet, tcpSocket, exec and guestAgentPing.',
  references: [KubevirtSource.VMI_ADMITTER, KubevirtSource.PROBES],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView): Outcome {
  const probes = vm.probes;
  if (probes.length === 0) {
    return NOT_APPLICABLE;
  }
  return probes.flatMap(({ field, probe }) => {
    const handlers = PROBE_HANDLERS.filter((handler) => probe[handler] !== undefined && probe[handler] !== null);
    if (handlers.length === 1) {
      return [];
    }
    const message = `KubeVirt refuses a probe with ${handlers.length === 0 ? 'no handler' : `${handlers.length} handlers`}`;
    const remedy = handlers.length === 0 ? `Give it one of ${PROBE_HANDLERS.join(', ')}.` : `Keep one of ${handlers.join(', ')}.`;
    return [{ manifest: vm.manifest, path: vm.path(field), value: probe, message, remedy }];
  });
}
