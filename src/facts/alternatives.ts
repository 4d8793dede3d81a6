/** How a disk is shown to the guest; without any of them it is a `disk`. */
export const DISK_TARGETS = ['disk', 'lun', 'cdrom'] as const;

/** How an interface is connected to its network. */
export const INTERFACE_BINDINGS = ['masquerade', 'bridge', 'sriov', 'passtBinding', 'binding', 'slirp', 'macvtap', 'passt'] as const;

/** What a network is. */
export const NETWORK_SOURCES = ['pod', 'multus', 'resourceClaim'] as const;

/** What a volume holds. */
export const VOLUME_SOURCES = [
  'cloudInitConfigDrive',
  'cloudInitNoCloud',
  'configMap',
  'containerDisk',
  'containerPath',
  'dataVolume',
  'downwardAPI',
  'downwardMetrics',
  'emptyDisk',
  'ephemeral',
  'hostDisk',
  'memoryDump',
  'persistentVolumeClaim',
  'secret',
  'serviceAccount',
  'sysprep',
] as const;

/** How a DataVolume asks for storage: everything by itself, or what the storage profile does not say. */
export const DATA_VOLUME_CLAIMS = ['pvc', 'storage'] as const;

/** The watchdog devices that guests can have. */
export const WATCHDOG_DEVICES = ['i6300esb', 'diag288'] as const;

/** The watchdog device of an architecture; arm64 has none. */
export const WATCHDOG_OF_ARCHITECTURE: Readonly<Record<string, (typeof WATCHDOG_DEVICES)[number] | undefined>> = {
  amd64: 'i6300esb',
  s390x: 'diag288',
};
