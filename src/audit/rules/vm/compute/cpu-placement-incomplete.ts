import { KubevirtSource } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { fieldValues, isObject, type VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

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
    { used: cpu.isolateEmulatorThread === true, field: 'isolateEmulatorThread', met: dedicated, needed: 'dedicatedCpuPlacement: true' },
    { used: isObject(passthrough), field: 'numa.guestMappingPassthrough', met: dedicated, needed: 'dedicatedCpuPlacement: true' },
    { used: isObject(passthrough), field: 'numa.guestMappingPassthrough', met: isObject(memory?.hugepages), needed: 'memory.hugepages' },
    { used: isObject(cpu.realtime), field: 'realtime', met: dedicated, needed: 'dedicatedCpuPlacement: true' },
    { used: isObject(cpu.realtime), field: 'realtime', met: isObject(passthrough), needed: 'numa.guestMappingPassthrough' },
  ];
  return needs
    .filter(({ used, met }) => used && !met)
    .map(({ field, needed }) => ({
      manifest: vm.manifest,
      path: vm.path(`domain.cpu.${field}`),
      value: fieldValues(cpu, field.split('.'))[0].value,
      message: `KubeVirt refuses it without ${needed}`,
      remedy: `Add ${needed}, or remove ${field}.`,
    }));
}
