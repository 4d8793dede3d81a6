import { cloudInitVolumes, filledFields, KubevirtSource, NETWORK_DATA, USER_DATA } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import type { VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

const KINDS = [USER_DATA, NETWORK_DATA];

export const cloudInitSourceNotUnique: Rule<VirtualMachineView> = {
  id: 'cloud-init-source-not-unique',
  title: 'Cloud-init data has one source',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale: 'KubeVirt refuses a cloud-init volume that gives user data, or network data, in two ways.',
  remediation: 'Keep the inline text, its base64 form or the Secret.',
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
  return volumes.flatMap(({ path, source }) =>
    KINDS.flatMap((data) => {
      const fields = filledFields(source, data);
      const message = 'these fields exclude each other, and KubeVirt refuses the volume';
      const remedy = `Keep one of ${fields.join(', ')}.`;
      return fields.length <= 1
        ? []
        : [{ manifest: vm.manifest, path, value: source, shown: `set to ${fields.join(' and ')}`, message, remedy }];
    }),
  );
}
