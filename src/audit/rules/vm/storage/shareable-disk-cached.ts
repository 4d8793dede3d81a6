import { KubevirtSource } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { isObject, type VirtualMachineView } from '../../../../graph';
import { setting } from '../../../fix';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

const UNCACHED = ['', 'none', 'directsync'];

export const shareableDiskCached: Rule<VirtualMachineView> = {
  id: 'shareable-disk-cached',
  title: 'A disk that several VMs share bypasses the cache of the host',
  severity: Severity.ERROR,
  stage: Stage.START,
  category: 'admission',
  rationale:
    'One VM would read from the cache of its host what another has long overwritten: KubeVirt accepts such a VM and does not start it.',
  remediation: 'Remove cache, or set cache: none.',
  references: [KubevirtSource.CONVERTER, KubevirtSource.DISKS_AND_VOLUMES],
  mentions: ['shareable'],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView): Outcome {
  const shared = vm.disks.flatMap((disk, index) => (disk.shareable === true && isPlain(disk) ? [{ disk, index }] : []));
  if (shared.length === 0) {
    return NOT_APPLICABLE;
  }
  return shared
    .filter(({ disk }) => !UNCACHED.includes(disk.cache ?? ''))
    .map(({ disk, index }) => ({
      manifest: vm.manifest,
      path: vm.path(`domain.devices.disks[${index}].cache`),
      value: disk.cache,
      message: 'KubeVirt accepts the VM, but never starts it with a shareable disk that is cached',
      remedy: 'Remove cache, or set cache: none.',
      fix: setting(vm.path(`domain.devices.disks[${index}].cache`), 'none'),
    }));
}

/** A disk without a target is a plain one. */
function isPlain({ lun, cdrom }: Record<string, any>): boolean {
  return !isObject(lun) && !isObject(cdrom);
}
