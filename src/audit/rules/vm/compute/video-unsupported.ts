import { architectureOf, instanceRefused, instanceStage, KubevirtSource } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { ownValue } from '../../../../facts';
import { isObject, type VirtualMachineView } from '../../../../graph';
import { settingIn } from '../../../fix';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext } from '../../../rule';
import { Severity } from '../../../severity';

const TYPES: Readonly<Record<string, readonly string[]>> = {
  amd64: ['bochs', 'cirrus', 'ramfb', 'vga', 'virtio'],
  arm64: ['ramfb', 'virtio'],
  s390x: ['virtio'],
};

export const videoUnsupported: Rule<VirtualMachineView> = {
  id: 'video-unsupported',
  title: 'A graphics card is one that the architecture of the VM has',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale:
    'KubeVirt refuses video beside autoattachGraphicsDevice: false, and a VirtualMachineInstance whose type of video its architecture does not have.',
  remediation: 'Use a type that the architecture has, or leave video out.',
  references: [KubevirtSource.VMI_ADMITTER, KubevirtSource.ARCHITECTURES],
  mentions: ['video'],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView, context: RuleContext): Outcome {
  const { video, autoattachGraphicsDevice } = vm.devices;
  if (!isObject(video)) {
    return NOT_APPLICABLE;
  }
  if (autoattachGraphicsDevice === false) {
    const message = 'the VM has no graphics device (autoattachGraphicsDevice: false), and KubeVirt refuses both together';
    return [{ manifest: vm.manifest, path: vm.path('domain.devices.video'), value: video, message, remedy: 'Remove one of the two.' }];
  }
  const architecture = architectureOf(vm, context);
  const types = ownValue(TYPES, architecture ?? '');
  if (types === undefined || types.includes(video.type)) {
    return [];
  }
  const outcome = instanceRefused(vm);
  const message = `${architecture} has ${types.join(', ')} only: ${outcome}`;
  return [
    {
      manifest: vm.manifest,
      stage: instanceStage(vm),
      path: vm.path('domain.devices.video.type'),
      value: video.type,
      message,
      remedy: 'Use virtio.',
      fix: settingIn(vm.manifest, vm.path('domain.devices.video.type'), 'virtio'),
    },
  ];
}
