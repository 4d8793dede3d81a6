import { type CloudInitData, cloudInitVolumes, filledFields, KubevirtSource, NETWORK_DATA, USER_DATA } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { MOST_INLINE_CLOUD_INIT_BYTES } from '../../../../facts';
import type { VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type Violation } from '../../../rule';
import { Severity } from '../../../severity';

const KINDS = [USER_DATA, NETWORK_DATA];

export const cloudInitTooLong: Rule<VirtualMachineView> = {
  id: 'cloud-init-too-long',
  title: `Inline cloud-init data has at most ${MOST_INLINE_CLOUD_INIT_BYTES} bytes`,
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale: 'KubeVirt refuses longer data in the manifest of a VM, because each change of it is sent to many nodes.',
  remediation: 'Put the data into a Secret and refer to it with secretRef or networkDataSecretRef.',
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
  return volumes.flatMap(({ path, source }) => KINDS.flatMap((data) => tooLong(vm, path, source, data)));
}

function tooLong(vm: VirtualMachineView, path: string, source: Record<string, any>, data: CloudInitData): Violation[] {
  return filledFields(source, data)
    .filter((field) => field !== data.reference)
    .map((field) => ({ field, bytes: Buffer.from(source[field], field === data.base64 ? 'base64' : 'utf8').length }))
    .filter(({ bytes }) => bytes > MOST_INLINE_CLOUD_INIT_BYTES)
    .map(({ field, bytes }) => ({
      manifest: vm.manifest,
      path: `${path}.${field}`,
      value: source[field],
      shown: `${bytes} bytes`,
      message: `KubeVirt refuses more than ${MOST_INLINE_CLOUD_INIT_BYTES} bytes in the manifest of a VM`,
      remedy: `Put it into a Secret under the key ${data.keys[0]}, and refer to it with ${data.reference}.`,
    }));
}
