import { type AdmissionCheck, type CheckedSource, check } from './admission-check';

const WEBHOOKS = 'pkg/virt-api/webhooks';
const ADMITTERS = `${WEBHOOKS}/validating-webhook/admitters`;

function grace(name: string, refuses: string): AdmissionCheck {
  const state = 'the devices that the KubeVirt object permits, where it is not given';
  return { ...check(name, refuses, 'grace-gpu-unsupported', { since: '1.9' }), state };
}

const CLOSED = 'vm-field-value-unknown';
const DEDICATED = 'dedicated-cpus-inconsistent';
const PLACEMENT = 'cpu-placement-incomplete';
const AMOUNTS = 'resource-request-exceeds-limit';
const HUGEPAGES = 'hugepages-mismatch';
const KERNEL = 'kernel-boot-invalid';
const ACPI = 'acpi-table-invalid';
const LAUNCH = 'launch-security-invalid';
const ARM = 'feature-unsupported-on-arm64';
const GROWTH = 'memory-hotplug-unsupported';
const BOUNDS = 'field-out-of-bounds';
const VIDEO = 'video-unsupported';
const WATCHDOG = 'watchdog-architecture';
const HYPERV = 'hyperv-dependency-disabled';

/** What is refused of the processors, the memory, the firmware and the devices of a VM. */
export const COMPUTE: readonly CheckedSource[] = [
  {
    component: 'KubeVirt',
    file: `${ADMITTERS}/vmi-create-admitter.go`,
    checks: [
      check('Admit', 'a negative number of CPUs, threads or blocks, or a boot order: it cannot be decoded', BOUNDS),
      check('validateMemoryRequestsNegativeOrNull', 'a negative memory request', AMOUNTS),
      check('validateMemoryRequestsNegativeOrNull', 'a memory request below 1M', AMOUNTS),
      check('validateMemoryLimitsNegativeOrNull', 'a negative memory limit', AMOUNTS),
      check('validateMemoryLimitsNegativeOrNull', 'a memory request above the limit', AMOUNTS),
      check('validateCPURequestNotNegative', 'a negative CPU request', AMOUNTS),
      check('validateCPULimitNotNegative', 'a negative CPU limit', AMOUNTS),
      check('validateCpuRequestDoesNotExceedLimit', 'a CPU request above the limit', AMOUNTS),
      check('validateHugepagesMemoryRequests', 'a page size that is no quantity', HUGEPAGES),
      check('validateHugepagesMemoryRequests', 'memory that is less than a page', HUGEPAGES),
      check('validateHugepagesMemoryRequests', 'memory that is not a multiple of the page size', HUGEPAGES),
      check('validateGuestMemoryLimit', 'guest memory above the limit where changes wait for a restart', 'guest-memory-refused'),
      check('validateEmulatedMachine', 'a machine type that is not configured', 'machine-type-unsupported'),
      check('validateFirmwareACPI', 'ACPI without the volume of a table', ACPI),
      check('validateFirmwareACPI', 'a SLIC table from a volume that does not exist or is no secret', ACPI),
      check('validateFirmwareACPI', 'an MSDM table from a volume that does not exist or is no secret', ACPI, { since: '1.6' }),
      check('validateMemoryIsProvided', 'dedicated CPUs without memory', DEDICATED),
      check('validateCPURequestIsInteger', 'a fraction of a dedicated CPU as request', DEDICATED),
      check('validateCPULimitIsInteger', 'a fraction of a dedicated CPU as limit', DEDICATED),
      check('validateMemoryRequestsAndLimits', 'dedicated CPUs with a memory request that differs from the limit', DEDICATED),
      check('validateRequestLimitOrCoresProvidedOnDedicatedCPUPlacement', 'dedicated CPUs without a number of them', DEDICATED),
      check(
        'validateRequestEqualsLimitOnDedicatedCPUPlacement',
        'dedicated CPUs with a CPU request that differs from the limit',
        DEDICATED,
      ),
      check(
        'validateRequestOrLimitWithCoresProvidedOnDedicatedCPUPlacement',
        'dedicated CPUs in another number than that of the virtual ones',
        DEDICATED,
      ),
      check('validateThreadCountOnArchitecture', 'threads of dedicated cores on arm64', DEDICATED),
      check('validateThreadCountOnDedicatedCPUPlacement', 'more than two threads of a dedicated core', DEDICATED),
      check('validateNUMA', 'NUMA passthrough without dedicated CPUs', PLACEMENT),
      check('validateNUMA', 'NUMA passthrough without huge pages', PLACEMENT),
      check('validateCPUIsolatorThread', 'an isolated emulator thread without dedicated CPUs', PLACEMENT),
      check('validateCPURealtime', 'realtime without dedicated CPUs', PLACEMENT),
      check('validateMemoryRealtime', 'realtime without NUMA passthrough', PLACEMENT),
      check('validateCPUFeaturePolicies', 'a policy of a CPU feature that does not exist', CLOSED),
      check('validateCPUHotplug', 'more sockets than the most that there may be', 'hotplug-maximum-exceeded'),
      check('validateStartStrategy', 'a start strategy that does not exist', CLOSED),
      check('validateStartStrategy', 'a liveness probe of a VM that starts paused', 'liveness-with-paused-start'),
      check('validateInputDevices', 'an input device on another bus than USB and virtio', CLOSED),
      check('validateInputDevices', 'an input device that is no tablet', CLOSED),
      check('validateIOThreadsPolicy', 'a policy for I/O threads that does not exist', CLOSED),
      check('validateIOThreadsPolicy', 'a pool of I/O threads without threads', 'io-threads-pool-empty'),
      check('validateMDEVRamFB', 'two displays with a RAM frame buffer', 'boot-display-repeated'),
      check('validateSoundDevices', 'a model of sound device that does not exist', CLOSED),
      check('validateSoundDevices', 'a sound device without a name', 'sound-device-unnamed'),
      check('validateLaunchSecurity', 'launch security on another architecture than amd64 and s390x', LAUNCH, { since: '1.7' }),
      check('validateLaunchSecurity', 'SEV without EFI', LAUNCH, { until: '1.6' }),
      check('validateLaunchSecurity', 'SEV with Secure Boot', LAUNCH, { until: '1.6' }),
      check('validateLaunchSecurity', 'attestation of a VM that does not start paused', LAUNCH, { until: '1.6' }),
      check('validateLaunchSecurity', 'SEV with an interface to boot from', LAUNCH, { until: '1.6' }),
      check('validateBootloader', 'EFI beside BIOS', 'bootloader-not-unique'),
      check('validateDomainSpec', 'Secure Boot without SMM; from 1.9 on TDX may have it', 'secure-boot-without-smm'),
      check('validateKernelBoot', 'arguments for a kernel that is not booted', KERNEL),
      check('validateKernelBoot', 'a kernel without an image', KERNEL),
      check('validateKernelBoot', 'an image without the path of a kernel or an initial RAM disk', KERNEL),
      check('validateKernelBoot', 'the path of a kernel or an initial RAM disk that is not that of a file', KERNEL),
      check('validateVideoConfig', 'a video device of a VM without graphics', VIDEO, { since: '1.6' }),
      check('validatePanicDevices', 'a panic device on s390x', 'panic-device-architecture', { since: '1.6' }),
      check('validatePanicDeviceModel', 'a model of panic device that does not exist', CLOSED, { since: '1.6' }),
      check('ValidateVirtualMachineInstanceMandatoryFields', 'an instance without memory', 'memory-not-requested'),
      check('ValidateVirtualMachineInstancePerArch', 'an instance of an architecture that does not exist', 'architecture-unknown'),
    ],
  },
  {
    component: 'KubeVirt',
    file: `${ADMITTERS}/vms-admitter.go`,
    checks: [
      check('validateLiveUpdateCPU', 'more sockets than the most that there may be', 'hotplug-maximum-exceeded'),
      check('validateLiveUpdateFeatures', 'memory that can grow and cannot be plugged', GROWTH),
    ],
  },
  {
    component: 'KubeVirt',
    file: 'pkg/liveupdate/memory/memory.go',
    checks: [
      check('ValidateLiveUpdateMemory', 'memory that can grow beside realtime', GROWTH),
      check('ValidateLiveUpdateMemory', 'memory that can grow beside NUMA passthrough', GROWTH),
      check('ValidateLiveUpdateMemory', 'memory that can grow beside launch security', GROWTH),
      check('ValidateLiveUpdateMemory', 'memory that can grow from nothing', GROWTH),
      check('ValidateLiveUpdateMemory', 'more memory than the most that there may be', 'hotplug-maximum-exceeded'),
      check('ValidateLiveUpdateMemory', 'memory that can grow and is not a multiple of 2Mi, or of huge pages of 1Gi', GROWTH),
      check('ValidateLiveUpdateMemory', 'memory that can grow on another architecture than amd64', GROWTH),
      check('ValidateLiveUpdateMemory', 'memory that can grow from less than 1Gi', GROWTH),
    ],
  },
  {
    component: 'KubeVirt',
    file: `${WEBHOOKS}/amd64.go`,
    checks: [
      check('validateVideoTypeAmd64', 'a video type that amd64 does not have', VIDEO, { since: '1.6' }),
      check('validateWatchdogAmd64', 'another watchdog than i6300esb', WATCHDOG),
      check('ValidateLaunchSecurityAmd64', 'several kinds of launch security, or none', LAUNCH, { since: '1.7' }),
      check('ValidateLaunchSecurityAmd64', 'TDX with SMM', LAUNCH, { since: '1.7' }),
      check('ValidateLaunchSecurityAmd64', 'launch security without EFI', LAUNCH, { since: '1.7' }),
      check('ValidateLaunchSecurityAmd64', 'SEV or SEV-SNP with Secure Boot', LAUNCH, { since: '1.7' }),
      check('ValidateLaunchSecurityAmd64', 'SEV-SNP or TDX with EFI variables that are kept', LAUNCH, { since: '1.7' }),
      check('ValidateLaunchSecurityAmd64', 'attestation of a VM that does not start paused', LAUNCH, { since: '1.7' }),
      check('ValidateLaunchSecurityAmd64', 'launch security with an interface to boot from', LAUNCH, { since: '1.7' }),
    ],
  },
  {
    component: 'KubeVirt',
    file: `${WEBHOOKS}/arm64.go`,
    checks: [
      check('validateVideoTypeArm64', 'a video type that arm64 does not have', VIDEO, { since: '1.6' }),
      check('validateBootOptions', 'BIOS on arm64', ARM),
      check('validateBootOptions', 'Secure Boot on arm64', ARM, { until: '1.7' }),
      check('validateCPUModel', 'another CPU model than host-passthrough; in 1.5 only host-model', ARM),
      check('validateDiskBus', 'a disk on another bus than virtio and SCSI', ARM),
      check('validateWatchdog', 'a watchdog on arm64', WATCHDOG),
      check('validateSoundDevice', 'a sound device on arm64', ARM),
    ],
  },
  {
    component: 'KubeVirt',
    file: `${WEBHOOKS}/s390x.go`,
    checks: [
      check('validateVideoTypeS390x', 'a video type that s390x does not have', VIDEO, { since: '1.6' }),
      check('validateWatchdogS390x', 'another watchdog than diag288', WATCHDOG),
    ],
  },
  {
    component: 'KubeVirt',
    file: `${WEBHOOKS}/hyperv.go`,
    checks: [
      check('ValidateVirtualMachineInstanceHypervFeatureDependencies', 'a Hyper-V feature whose need is switched off', HYPERV),
      check('ValidateVirtualMachineInstanceHypervFeatureDependencies', 'evmcs beside vmx with another policy than require', HYPERV),
      check('ValidateVirtualMachineInstanceHypervMode', 'Hyper-V features beside those of the host', 'hyperv-with-passthrough'),
    ],
  },
  {
    component: 'KubeVirt',
    file: `${ADMITTERS}/grace_io_virtualization.go`,
    checks: [
      grace('validateGraceIOVirtualization', 'a selector of NVIDIA devices that does not tell whether they are Grace GPUs'),
      grace('validateGraceIOVirtualization', 'a Grace GPU on another architecture than arm64'),
      grace('validateGraceIOVirtualization', 'a Grace GPU in another machine than virt'),
      grace('validateGraceIOVirtualization', 'a Grace GPU without dedicated CPUs'),
      grace('validateGraceIOVirtualizationAnnotations', 'a Grace GPU with PCI devices on the root complex'),
      grace('validateGraceIOVirtualizationAnnotations', 'a Grace GPU without a PCI window above 4Gi'),
    ],
  },
];
