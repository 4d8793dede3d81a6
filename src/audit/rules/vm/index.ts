import type { Rule } from '../../rule';
import { accessCredentialInvalid } from './access-credential-invalid';
import { acpiIndexInvalid } from './acpi-index-invalid';
import { affinityInvalid } from './affinity-invalid';
import { blockSizeInvalid } from './block-size-invalid';
import { bootOrderInvalid } from './boot-order-invalid';
import { bootloaderNotUnique } from './bootloader-not-unique';
import { claimSharedByMachines } from './claim-shared-by-machines';
import { cloudInitBase64Invalid } from './cloud-init-base64-invalid';
import { cloudInitEmpty } from './cloud-init-empty';
import { cloudInitSecretKeyMissing } from './cloud-init-secret-key-missing';
import { cloudInitSourceNotUnique } from './cloud-init-source-not-unique';
import { cloudInitTooLong } from './cloud-init-too-long';
import { configDriveNetworkUnreadable } from './config-drive-network-unreadable';
import { containerDiskNotPinned } from './container-disk-not-pinned';
import { containerDiskPathInvalid } from './container-disk-path-invalid';
import { cpuPlacementIncomplete } from './cpu-placement-incomplete';
import { dataVolumeAccessModesInvalid } from './data-volume-access-modes-invalid';
import { dataVolumeContentTypeUnsupported } from './data-volume-content-type-unsupported';
import { dataVolumeNameDuplicate } from './data-volume-name-duplicate';
import { dataVolumeSizeMissing } from './data-volume-size-missing';
import { dataVolumeSourceNotExactlyOne } from './data-volume-source-not-exactly-one';
import { dataVolumeStorageNotExactlyOne } from './data-volume-storage-not-exactly-one';
import { dataVolumeTemplateNamespace } from './data-volume-template-namespace';
import { dataVolumeTemplateUnnamed } from './data-volume-template-unnamed';
import { dataVolumeTemplateUnused } from './data-volume-template-unused';
import { dedicatedCpusInconsistent } from './dedicated-cpus-inconsistent';
import { defaultNetworkNotUnique } from './default-network-not-unique';
import { dhcpOptionsInvalid } from './dhcp-options-invalid';
import { diskBusUnsupported } from './disk-bus-unsupported';
import { diskErrorsIgnored } from './disk-errors-ignored';
import { diskNameDuplicate } from './disk-name-duplicate';
import { diskTargetNotUnique } from './disk-target-not-unique';
import { diskWithoutVolume } from './disk-without-volume';
import { disruptionBudgetBlocksDrain } from './disruption-budget-blocks-drain';
import { disruptionBudgetNotAbsolute } from './disruption-budget-not-absolute';
import { disruptionBudgetOverlap } from './disruption-budget-overlap';
import { dnsConfigInvalid } from './dns-config-invalid';
import { featureGateMissing } from './feature-gate-missing';
import { featureUnsupportedOnArm64 } from './feature-unsupported-on-arm64';
import { gracePeriodZero } from './grace-period-zero';
import { guestAgentMissing } from './guest-agent-missing';
import { guestMemoryExceedsLimit } from './guest-memory-exceeds-limit';
import { haEvictionStrategy } from './ha-eviction-strategy';
import { haFailoverDelayed } from './ha-failover-delayed';
import { haGracePeriodZero } from './ha-grace-period-zero';
import { haGuestHangUndetected } from './ha-guest-hang-undetected';
import { haNotRestarted } from './ha-not-restarted';
import { haRerunOnFailure } from './ha-rerun-on-failure';
import { haSpreadRequired } from './ha-spread-required';
import { haStartsPaused } from './ha-starts-paused';
import { haTpmVolatile } from './ha-tpm-volatile';
import { hostDiskCapacityUnused } from './host-disk-capacity-unused';
import { hotplugMaximumExceeded } from './hotplug-maximum-exceeded';
import { hugepagesMismatch } from './hugepages-mismatch';
import { hypervDependencyDisabled } from './hyperv-dependency-disabled';
import { hypervWithPassthrough } from './hyperv-with-passthrough';
import { inferredVolumeUnusable } from './inferred-volume-unusable';
import { instancetypeConflict } from './instancetype-conflict';
import { instancetypeMatcherInvalid } from './instancetype-matcher-invalid';
import { interfaceBindingDiscontinued } from './interface-binding-discontinued';
import { interfaceBindingNotExactlyOne } from './interface-binding-not-exactly-one';
import { interfacePortInvalid } from './interface-port-invalid';
import { interfacePortRangesInvalid } from './interface-port-ranges-invalid';
import { interfaceStateUnsupported } from './interface-state-unsupported';
import { interfaceWithoutNetwork } from './interface-without-network';
import { ioThreadsPoolEmpty } from './io-threads-pool-empty';
import { launchSecurityInvalid } from './launch-security-invalid';
import { liveMigrateBlocked } from './live-migrate-blocked';
import { livenessKillsBoot } from './liveness-kills-boot';
import { livenessNotRestarted } from './liveness-not-restarted';
import { livenessSuccessThreshold } from './liveness-success-threshold';
import { livenessWithPausedStart } from './liveness-with-paused-start';
import { lunVolumeUnsupported } from './lun-volume-unsupported';
import { macAddressDuplicate } from './mac-address-duplicate';
import { macAddressInvalid } from './mac-address-invalid';
import { machineTypeUnsupported } from './machine-type-unsupported';
import { masqueradeWithoutPodNetwork } from './masquerade-without-pod-network';
import { memoryHotplugUnsupported } from './memory-hotplug-unsupported';
import { memoryNotRequested } from './memory-not-requested';
import { migrationTargetMissing } from './migration-target-missing';
import { nativeIoCached } from './native-io-cached';
import { networkNameDuplicate } from './network-name-duplicate';
import { networkSourceNotExactlyOne } from './network-source-not-exactly-one';
import { networkWithoutInterface } from './network-without-interface';
import { panicDeviceArchitecture } from './panic-device-architecture';
import { pciAddressInvalid } from './pci-address-invalid';
import { poolHostnameShared } from './pool-hostname-shared';
import { poolSelectorMismatch } from './pool-selector-mismatch';
import { poolUpdatedAtOnce } from './pool-updated-at-once';
import { preferenceRequirementsUnmet } from './preference-requirements-unmet';
import { probeHandlerNotExactlyOne } from './probe-handler-not-exactly-one';
import { probeInitialDelayNegative } from './probe-initial-delay-negative';
import { probeNumberReplaced } from './probe-number-replaced';
import { probePortInvalid } from './probe-port-invalid';
import { probePortNotForwarded } from './probe-port-not-forwarded';
import { probeWithoutPodNetwork } from './probe-without-pod-network';
import { rebootNotRestarted } from './reboot-not-restarted';
import { referenceNameMissing } from './reference-name-missing';
import { registrySourceInvalid } from './registry-source-invalid';
import { reservedLabel } from './reserved-label';
import { resourceRequestExceedsLimit } from './resource-request-exceeds-limit';
import { runStrategyNotExactlyOne } from './run-strategy-not-exactly-one';
import { secureBootWithoutSmm } from './secure-boot-without-smm';
import { serialInvalid } from './serial-invalid';
import { serialWithoutEffect } from './serial-without-effect';
import { shareableDiskCached } from './shareable-disk-cached';
import { subdomainServiceUnsuitable } from './subdomain-service-unsuitable';
import { topologySpreadInvalid } from './topology-spread-invalid';
import { videoUnsupported } from './video-unsupported';
import { vmFieldValueUnknown } from './vm-field-value-unknown';
import { vmNameInvalid } from './vm-name-invalid';
import { volumeSourceNotExactlyOne } from './volume-source-not-exactly-one';
import { volumeSourceNotUnique } from './volume-source-not-unique';
import { watchdogActionShutdown } from './watchdog-action-shutdown';
import { watchdogArchitecture } from './watchdog-architecture';
import { watchdogNotArmed } from './watchdog-not-armed';
import { watchdogNotRestarted } from './watchdog-not-restarted';

/** The rules about virtual machines, in the order in which findings are reported. */
export const VM_RULES: readonly Rule[] = [
  runStrategyNotExactlyOne,
  vmFieldValueUnknown,
  featureGateMissing,
  liveMigrateBlocked,
  probeHandlerNotExactlyOne,
  probeWithoutPodNetwork,
  probePortInvalid,
  probePortNotForwarded,
  livenessSuccessThreshold,
  probeNumberReplaced,
  probeInitialDelayNegative,
  livenessWithPausedStart,
  livenessKillsBoot,
  livenessNotRestarted,
  rebootNotRestarted,
  networkWithoutInterface,
  interfaceWithoutNetwork,
  networkNameDuplicate,
  defaultNetworkNotUnique,
  dhcpOptionsInvalid,
  networkSourceNotExactlyOne,
  masqueradeWithoutPodNetwork,
  interfaceBindingNotExactlyOne,
  interfaceBindingDiscontinued,
  macAddressInvalid,
  macAddressDuplicate,
  interfacePortInvalid,
  interfacePortRangesInvalid,
  interfaceStateUnsupported,
  diskWithoutVolume,
  diskNameDuplicate,
  diskTargetNotUnique,
  diskBusUnsupported,
  bootOrderInvalid,
  lunVolumeUnsupported,
  serialInvalid,
  serialWithoutEffect,
  shareableDiskCached,
  nativeIoCached,
  diskErrorsIgnored,
  blockSizeInvalid,
  pciAddressInvalid,
  volumeSourceNotExactlyOne,
  volumeSourceNotUnique,
  referenceNameMissing,
  containerDiskPathInvalid,
  containerDiskNotPinned,
  hostDiskCapacityUnused,
  dataVolumeTemplateUnnamed,
  dataVolumeTemplateUnused,
  dataVolumeTemplateNamespace,
  dataVolumeNameDuplicate,
  dataVolumeStorageNotExactlyOne,
  dataVolumeSourceNotExactlyOne,
  dataVolumeAccessModesInvalid,
  dataVolumeSizeMissing,
  dataVolumeContentTypeUnsupported,
  registrySourceInvalid,
  cloudInitSourceNotUnique,
  cloudInitEmpty,
  cloudInitTooLong,
  configDriveNetworkUnreadable,
  cloudInitBase64Invalid,
  cloudInitSecretKeyMissing,
  watchdogArchitecture,
  watchdogActionShutdown,
  watchdogNotRestarted,
  watchdogNotArmed,
  haGuestHangUndetected,
  haGracePeriodZero,
  haTpmVolatile,
  haStartsPaused,
  gracePeriodZero,
  guestAgentMissing,
  haNotRestarted,
  haRerunOnFailure,
  haEvictionStrategy,
  haFailoverDelayed,
  haSpreadRequired,
  reservedLabel,
  vmNameInvalid,
  topologySpreadInvalid,
  affinityInvalid,
  dnsConfigInvalid,
  secureBootWithoutSmm,
  launchSecurityInvalid,
  bootloaderNotUnique,
  cpuPlacementIncomplete,
  dedicatedCpusInconsistent,
  memoryNotRequested,
  resourceRequestExceedsLimit,
  guestMemoryExceedsLimit,
  hugepagesMismatch,
  hotplugMaximumExceeded,
  memoryHotplugUnsupported,
  ioThreadsPoolEmpty,
  instancetypeConflict,
  instancetypeMatcherInvalid,
  preferenceRequirementsUnmet,
  inferredVolumeUnusable,
  machineTypeUnsupported,
  featureUnsupportedOnArm64,
  videoUnsupported,
  panicDeviceArchitecture,
  poolHostnameShared,
  subdomainServiceUnsuitable,
  disruptionBudgetNotAbsolute,
  disruptionBudgetBlocksDrain,
  disruptionBudgetOverlap,
  migrationTargetMissing,
  hypervWithPassthrough,
  hypervDependencyDisabled,
  claimSharedByMachines,
  poolUpdatedAtOnce,
  poolSelectorMismatch,
  accessCredentialInvalid,
  acpiIndexInvalid,
];
