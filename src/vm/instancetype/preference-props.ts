import type { ApiObjectMetadata, Duration, Size } from 'cdk8s';
import type { Architecture } from '../../cluster';
import type { Clock } from '../compute/clock';
import type { CpuFeature } from '../compute/cpu';
import type { InputBus } from '../compute/device-options';
import type { Firmware, Tpm } from '../compute/firmware';
import type { HypervFeatures } from '../compute/hyperv-features';
import type { PanicDeviceModel } from '../compute/panic-device';
import type { NetworkInterfaceModel } from '../network/interface-options';
import type { DiskBus } from '../storage/disk-modes';

/** What the virtual CPUs of an instance type are to the guest. */
export enum CpuTopology {
  /** Sockets: what can be added while the VM runs. */
  SOCKETS = 'sockets',
  /** Cores: for guests that are licensed by sockets. */
  CORES = 'cores',
  /** Threads of one core. */
  THREADS = 'threads',
  /** Sockets of two cores. */
  SPREAD = 'spread',
  /** Left to KubeVirt. */
  ANY = 'any',
}

/** What a guest needs at least: a VM that has less is refused. */
export interface PreferenceRequirements {
  /**
   * Virtual CPUs, at least 1.
   *
   * Sets `spec.requirements.cpu.guest`.
   *
   * @default - nothing is required
   */
  readonly cpu?: number;

  /**
   * Memory. Whole mebibytes.
   *
   * Sets `spec.requirements.memory.guest`.
   *
   * @default - nothing is required
   */
  readonly memory?: Size;

  /**
   * Architecture. KubeVirt 1.6 and later.
   *
   * Sets `spec.requirements.architecture`.
   *
   * @default - nothing is required
   */
  readonly architecture?: Architecture;
}

/** Options of a preference. */
export interface PreferenceProps {
  /**
   * Metadata of the object.
   *
   * @default - a name made from the construct path
   */
  readonly metadata?: ApiObjectMetadata;

  /**
   * What VMs boot with. EFI with Secure Boot brings System Management Mode with it.
   *
   * Sets `spec.firmware.preferredEfi` or `preferredUseBios`, and `spec.features.preferredSmm`.
   *
   * @default - no preference
   */
  readonly firmware?: Firmware;

  /**
   * Trusted Platform Module.
   *
   * Sets `spec.devices.preferredTPM`.
   *
   * @default - no preference
   */
  readonly tpm?: Tpm;

  /**
   * The hardware clock.
   *
   * Sets `spec.clock`.
   *
   * @default - no preference
   */
  readonly clock?: Clock;

  /**
   * What a Windows guest learns about its hypervisor; a choice of enlightenments, since a preference has no passthrough.
   *
   * Sets `spec.features.preferredHyperv`.
   *
   * @default - no preference
   */
  readonly hyperv?: HypervFeatures;

  /**
   * What the virtual CPUs of an instance type are to the guest.
   *
   * Sets `spec.cpu.preferredCPUTopology`.
   *
   * @default CpuTopology.SOCKETS
   */
  readonly cpuTopology?: CpuTopology;

  /**
   * Features of the processor.
   *
   * Sets `spec.cpu.preferredCPUFeatures`.
   *
   * @default - no preference
   */
  readonly cpuFeatures?: CpuFeature[];

  /**
   * How disks are attached.
   *
   * Sets `spec.devices.preferredDiskBus`.
   *
   * @default - no preference
   */
  readonly diskBus?: DiskBus;

  /**
   * How CD-ROMs are attached.
   *
   * Sets `spec.devices.preferredCdromBus`.
   *
   * @default - no preference
   */
  readonly cdromBus?: DiskBus;

  /**
   * Model of network interfaces.
   *
   * Sets `spec.devices.preferredInterfaceModel`.
   *
   * @default - no preference
   */
  readonly interfaceModel?: NetworkInterfaceModel;

  /**
   * Whether network interfaces have a queue for each CPU.
   *
   * Sets `spec.devices.preferredNetworkInterfaceMultiQueue`.
   *
   * @default - no preference
   */
  readonly networkInterfaceMultiqueue?: boolean;

  /**
   * Whether disks have a queue for each CPU.
   *
   * Sets `spec.devices.preferredBlockMultiQueue`.
   *
   * @default - no preference
   */
  readonly blockMultiQueue?: boolean;

  /**
   * Whether guests get a random number generator.
   *
   * Sets `spec.devices.preferredRng`.
   *
   * @default - no preference
   */
  readonly rng?: boolean;

  /**
   * Bus of a tablet that VMs get.
   *
   * Sets `spec.devices.preferredAutoattachInputDevice`, `preferredInputType` and `preferredInputBus`.
   *
   * @default - no preference
   */
  readonly tablet?: InputBus;

  /**
   * Model of the panic devices of VMs that have some without a model. KubeVirt 1.6 and later.
   *
   * Sets `spec.devices.preferredPanicDeviceModel`.
   *
   * @default - no preference
   */
  readonly panicDeviceModel?: PanicDeviceModel;

  /**
   * Machine that is emulated.
   *
   * Sets `spec.machine.preferredMachineType`.
   *
   * @default - no preference
   */
  readonly machineType?: string;

  /**
   * How long guests may take to shut down. Whole seconds.
   *
   * Sets `spec.preferredTerminationGracePeriodSeconds`.
   *
   * @default - no preference
   */
  readonly terminationGracePeriod?: Duration;

  /**
   * StorageClass of volumes that do not say otherwise.
   *
   * Sets `spec.volumes.preferredStorageClassName`.
   *
   * @default - no preference
   */
  readonly storageClassName?: string;

  /**
   * What guests need at least.
   *
   * Sets `spec.requirements`.
   *
   * @default - nothing
   */
  readonly requirements?: PreferenceRequirements;
}
