const KIB = 1024;
const MIB = KIB * KIB;

/**
 * The memory in bytes that KubeVirt adds to that of the guest for what runs beside it in the pod.
 *
 * @see https://github.com/kubevirt/kubevirt/blob/v1.9.0/pkg/hypervisor/kvm/hypervisorbackend.go
 */
export const LauncherOverhead = {
  /** The monitor of the launcher, the launcher, virtlogd, virtqemud and QEMU. */
  PROCESSES: (25 + 100 + 25 + 40 + 30) * MIB,
  /** Each virtual CPU. */
  CPU: 8 * MIB,
  /** The IO thread, however many there are. */
  IO_THREAD: 8 * MIB,
  /** The video memory. */
  GRAPHICS: 32 * MIB,
  /** The flash memory of the firmware of 64-bit Arm. */
  ARM64_FIRMWARE: 128 * MIB,
  /** Devices of the host, once for all of them. */
  HOST_DEVICES: 1024 * MIB,
  /** A volume of downward metrics. */
  DOWNWARD_METRICS: MIB,
  /** Each probe that runs a command, and the program that does it, once. */
  EXEC_PROBE: 10 * MIB,
  EXEC_PROBER: 100 * MIB,
  /** Memory that is encrypted by AMD SEV, SEV-ES or SEV-SNP. */
  SEV: 256 * MIB,
  /** A TPM, persistent or not. */
  TPM: 53 * MIB,
  /** CPUs of its own, or the quality of service Guaranteed. */
  GUARANTEED: 100 * MIB,
} as const;

/** Bytes of memory for which the table of pages takes one. */
export const BYTES_PER_PAGE_TABLE_BYTE = 512;

/**
 * The memory in bytes that the binding passt takes, where KubeVirt runs it itself.
 *
 * @see https://github.com/kubevirt/kubevirt/blob/v1.9.0/pkg/network/resources/memory.go
 */
export const PASST_OVERHEAD = 250 * MIB;

/** The bytes of ephemeral storage that a container takes in which KubeVirt writes. */
export const EPHEMERAL_STORAGE_OVERHEAD = 50_000_000;

/**
 * The patch releases of KubeVirt 1.6 whose webhook writes the memory of the guest into the requests of an instance, as those of 1.5
 * do: only then KubeVirt adds the table of pages where nothing is requested.
 *
 * Source: `setDefaultResourceRequests` in pkg/defaults/defaults.go at the tags of 1.6.
 */
export const PATCHES_REQUESTING_GUEST_MEMORY: readonly string[] = ['1.6.0', '1.6.1', '1.6.3'];

/** How many virtual CPUs share one that is requested, unless the KubeVirt object says otherwise. */
export const DEFAULT_CPU_ALLOCATION_RATIO = 10;

/** The CPU request of the KubeVirt object that counts as none. */
export const DEFAULT_CPU_REQUEST = '100m';

/** Annotation of an instance that isolates its emulator: as many CPUs are requested for it as make the number of CPUs even. */
export const EVEN_CPUS_ANNOTATION = 'alpha.kubevirt.io/EmulatorThreadCompleteToEvenParity';

/** What KubeVirt's devices are called among the resources of a node. */
export const KUBEVIRT_DEVICES = 'devices.kubevirt.io';
