import type { ClusterProfile } from '../cluster';
import { DISK_TARGETS } from '../facts';
import { isObject, type VirtualMachineView } from '../graph';
import { defaultBus } from './defaults';

type DiskTarget = (typeof DISK_TARGETS)[number];

/** A disk as KubeVirt judges it. */
export interface JudgedDisk {
  readonly disk: Record<string, any>;
  /** Its position in `domain.devices.disks`. */
  readonly index: number;
  /** The target that it names; undefined: none, which makes it a `disk` when the instance is created. */
  readonly target: DiskTarget | undefined;
  /** The bus that it names; undefined: none. */
  readonly bus: string | undefined;
}

/** The disks of a VM, each with the target and the bus that it names. */
export function judgedDisks(vm: VirtualMachineView): JudgedDisk[] {
  return vm.disks.map((disk, index) => {
    const target = DISK_TARGETS.find((candidate) => isObject(disk[candidate]));
    return { disk, index, target, bus: target && (disk[target].bus || undefined) };
  });
}

/** The bus of the disks of a VM that name none, once its instance is created; undefined when a preference may choose it. */
export function implicitBus({ vmSpec, architecture }: VirtualMachineView, cluster: ClusterProfile): string | undefined {
  if (vmSpec?.preference !== undefined) {
    return undefined;
  }
  return defaultBus(architecture ?? cluster.architecture);
}
