import { IMAGE_NAMES, imagesOf, KubevirtSource } from '../../../../admission';
import { isPinned } from '../../../../facts';
import type { VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

export const containerDiskNotPinned: Rule<VirtualMachineView> = {
  id: 'container-disk-not-pinned',
  title: 'The image of a container disk, or of a kernel, is pinned by digest',
  severity: Severity.INFO,
  category: 'recovery',
  rationale:
    'A tag can be moved: after a restart the VM may come up with another disk or kernel than before, on one node and not on the other.',
  remediation: 'Write the image as registry/image@sha256:<digest>.',
  references: [KubevirtSource.DISKS_AND_VOLUMES, IMAGE_NAMES],
  mentions: ['containerDisk', 'kernelBoot'],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView): Outcome {
  const images = imagesOf(vm);
  if (images.length === 0) {
    return NOT_APPLICABLE;
  }
  return images
    .filter(({ value }) => typeof value === 'string' && !isPinned(value))
    .map(({ path, value }) => ({
      manifest: vm.manifest,
      path,
      value,
      message: 'this image is not pinned by digest, and may be another one after a restart',
      remedy: 'Write it as registry/image@sha256:<digest>.',
    }));
}
