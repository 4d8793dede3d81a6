import { IMAGE_NAMES, imagesOf, KubevirtSource } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { hasFormat, IMAGE_REFERENCE } from '../../../../facts';
import type { VirtualMachineView } from '../../../../graph';
import { safeSetting } from '../../../fix';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

/** As DataVolumes, podman and skopeo write it. */
const SCHEME = /^\s*[a-z][a-z0-9+-]*:\/\//i;

/** What a sample leaves to its reader: `quay.io/<your registry>/web`. */
const BLANK = /<[^<>]*>/;

export const imageNameInvalid: Rule<VirtualMachineView> = {
  id: 'image-name-invalid',
  title: 'The image of a container disk, or of a kernel, is one that a node can pull',
  severity: Severity.ERROR,
  stage: Stage.START,
  category: 'admission',
  rationale:
    'KubeVirt takes any text for the image, and the kubelet pulls it like that of a container: one with a scheme, a space or capitals in its path it cannot read (InvalidImageName), and the VM never starts.',
  remediation: 'Write registry/path:tag, in small letters and without docker://.',
  references: [IMAGE_NAMES, KubevirtSource.DISKS_AND_VOLUMES],
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
    .flatMap(({ path, value }) =>
      typeof value === 'string' && value !== '' && !hasFormat(value, IMAGE_REFERENCE) && !BLANK.test(value) ? [{ path, value }] : [],
    )
    .map(({ path, value }) => {
      const right = value.replace(SCHEME, '').trim();
      const isKnown = right !== value && hasFormat(right, IMAGE_REFERENCE);
      return {
        manifest: vm.manifest,
        path,
        value,
        message: 'this is no name of an image: the VM is accepted, and its pod waits with InvalidImageName for ever',
        remedy: isKnown ? `Write ${right}: only DataVolumes have a scheme before it.` : 'Write registry/path:tag, in small letters.',
        fix: isKnown ? safeSetting(path, right) : undefined,
      };
    });
}
