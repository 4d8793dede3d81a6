import { KubevirtSource } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { FILE_PATH, hasFormat } from '../../../../facts';
import { isObject, type VirtualMachineView } from '../../../../graph';
import { safeSetting } from '../../../fix';
import { type Fix, NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

const PATHS = ['kernelPath', 'initrdPath'];

export const kernelBootInvalid: Rule<VirtualMachineView> = {
  id: 'kernel-boot-invalid',
  title: 'A VM that boots a kernel says where it is',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale:
    'KubeVirt refuses kernelBoot with arguments for no kernel, without an image, without kernel and initial RAM disk, and with paths that are not those of files.',
  remediation: 'Set the image and the absolute paths in it.',
  references: [KubevirtSource.VMI_ADMITTER],
  mentions: ['kernelBoot'],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

/** A fault of a field below kernelBoot. */
interface Fault {
  readonly field: string;
  readonly value?: unknown;
  readonly message: string;
  readonly remedy: string;
}

function evaluate(vm: VirtualMachineView): Outcome {
  const kernelBoot = vm.domain.firmware?.kernelBoot;
  if (!isObject(kernelBoot)) {
    return NOT_APPLICABLE;
  }
  const faults = isObject(kernelBoot.container) ? containerFaults(kernelBoot.container) : argumentFaults(kernelBoot);
  return faults.map(({ field, ...fault }) => ({
    manifest: vm.manifest,
    path: vm.path(`domain.firmware.kernelBoot.${field}`),
    fix: PATHS.some((name) => field === `container.${name}`)
      ? fromRoot(vm.path(`domain.firmware.kernelBoot.${field}`), fault.value)
      : undefined,
    ...fault,
  }));
}

/** A path that is not absolute begins at the root of the image all the same. */
function fromRoot(path: string, value: unknown): Fix | undefined {
  return hasFormat(`/${value}`, FILE_PATH) ? safeSetting(path, `/${value}`) : undefined;
}

function argumentFaults({ kernelArgs: value }: Record<string, any>): Fault[] {
  const message = 'KubeVirt refuses arguments for the kernel of the guest, which it does not boot itself';
  return isSet(value) ? [{ field: 'kernelArgs', value, message, remedy: 'Set container, or set them in the guest.' }] : [];
}

function containerFaults(container: Record<string, any>): Fault[] {
  const faults: Fault[] = [];
  if (!isSet(container.image)) {
    const message = 'KubeVirt refuses kernelBoot without an image';
    faults.push({ field: 'container.image', value: container.image, message, remedy: 'Name the image that the kernel is in.' });
  }
  if (!PATHS.some((name) => isSet(container[name]))) {
    const message = 'KubeVirt refuses it without a kernel or an initial RAM disk';
    faults.push({ field: 'container', value: container, message, remedy: 'Set kernelPath, initrdPath or both.' });
  }
  for (const name of PATHS.filter((path) => isSet(container[path]) && !hasFormat(container[path], FILE_PATH))) {
    const message = `KubeVirt refuses what is not ${FILE_PATH.words}`;
    faults.push({ field: `container.${name}`, value: container[name], message, remedy: 'Write it in full, e.g. /boot/vmlinuz.' });
  }
  return faults;
}

function isSet(value: unknown): boolean {
  return value !== undefined && value !== '';
}
