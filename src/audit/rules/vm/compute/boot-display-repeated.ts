import { instanceRefused, instanceStage, KubevirtSource } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { isObject, objectsOf, type VirtualMachineView } from '../../../../graph';
import { settingIn } from '../../../fix';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

export const bootDisplayRepeated: Rule<VirtualMachineView> = {
  id: 'boot-display-repeated',
  title: 'One virtual GPU shows the guest while it boots',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale:
    'A display of a virtual GPU has a RAM frame buffer for the time before its driver unless that is switched off, and KubeVirt refuses a second one.',
  remediation: 'Set virtualGPUOptions.display.ramFB.enabled: false for all GPUs but one.',
  references: [KubevirtSource.VMI_ADMITTER],
  mentions: ['virtualGPUOptions'],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView): Outcome {
  const displays = objectsOf(vm.devices.gpus).flatMap(({ virtualGPUOptions }, index) =>
    isObject(virtualGPUOptions?.display) ? [{ index, display: virtualGPUOptions.display }] : [],
  );
  if (displays.length === 0) {
    return NOT_APPLICABLE;
  }
  const [first, ...others] = displays.filter(({ display }) => hasFrameBuffer(display));
  const isSeenAtOnce = displays.filter(({ display }) => hasFrameBuffer(display) && saysSo(display)).length > 1;
  const refusal = isSeenAtOnce ? 'KubeVirt refuses a second one' : instanceRefused(vm);
  return others.map(({ index, display }) => ({
    manifest: vm.manifest,
    stage: isSeenAtOnce ? Stage.APPLY : instanceStage(vm),
    path: vm.path(`domain.devices.gpus[${index}].virtualGPUOptions.display`),
    value: display,
    message: `gpus[${first.index}] has a RAM frame buffer too: ${refusal}`,
    remedy: 'Set ramFB.enabled: false.',
    fix: settingIn(vm.manifest, vm.path(`domain.devices.gpus[${index}].virtualGPUOptions.display.ramFB.enabled`), false),
  }));
}

function hasFrameBuffer({ enabled, ramFB }: Record<string, any>): boolean {
  return enabled !== false && ramFB?.enabled !== false;
}

/** What is mentioned without a word on whether it is on is on in the instance, where KubeVirt fills that in. */
function saysSo({ ramFB }: Record<string, any>): boolean {
  return ramFB === undefined || ramFB.enabled === true;
}
