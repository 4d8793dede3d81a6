import { KubevirtSource } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { fieldValues, isObject, type VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

const DEDICATED = 'dedicatedCpuPlacement: true';
const PASSTHROUGH = 'numa.guestMappingPassthrough';

export const cpuPlacementIncomplete: Rule<VirtualMachineView> = {
  id: 'cpu-placement-incomplete',
  title: 'CPU features that need dedicated CPUs have them',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale:
    'KubeVirt refuses isolateEmulatorThread, NUMA passthrough and realtime without dedicated CPUs, NUMA passthrough without huge pages, and realtime without NUMA passthrough.',
  remediation: 'Set dedicatedCpuPlacement: true and what else the feature needs.',
  references: [KubevirtSource.VMI_ADMITTER],
  mentions: ['isolateEmulatorThread', 'numa', 'realtime'],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView): Outcome {
  const { cpu, memory } = vm.domain;
  if (!isObject(cpu) || vm.vmSpec?.instancetype !== undefined) {
    return NOT_APPLICABLE;
  }
  const passthrough = cpu.numa?.guestMappingPassthrough;
  const dedicated = cpu.dedicatedCpuPlacement === true;
  const needs = [
    { used: cpu.isolateEmulatorThread === true, field: 'isolateEmulatorThread', met: dedicated, needed: DEDICATED },
    { used: isObject(passthrough), field: PASSTHROUGH, met: dedicated, needed: DEDICATED },
    { used: isObject(passthrough), field: PASSTHROUGH, met: isObject(memory?.hugepages), needed: 'memory.hugepages' },
    { used: isObject(cpu.realtime), field: 'realtime', named: 'dedicatedCpuPlacement', met: dedicated, needed: DEDICATED },
    { used: isObject(cpu.realtime), field: 'realtime', named: PASSTHROUGH, met: isObject(passthrough), needed: PASSTHROUGH },
  ];
  return needs
    .filter(({ used, met }) => used && !met)
    .map(({ field, needed, named = field }) => ({
      manifest: vm.manifest,
      path: vm.path(`domain.cpu.${named}`),
      value: fieldValues(cpu, named.split('.'))[0]?.value,
      message: `KubeVirt refuses ${named === field ? 'it' : field} without ${needed}`,
      remedy: `Add ${needed}, or remove ${field}.`,
    }));
}
