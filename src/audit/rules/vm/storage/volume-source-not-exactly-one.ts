import { KubevirtSource } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { VOLUME_SOURCES } from '../../../../facts';
import { isObject, type VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

export const volumeSourceNotExactlyOne: Rule<VirtualMachineView> = {
  id: 'volume-source-not-exactly-one',
  title: 'A volume has exactly one source',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale: 'KubeVirt refuses a volume with no source and one with several.',
  remediation: 'Give the volume one source, e.g. dataVolume.',
  references: [KubevirtSource.VMI_ADMITTER],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView): Outcome {
  const { volumes } = vm;
  if (volumes.length === 0) {
    return NOT_APPLICABLE;
  }
  return volumes.flatMap((value, index) => {
    const sources = VOLUME_SOURCES.filter((source) => isObject(value[source]));
    if (sources.length === 1) {
      return [];
    }
    const message = `KubeVirt refuses a volume with ${sources.length === 0 ? 'no source' : sources.join(' and ')}`;
    const remedy = sources.length === 0 ? 'Give it a source, e.g. dataVolume with a name.' : `Keep one of ${sources.join(', ')}.`;
    return [{ manifest: vm.manifest, path: vm.path(`volumes[${index}]`), value, message, remedy }];
  });
}
