import { cloudInitVolumes, filledFields, KubevirtSource, NETWORK_DATA, USER_DATA } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import type { VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

const KINDS = [USER_DATA, NETWORK_DATA];

export const cloudInitEmpty: Rule<VirtualMachineView> = {
  id: 'cloud-init-empty',
  title: 'A cloud-init volume has data',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale: 'KubeVirt refuses a cloud-init volume with neither user data nor network data.',
  remediation: 'Add userData, or a secretRef.',
  references: [KubevirtSource.VMI_ADMITTER],
  mentions: ['cloudInitNoCloud', 'cloudInitConfigDrive'],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView): Outcome {
  const volumes = cloudInitVolumes(vm);
  if (volumes.length === 0) {
    return NOT_APPLICABLE;
  }
  return volumes
    .filter(({ source }) => KINDS.every((data) => filledFields(source, data).length === 0))
    .map(({ path, source }) => ({
      manifest: vm.manifest,
      path,
      value: source,
      message: 'KubeVirt refuses cloud-init with neither user data nor network data',
      remedy: 'Add userData, or secretRef with the name of a Secret.',
    }));
}
