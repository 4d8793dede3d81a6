/** A feature gate of the HyperConverged object: a switch of the operator that writes the KubeVirt object. */
export interface HyperConvergedGate {
  /** The gates of KubeVirt that it switches on. */
  readonly gates: readonly string[];
  /** The first release of KubeVirt whose operator knows it; absent: 1.5. */
  readonly since?: string;
  /** The first release of KubeVirt whose operator knows it no more; absent: all know it. */
  readonly goneSince?: string;
  /** The release of KubeVirt from which on it is on unless it is switched off; absent: never. */
  readonly onSince?: string;
}

/**
 * What the HyperConverged object lists in `spec.featureGates`, as far as KubeVirt's gates follow from it.
 *
 * @see https://github.com/kubevirt/hyperconverged-cluster-operator/blob/v1.18.1/controllers/handlers/kubevirt.go
 */
export const HYPER_CONVERGED_GATES: Readonly<Record<string, HyperConvergedGate>> = {
  alignCPUs: { gates: ['AlignCPUs'] },
  containerPathVolumes: { gates: ['ContainerPathVolumes'], since: '1.8' },
  decentralizedLiveMigration: { gates: ['DecentralizedLiveMigration'], since: '1.6', onSince: '1.8' },
  declarativeHotplugVolumes: { gates: ['DeclarativeHotplugVolumes'], since: '1.6', onSince: '1.9' },
  downwardMetrics: { gates: ['DownwardMetrics'] },
  enableMultiArchBootImageImport: { gates: ['MultiArchitecture'], since: '1.6', goneSince: '1.8' },
  incrementalBackup: { gates: ['IncrementalBackup', 'UtilityVolumes'], since: '1.8' },
  objectGraph: { gates: ['ObjectGraph'], since: '1.7' },
  persistentReservation: { gates: ['PersistentReservation'] },
  template: { gates: ['Template'], since: '1.9', onSince: '1.9' },
  videoConfig: { gates: ['VideoConfig'], since: '1.7', onSince: '1.7' },
};

/**
 * The gates that the operator of the HyperConverged object lists whatever that says, by the first release of KubeVirt with
 * which it does. SecureExecution is on where there are nodes of IBM Z, and without them nothing asks for it.
 */
export const HYPER_CONVERGED_ALWAYS: Readonly<Record<string, string>> = {
  CPUManager: '1.5',
  ExpandDisks: '1.5',
  HostDevices: '1.5',
  HypervStrictCheck: '1.5',
  InstancetypeReferencePolicy: '1.5',
  KubevirtSeccompProfile: '1.5',
  Snapshot: '1.5',
  VMExport: '1.5',
  VMPersistentState: '1.5',
  SecureExecution: '1.7',
  LiveUpdateNADRef: '1.8',
  PanicDevices: '1.8',
};

/** Annotations of the HyperConverged object that change gates of KubeVirt. */
export const HyperConvergedAnnotation = {
  /** JSON patches for the KubeVirt object. */
  PATCHES: 'kubevirt.kubevirt.io/jsonpatch',
  /** "true" switches on PasstBinding, from KubeVirt 1.8 on. */
  PASST: 'hco.kubevirt.io/deployPasstNetworkBinding',
} as const;
