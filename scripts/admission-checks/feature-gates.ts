import type { AdmissionCheck, CheckedSource } from './admission-check';

const ADMITTERS = 'pkg/virt-api/webhooks/validating-webhook/admitters';
const RULES = ['feature-gate-missing'];

function gate(name: string, refuses: string, releases: Pick<AdmissionCheck, 'since' | 'until'> = {}): AdmissionCheck {
  return { function: name, refuses, ...releases, rules: RULES };
}

/** What is refused because a feature gate is off. */
export const FEATURE_GATES: readonly CheckedSource[] = [
  {
    component: 'KubeVirt',
    file: `${ADMITTERS}/vmi-create-admitter.go`,
    checks: [
      gate('ValidateVirtualMachineInstanceMetadata', 'an annotation with Ignition data without ExperimentalIgnitionSupport'),
      gate('ValidateVirtualMachineInstanceMetadata', 'an annotation with hook sidecars without Sidecar'),
      gate('validateFilesystemsWithVirtIOFSEnabled', 'a file system of a claim without EnableVirtioFsStorageVolumes'),
      gate('validateFilesystemsWithVirtIOFSEnabled', 'a file system of configuration without EnableVirtioFsConfigVolumes', {
        until: '1.7',
      }),
      gate('validateDownwardMetrics', 'a device for metrics of the host without DownwardMetrics'),
      gate('validateVolumes', 'a volume with metrics of the host without DownwardMetrics'),
      gate('validateVolumes', 'a disk of the host without HostDisk'),
      gate('validateHostDevicesWithPassthroughEnabled', 'a list of host devices without HostDevices'),
      gate('validateBootOrder', 'an empty CD-ROM drive without DeclarativeHotplugVolumes', { since: '1.6' }),
      gate('validateLaunchSecurity', 'SEV without WorkloadEncryptionSEV', { until: '1.6' }),
      gate('validateLaunchSecurity', 'Secure Execution without SecureExecution', { since: '1.6', until: '1.6' }),
      gate('validateArchitecture', 'another architecture than that of the control plane without MultiArchitecture', { until: '1.7' }),
      gate('validateVSOCK', 'a VSOCK device without VSOCK'),
      gate('validatePersistentReservation', 'a persistent reservation without PersistentReservation, or its setting in 1.9'),
      gate('validatePersistentState', 'a TPM or EFI with persistent state without VMPersistentState', { until: '1.5' }),
      gate('validateVideoConfig', 'a video device without VideoConfig', { since: '1.6', until: '1.8' }),
      gate('validatePanicDevices', 'panic devices without PanicDevices', { since: '1.6', until: '1.8' }),
      gate('validateRebootPolicy', 'a reboot policy without RebootPolicy', { since: '1.8' }),
      gate('validateReservedOverheadMemlock', 'reserved overhead without ReservedOverheadMemlock', { since: '1.8' }),
    ],
  },
  {
    component: 'KubeVirt',
    file: `${ADMITTERS}/vms-admitter.go`,
    checks: [gate('validateRunStrategy', 'the run strategy WaitAsReceiver without DecentralizedLiveMigration', { since: '1.6' })],
  },
  {
    component: 'KubeVirt',
    file: 'pkg/virt-api/webhooks/amd64.go',
    checks: [
      gate('ValidateLaunchSecurityAmd64', 'SEV and SEV-SNP without WorkloadEncryptionSEV', { since: '1.7' }),
      gate('ValidateLaunchSecurityAmd64', 'TDX without WorkloadEncryptionTDX', { since: '1.7' }),
    ],
  },
  {
    component: 'KubeVirt',
    file: 'pkg/virt-api/webhooks/s390x.go',
    checks: [gate('ValidateLaunchSecurityS390x', 'Secure Execution without SecureExecution', { since: '1.7', until: '1.8' })],
  },
  {
    component: 'KubeVirt',
    file: `${ADMITTERS}/grace_io_virtualization.go`,
    checks: [
      {
        function: 'validateGraceIOVirtualization',
        refuses: 'an NVIDIA Grace GPU without GraceIOVirtualization and the gates that it needs',
        since: '1.9',
        rules: ['grace-gpu-unsupported'],
        state: 'the devices that the KubeVirt object permits, where it is not given',
      },
    ],
  },
  {
    component: 'KubeVirt',
    file: 'pkg/dra/admitter/dra_admitter.go',
    checks: [
      gate('validateDRAGPUs', 'a GPU of a resource claim without GPUsWithDRA', { since: '1.6' }),
      gate('validateDRAHostDevices', 'a host device of a resource claim without HostDevicesWithDRA', { since: '1.8' }),
    ],
  },
  {
    component: 'KubeVirt',
    file: 'pkg/network/admitter/dra.go',
    checks: [gate('validateNetworkDevicesWithDRA', 'a network of a resource claim without NetworkDevicesWithDRA', { since: '1.9' })],
  },
  {
    component: 'KubeVirt',
    file: 'pkg/network/admitter/passt.go',
    checks: [gate('validatePasstBinding', 'a passt binding without PasstBinding', { since: '1.8' })],
  },
  {
    component: 'KubeVirt',
    file: 'pkg/network/admitter/netiface.go',
    checks: [gate('validatePortRangesConfiguration', 'port ranges without PortRangesSpec', { since: '1.9' })],
  },
  {
    component: 'KubeVirt',
    file: `${ADMITTERS}/migration-create-admitter.go`,
    checks: [gate('Admit', 'a migration to or from elsewhere without DecentralizedLiveMigration', { since: '1.6' })],
  },
  {
    component: 'KubeVirt',
    file: `${ADMITTERS}/migrationpolicy-admitter.go`,
    checks: [
      gate('Admit', 'a downtime limit without MigrationStallDetection', { since: '1.9' }),
      gate('Admit', 'a stall detector without MigrationStallDetection', { since: '1.9' }),
    ],
  },
  {
    component: 'KubeVirt',
    file: `${ADMITTERS}/vmclone-admitter.go`,
    checks: [gate('Admit', 'a clone without Snapshot')],
  },
  {
    component: 'KubeVirt',
    file: `${ADMITTERS}/plugin-admitter.go`,
    checks: [gate('Admit', 'a plugin without Plugins', { since: '1.9' })],
  },
  {
    component: 'KubeVirt',
    file: 'pkg/storage/admitters/vmsnapshot.go',
    checks: [gate('Admit', 'a snapshot without Snapshot')],
  },
  {
    component: 'KubeVirt',
    file: 'pkg/storage/admitters/vmrestore.go',
    checks: [gate('Admit', 'a restore without Snapshot')],
  },
  {
    component: 'KubeVirt',
    file: 'pkg/storage/admitters/vmexport.go',
    checks: [
      gate('Admit', 'an export without VMExport', { until: '1.8' }),
      gate('Admit', 'an export of a template without OCIExport and Template', { since: '1.9' }),
    ],
  },
  {
    component: 'KubeVirt',
    file: 'pkg/storage/admitters/backup.go',
    checks: [
      gate('VMBackupAdmitter.Admit', 'a backup without IncrementalBackup', { since: '1.8' }),
      gate('VMBackupTrackerAdmitter.Admit', 'the tracker of backups without IncrementalBackup', { since: '1.8' }),
    ],
  },
  {
    component: 'KubeVirt',
    file: 'pkg/storage/admitters/storagehotplug.go',
    checks: [
      {
        function: 'validateUtilityVolumes',
        refuses: 'utility volumes that are plugged in without UtilityVolumes',
        since: '1.8',
        state: 'the instance before the update',
      },
    ],
  },
  {
    component: 'KubeVirt',
    file: 'pkg/virt-config/featuregate/validator.go',
    checks: [
      {
        function: 'ValidateFeatureGates',
        refuses: 'the bindings macvtap and passt, whose gates are discontinued, where these are still listed',
        state: 'whether the gates are listed; without them the bindings are refused as well',
      },
    ],
  },
  {
    component: 'KubeVirt',
    file: 'pkg/virt-controller/watch/vmi/lifecycle.go',
    checks: [gate('sync', 'to make a pod for a file system of a container path without ContainerPathVolumes', { since: '1.8' })],
  },
  {
    component: 'KubeVirt',
    file: 'pkg/virt-operator/webhooks/kubevirt-update-admitter.go',
    checks: [
      {
        function: 'validateFeatureGates',
        refuses: 'a gate that is listed among those that are on and those that are off',
        since: '1.8',
        state: 'the KubeVirt object before the update',
      },
    ],
  },
];
