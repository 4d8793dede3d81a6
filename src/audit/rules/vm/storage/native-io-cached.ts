import { KubevirtSource } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import type { VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

export const nativeIoCached: Rule<VirtualMachineView> = {
  id: 'native-io-cached',
  title: 'Native I/O bypasses the cache of the host',
  severity: Severity.ERROR,
  stage: Stage.START,
  category: 'admission',
  rationale: 'libvirt refuses native I/O together with the page cache of the host: the VM is accepted and never starts.',
  remediation: 'Set cache: none, or io: threads.',
  references: [KubevirtSource.DISKS_AND_VOLUMES, 'https://libvirt.org/formatdomain.html#hard-drives-floppy-disks-cdroms'],
  mentions: ['io'],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView): Outcome {
  const native = vm.disks.flatMap((disk, index) => (disk.io === 'native' ? [{ disk, index }] : []));
  if (native.length === 0) {
    return NOT_APPLICABLE;
  }
  return native
    .filter(({ disk }) => disk.cache === 'writethrough' || disk.cache === 'writeback')
    .map(({ disk, index }) => ({
      manifest: vm.manifest,
      path: vm.path(`domain.devices.disks[${index}].cache`),
      value: disk.cache,
      message: 'libvirt refuses it together with io: native, so the VM is accepted and never starts',
      remedy: 'Set cache: none, or io: threads.',
    }));
}
