import { cloudInitVolumes, KubevirtSource, NETWORK_DATA, USER_DATA } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { isBase64 } from '../../../../facts';
import type { VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

const KINDS = [USER_DATA, NETWORK_DATA];

export const cloudInitBase64Invalid: Rule<VirtualMachineView> = {
  id: 'cloud-init-base64-invalid',
  title: 'Cloud-init data in base64 can be decoded',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale: 'KubeVirt refuses data that is not base64.',
  remediation: 'Encode the text, or write it as it is in userData or networkData.',
  references: [KubevirtSource.VMI_ADMITTER],
  mentions: ['userDataBase64', 'networkDataBase64'],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView): Outcome {
  const encoded = cloudInitVolumes(vm).flatMap(({ path, source }) =>
    KINDS.filter(({ base64 }) => typeof source[base64] === 'string').map((data) => ({ path, data, value: source[data.base64] })),
  );
  if (encoded.length === 0) {
    return NOT_APPLICABLE;
  }
  return encoded
    .filter(({ value }) => !isBase64(value))
    .map(({ path, data, value }) => ({
      manifest: vm.manifest,
      path: `${path}.${data.base64}`,
      value,
      shown: `${value.length} characters`,
      message: 'this is not base64, and KubeVirt refuses it',
      remedy: `Encode the text, or write it as it is in ${data.inline}.`,
    }));
}
