import type { ApiObjectMetadata, Size } from 'cdk8s';
import type { HugepageSize } from '../compute/compute';
import type { CpuModel, Numa, Realtime } from '../compute/cpu';
import type { Gpu, HostDevice } from '../compute/host-device';
import type { IoThreadsPolicy } from '../compute/io-threads-policy';

/** Virtual CPUs of an instance type. */
export interface InstancetypeCpu {
  /**
   * Number of virtual CPUs, at least 1. The preference of a VM decides whether they are sockets, cores or threads.
   *
   * Sets `spec.cpu.guest`.
   */
  readonly guest: number;

  /**
   * The most sockets that a VM can grow to while it runs.
   *
   * Sets `spec.cpu.maxSockets`.
   *
   * @default - the cluster's
   */
  readonly maxSockets?: number;

  /**
   * CPU model that the guest sees.
   *
   * Sets `spec.cpu.model`.
   *
   * @default - left to the VM
   */
  readonly model?: CpuModel;

  /**
   * Whether each virtual CPU has a CPU of the host to itself.
   *
   * Sets `spec.cpu.dedicatedCPUPlacement`.
   *
   * @default - left to the VM
   */
  readonly dedicatedCpuPlacement?: boolean;

  /**
   * Whether the emulator gets a CPU of its own.
   *
   * Sets `spec.cpu.isolateEmulatorThread`.
   *
   * @default - left to the VM
   */
  readonly isolateEmulatorThread?: boolean;

  /**
   * How memory cells are handed to the guest.
   *
   * Sets `spec.cpu.numa`.
   *
   * @default - left to the VM
   */
  readonly numa?: Numa;

  /**
   * Real-time scheduling of the virtual CPUs.
   *
   * Sets `spec.cpu.realtime`.
   *
   * @default - left to the VM
   */
  readonly realtime?: Realtime;
}

/** Memory of an instance type. */
export interface InstancetypeMemory {
  /**
   * Memory that the guest sees. Whole mebibytes.
   *
   * Sets `spec.memory.guest`.
   */
  readonly guest: Size;

  /**
   * Memory that the guest can grow to while it runs. Whole mebibytes.
   *
   * Sets `spec.memory.maxGuest`.
   *
   * @default - memory cannot be added while the VM runs
   */
  readonly maxGuest?: Size;

  /**
   * Huge pages that the memory is made of.
   *
   * Sets `spec.memory.hugepages.pageSize`.
   *
   * @default - left to the VM
   */
  readonly hugepages?: HugepageSize;

  /**
   * How much less memory than the guest sees the pod asks for, in percent, 0 to 100. More VMs fit on a node, and the
   * kernel kills one when the memory runs out.
   *
   * Sets `spec.memory.overcommitPercent`.
   *
   * @default 0
   */
  readonly overcommitPercent?: number;
}

/** Options of an instance type. */
export interface InstancetypeProps {
  /**
   * Metadata of the object.
   *
   * @default - a name made from the construct path
   */
  readonly metadata?: ApiObjectMetadata;

  /** Virtual CPUs. */
  readonly cpu: InstancetypeCpu;

  /** Memory. */
  readonly memory: InstancetypeMemory;

  /**
   * The threads that disks do their work in. The number of a pool is a field of KubeVirt 1.6 and later.
   *
   * Sets `spec.ioThreadsPolicy` and `spec.ioThreads`.
   *
   * @default - left to the VM
   */
  readonly ioThreadsPolicy?: IoThreadsPolicy;

  /**
   * GPUs of the host. VMs with one cannot be live-migrated.
   *
   * Sets `spec.gpus`.
   *
   * @default - left to the VM
   */
  readonly gpus?: Gpu[];

  /**
   * Other devices of the host. VMs with one cannot be live-migrated.
   *
   * Sets `spec.hostDevices`.
   *
   * @default - left to the VM
   */
  readonly hostDevices?: HostDevice[];

  /**
   * Labels that a node has to have.
   *
   * Sets `spec.nodeSelector`.
   *
   * @default - left to the VM
   */
  readonly nodeSelector?: { readonly [key: string]: string };

  /**
   * Scheduler that places VMs.
   *
   * Sets `spec.schedulerName`.
   *
   * @default - left to the VM
   */
  readonly schedulerName?: string;
}
