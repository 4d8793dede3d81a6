import { fieldValues, type VirtualMachineView } from '../graph';

const IMAGES = [
  ['volumes[]', 'containerDisk', 'image'],
  ['domain', 'firmware', 'kernelBoot', 'container', 'image'],
];

/** The names of images that nodes pull for a VM: of its container disks and its kernel, whatever stands there. */
export function imagesOf(vm: VirtualMachineView): { readonly path: string; readonly value: unknown }[] {
  return IMAGES.flatMap((steps) => fieldValues(vm.spec, steps)).map(({ path, value }) => ({ path: vm.path(path), value }));
}
