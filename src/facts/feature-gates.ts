import { ownValue } from './own-value';
/** How far a feature gate is in a release of KubeVirt. */
export enum GateStage {
  /** Off unless it is listed. */
  ALPHA = 'alpha',
  /** Off unless it is listed up to 1.8; from 1.9 on it is on unless it is switched off. */
  BETA = 'beta',
  /** On, whatever is listed. */
  GENERAL = 'general availability',
  /** On where a setting of its own says so, or where it is still listed. */
  SETTING = 'setting',
  /** Off unless it is listed, and about to go. */
  DEPRECATED = 'deprecated',
  /** Gone: it may be listed, and means nothing. */
  DISCONTINUED = 'discontinued',
}

const LETTERS: Readonly<Record<string, GateStage>> = {
  a: GateStage.ALPHA,
  b: GateStage.BETA,
  G: GateStage.GENERAL,
  S: GateStage.SETTING,
  d: GateStage.DEPRECATED,
  x: GateStage.DISCONTINUED,
};

const FIRST_MINOR = 5;

/**
 * The feature gates of KubeVirt, each with its stage in 1.5, 1.6, 1.7, 1.8 and 1.9, a letter each: alpha, beta, General
 * availability, Setting, deprecated, x for discontinued; a dash where the release does not know it.
 *
 * @see https://github.com/kubevirt/kubevirt/tree/v1.9.0/pkg/virt-config/featuregate
 */
const STAGES: Readonly<Record<string, string>> = {
  AlignCPUs: 'aaaaa',
  AutoResourceLimitsGate: 'GGGGG',
  BochsDisplayForEFIGuests: 'GGGGG',
  CPUManager: 'aaaaa',
  CPUNodeDiscovery: 'GGGGG',
  ClusterProfiler: 'aGGGG',
  CommonInstancetypesDeploymentGate: 'GGGGG',
  ConfigurableHypervisor: '---aa',
  ContainerPathVolumes: '---aa',
  CrossArchitectureVirtualization: '----a',
  DecentralizedLiveMigration: '-aaaa',
  DeclarativeHotplugVolumes: '-aaab',
  DisableCustomSELinuxPolicy: 'GGGGG',
  DisableMDEVConfiguration: 'aaadd',
  DockerSELinuxMCSWorkaround: 'ddddd',
  DownwardMetrics: 'aaaaa',
  DynamicPodInterfaceNaming: 'GGGGG',
  EnableVirtioFsConfigVolumes: 'aaaGG',
  EnableVirtioFsStorageVolumes: 'aaaaa',
  ExpandDisks: 'aaaaG',
  ExperimentalIgnitionSupport: 'aaaaa',
  ExperimentalVirtiofsSupport: 'dddxx',
  ExternalNetResourceInjection: '---bb',
  FirmwareAutoSelection: '----a',
  GPU: 'GGGGG',
  GPUsWithDRA: '-aaab',
  GraceIOVirtualization: '----a',
  HostDevices: 'aaaaa',
  HostDevicesWithDRA: '-aaab',
  HostDisk: 'aaaaa',
  HotplugNICs: 'GGGGG',
  HotplugVolumes: 'aaaad',
  HypervStrictCheck: 'aaaaa',
  IOMMUFD: '----a',
  ImageVolume: '-abbb',
  IncrementalBackup: '--aaa',
  InstancetypeReferencePolicy: 'bGGGG',
  KubevirtSeccompProfile: 'aabbb',
  LibvirtHooksServerAndClient: '---ab',
  LiveMigration: 'GGGGG',
  LiveUpdateNADRef: '---bG',
  Macvtap: 'xxxxx',
  MigrationPriorityQueue: '--abG',
  MigrationStallDetection: '----a',
  MultiArchitecture: 'aaadd',
  NUMA: 'GGGGG',
  NetworkBindingPlugins: 'GGGGG',
  NetworkDevicesWithDRA: '----a',
  NodeRestriction: 'abbbb',
  NonRoot: 'GGGGG',
  OCIExport: '----a',
  ObjectGraph: '-aaaa',
  OptOutRoleAggregation: '---ab',
  PCINUMAAwareTopology: '---aa',
  PSA: 'GGGGG',
  PanicDevices: '-abbG',
  Passt: 'xxxxx',
  PasstBinding: '---bb',
  PasstIPStackMigration: '-aaxx',
  PersistentReservation: 'aaaaS',
  Plugins: '----a',
  PodSecondaryInterfaceNamingUpgrade: '---bb',
  PortRangesSpec: '----a',
  RebootPolicy: '---ab',
  ReservedOverheadMemlock: '---aa',
  Root: 'aaaaa',
  SRIOVLiveMigration: 'GGGGG',
  SecureExecution: '-abbG',
  Sidecar: 'aaaaa',
  Snapshot: 'abbbb',
  Template: '---ab',
  UtilityVolumes: '---aa',
  VGPULiveMigration: '----a',
  VMExport: 'abbbG',
  VMLiveUpdateFeatures: 'GGGGG',
  VMPersistentState: 'aGGGG',
  VMStatsCollector: '----a',
  VSOCK: 'aaaaa',
  VideoConfig: '-abbG',
  VmiMemoryOverheadReport: '---ab',
  VolumeMigration: 'GGGGG',
  VolumesUpdateStrategy: 'GGGGG',
  WorkloadEncryptionSEV: 'aaaab',
  WorkloadEncryptionTDX: '--aaa',
};

/** The feature gates that some release of KubeVirt knows. */
export const FEATURE_GATES: readonly string[] = Object.keys(STAGES);

/**
 * How far a gate is in a release.
 *
 * @param release KubeVirt release, e.g. `1.8`
 * @returns undefined when the release does not know it
 */
export function gateStage(gate: string, release: string): GateStage | undefined {
  const letter = ownValue(STAGES, gate)?.[Number(release.slice('1.'.length)) - FIRST_MINOR];
  return letter === undefined ? undefined : LETTERS[letter];
}
