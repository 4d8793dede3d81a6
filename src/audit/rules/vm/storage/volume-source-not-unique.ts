import { KubevirtSource } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { isObject, type VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

const SINGLE = ['serviceAccount', 'downwardMetrics', 'memoryDump'];

export const volumeSourceNotUnique: Rule<VirtualMachineView> = {
  id: 'volume-source-not-unique',
  title: 'Volumes of which a VM can have one occur once',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale: 'KubeVirt refuses a second serviceAccount, downwardMetrics or memoryDump volume.',
  remediation: 'Keep one of them.',
  references: [KubevirtSource.VMI_ADMITTER],
  mentions: SINGLE,
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView): Outcome {
  const { volumes } = vm;
  if (volumes.length === 0) {
    return NOT_APPLICABLE;
  }
  return SINGLE.flatMap((source) => {
    const indices = volumes.flatMap((volume, index) => (isObject(volume[source]) ? [index] : []));
    return indices.slice(1).map((index) => ({
      manifest: vm.manifest,
      path: vm.path(`volumes[${index}].${source}`),
      value: volumes[index][source],
      message: `volumes[${indices[0]}] is a ${source} volume already, and KubeVirt refuses a second one`,
      remedy: 'Remove one of the two volumes.',
    }));
  });
}
