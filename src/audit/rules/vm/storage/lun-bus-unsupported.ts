import { implicitBus, judgedDisks, KubevirtSource } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import type { VirtualMachineView } from '../../../../graph';
import { setting } from '../../../fix';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext } from '../../../rule';
import { Severity } from '../../../severity';

const BUSES_WITHOUT_LUNS = ['sata', 'usb'];

export const lunBusUnsupported: Rule<VirtualMachineView> = {
  id: 'lun-bus-unsupported',
  title: 'A LUN is on a bus that passes SCSI commands on',
  severity: Severity.ERROR,
  stage: Stage.START,
  category: 'admission',
  rationale:
    'libvirt refuses a LUN on another bus than scsi and virtio. KubeVirt does not look at it, and gives a LUN without a bus sata on amd64: ' +
    'the VM is accepted and never starts.',
  remediation: 'Set bus: scsi.',
  references: [KubevirtSource.DEFAULTS, 'https://libvirt.org/formatdomain.html#hard-drives-floppy-disks-cdroms'],
  mentions: ['lun'],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView, { cluster }: RuleContext): Outcome {
  const luns = judgedDisks(vm).filter(({ target }) => target === 'lun');
  if (luns.length === 0) {
    return NOT_APPLICABLE;
  }
  const implicit = implicitBus(vm, cluster);
  return luns
    .filter(({ bus = implicit }) => bus !== undefined && BUSES_WITHOUT_LUNS.includes(bus))
    .map(({ disk, index, bus }) => ({
      manifest: vm.manifest,
      path: vm.path(`domain.devices.disks[${index}].lun.bus`),
      value: disk.lun.bus,
      message: `${bus === undefined ? `the LUN gets ${implicit}, and ` : ''}libvirt refuses a LUN on another bus than scsi and virtio, so the VM is accepted and never starts`,
      remedy: 'Set bus: scsi.',
      fix: setting(vm.path(`domain.devices.disks[${index}].lun.bus`), 'scsi'),
    }));
}
