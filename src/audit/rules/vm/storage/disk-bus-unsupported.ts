import {
  didYouMean,
  implicitBus,
  instanceRefused,
  instanceStage,
  type JudgedDisk,
  judgedDisks,
  KubevirtSource,
} from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { Architecture } from '../../../../cluster';
import type { VirtualMachineView } from '../../../../graph';
import { certain, nearestValue, settingIn } from '../../../fix';
import { type Fix, NOT_APPLICABLE, type Outcome, type Rule, type RuleContext, type Violation } from '../../../rule';
import { Severity } from '../../../severity';

const BUSES = ['virtio', 'scsi', 'sata', 'usb'];

interface Fault {
  readonly fault: string;
  readonly remedy: string;
  /** The bus that it should be on; undefined: nobody knows. */
  readonly bus?: string;
}

export const diskBusUnsupported: Rule<VirtualMachineView> = {
  id: 'disk-bus-unsupported',
  title: 'The bus of a disk exists and suits it',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale:
    'KubeVirt refuses a bus that it does not know, and combinations that QEMU cannot emulate. A disk without a bus gets sata on amd64 and ' +
    'virtio elsewhere, and its instance is refused when that does not suit it.',
  remediation: 'Use virtio for disks and sata for CD-ROMs, on arm64 and s390x scsi.',
  references: [KubevirtSource.STORAGE_ADMITTER, KubevirtSource.DEFAULTS],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView, { cluster }: RuleContext): Outcome {
  if (vm.disks.length === 0) {
    return NOT_APPLICABLE;
  }
  const implicit = implicitBus(vm, cluster);
  const forCdrom = (vm.architecture ?? cluster.architecture) === Architecture.AMD64 ? 'sata' : 'scsi';
  return judgedDisks(vm).flatMap((judged) => [...namedFaults(vm, judged, forCdrom), ...implicitFaults(vm, judged, forCdrom, implicit)]);
}

function namedFaults(vm: VirtualMachineView, judged: JudgedDisk, forCdrom: string): Violation[] {
  const { bus, index, target } = judged;
  const found = bus === undefined ? undefined : faultOf(judged, String(bus), forCdrom);
  if (found === undefined) {
    return [];
  }
  const path = vm.path(`domain.devices.disks[${index}].${target}.bus`);
  const fix = found.bus === undefined ? nearestValue(path, String(bus), BUSES) : busFix(vm, path, found.bus, judged);
  return [{ manifest: vm.manifest, path, value: bus, message: `KubeVirt refuses ${found.fault}`, remedy: found.remedy, fix }];
}

function implicitFaults(vm: VirtualMachineView, judged: JudgedDisk, forCdrom: string, implicit: string | undefined): Violation[] {
  const { bus, index, disk, target = 'disk' } = judged;
  const found = bus !== undefined || implicit === undefined ? undefined : faultOf(judged, implicit, forCdrom);
  if (found === undefined) {
    return [];
  }
  const message = `without a bus it becomes ${found.fault}: ${instanceRefused(vm)}`;
  const path = vm.path(`domain.devices.disks[${index}].${target}.bus`);
  const fix = found.bus === undefined ? undefined : busFix(vm, path, found.bus, judged);
  return [{ manifest: vm.manifest, stage: instanceStage(vm), path, value: disk[target]?.bus, message, remedy: found.remedy, fix }];
}

/** A drive for CDs is where the guest finds it by itself; another disk may be named by its bus in the guest. */
function busFix({ manifest }: VirtualMachineView, path: string, bus: string, { target }: JudgedDisk): Fix {
  const fix = settingIn(manifest, path, bus);
  return target === 'cdrom' ? certain(fix) : fix;
}

function faultOf({ disk, target = 'disk' }: JudgedDisk, bus: string, forCdrom: string): Fault | undefined {
  if (!BUSES.includes(bus)) {
    return { fault: 'this bus', remedy: didYouMean(bus, BUSES) };
  }
  if (target === 'cdrom' && bus === 'virtio') {
    return { fault: 'a CD-ROM on virtio', remedy: 'Set bus: sata, or scsi on arm64 and s390x.', bus: forCdrom };
  }
  if (target === 'disk' && bus === 'sata' && disk.disk?.readonly === true) {
    return { fault: 'a read-only disk on sata', remedy: 'Set bus: virtio.', bus: 'virtio' };
  }
  const dedicated = disk.dedicatedIOThread === true && bus !== 'virtio';
  const wanted = target === 'cdrom' ? undefined : 'virtio';
  return dedicated ? { fault: `a disk with its own I/O thread on ${bus}`, remedy: 'Set bus: virtio.', bus: wanted } : undefined;
}
