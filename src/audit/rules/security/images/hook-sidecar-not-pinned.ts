import { hookSidecars, IMAGE_NAMES } from '../../../../admission';
import { InstanceAnnotation, isPinned } from '../../../../facts';
import type { VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

export const hookSidecarNotPinned: Rule<VirtualMachineView> = {
  id: 'hook-sidecar-not-pinned',
  title: 'The image of a hook sidecar is pinned by digest',
  severity: Severity.INFO,
  category: 'security',
  rationale: 'Whoever can move the tag decides what runs in the pod of the VM at its next start, and what the guest is started with.',
  remediation: 'Write the image as registry/image@sha256:<digest>.',
  references: ['https://kubevirt.io/user-guide/user_workloads/hook-sidecar/', IMAGE_NAMES],
  mentions: [InstanceAnnotation.HOOK_SIDECARS],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView): Outcome {
  const hooks = hookSidecars(vm);
  const images = hooks?.sidecars.flatMap(({ image }) => (typeof image === 'string' && image !== '' ? [image] : [])) ?? [];
  if (hooks === undefined || images.length === 0) {
    return NOT_APPLICABLE;
  }
  return images
    .filter((image) => !isPinned(image))
    .map((image) => ({
      manifest: vm.manifest,
      path: hooks.path,
      value: hooks.value,
      message: `${image} is not pinned by digest, and may be another image at the next start`,
      remedy: 'Write it as registry/image@sha256:<digest>.',
    }));
}
