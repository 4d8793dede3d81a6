// Generated from CustomResourceDefinitions. To regenerate: npm run import -- --crds DIR
import { ApiObject, type ApiObjectMetadata, type GroupVersionKind } from 'cdk8s';
import type { Construct } from 'constructs';
import type { FeatureState } from './guest';
import type { Affinity, ComputeResourceRequirements, LabelSelector, LocalObjectReference, Toleration } from './kubernetes';
import { plain } from './plain';
import type { Quantity } from './quantity';

/** The fields of a `KubeKubeVirt`. */
export interface KubeKubeVirtProps {
  /**
   * Name, namespace, labels and annotations.
   *
   * @default - a name made from the construct's path
   */
  readonly metadata?: ApiObjectMetadata;

  /** The `spec` of the KubeVirt. */
  readonly spec: KubeVirtSpec;
}

/** A KubeVirt of kubevirt.io/v1, in a namespace, as it stands in the manifest. */
export class KubeKubeVirt extends ApiObject {
  /** `apiVersion` and `kind` of a KubeVirt. */
  public static readonly GVK: GroupVersionKind = {
    apiVersion: 'kubevirt.io/v1',
    kind: 'KubeVirt',
  };

  /**
   * The manifest of a KubeVirt, to put into other manifests.
   *
   * @param props the fields
   */
  public static manifest(props: KubeKubeVirtProps): any {
    return { ...KubeKubeVirt.GVK, ...(plain(props) as object) };
  }

  /**
   * Adds a KubeVirt to a chart.
   *
   * @param scope where to add it
   * @param id its id in the scope
   * @param props the fields
   */
  public constructor(scope: Construct, id: string, props: KubeKubeVirtProps) {
    const { apiVersion, kind } = KubeKubeVirt.GVK;
    super(scope, id, { apiVersion, kind, ...props });
  }
}

/** What `spec` of a KubeVirt takes. */
export interface KubeVirtSpec {
  /** `CertificateRotateStrategy`. In KubeVirt v1.5 and later. */
  readonly certificateRotateStrategy?: CertificateRotateStrategy;

  /** `KubeVirtConfiguration`. In KubeVirt v1.5 and later. */
  readonly configuration?: KubeVirtConfiguration;

  /** `CustomizeComponents`. In KubeVirt v1.5 and later. */
  readonly customizeComponents?: CustomizeComponents;

  /** String. In KubeVirt v1.5 and later. */
  readonly imagePullPolicy?: string;

  /** List of `LocalObjectReference`. In KubeVirt v1.5 and later. */
  readonly imagePullSecrets?: LocalObjectReference[];

  /** String. In KubeVirt v1.5 and later. */
  readonly imageRegistry?: string;

  /** String. In KubeVirt v1.5 and later. */
  readonly imageTag?: string;

  /** `ComponentConfig`. In KubeVirt v1.5 and later. */
  readonly infra?: ComponentConfig;

  /** String. In KubeVirt v1.5 and later. */
  readonly monitorAccount?: string;

  /** String. In KubeVirt v1.5 and later. */
  readonly monitorNamespace?: string;

  /** String. In KubeVirt v1.5 and later. */
  readonly productComponent?: string;

  /** String. In KubeVirt v1.5 and later. */
  readonly productName?: string;

  /** String. In KubeVirt v1.5 and later. */
  readonly productVersion?: string;

  /** String. In KubeVirt v1.5 and later. */
  readonly serviceMonitorNamespace?: string;

  /** String. Since KubeVirt v1.8. */
  readonly synchronizationPort?: string;

  /** String. In KubeVirt v1.5 and later. */
  readonly uninstallStrategy?: string;

  /** `WorkloadUpdateStrategy`. In KubeVirt v1.5 and later. */
  readonly workloadUpdateStrategy?: WorkloadUpdateStrategy;

  /** `ComponentConfig`. In KubeVirt v1.5 and later. */
  readonly workloads?: ComponentConfig;
}

/** What `spec.certificateRotateStrategy` of a KubeVirt takes. */
export interface CertificateRotateStrategy {
  /** `SelfSignedCertificates`. In KubeVirt v1.5 and later. */
  readonly selfSigned?: SelfSignedCertificates;
}

/** What `spec.configuration` of a KubeVirt takes. */
export interface KubeVirtConfiguration {
  /** String. In KubeVirt v1.5 and later. */
  readonly additionalGuestMemoryOverheadRatio?: string;

  /** `ReloadableComponentConfiguration`. In KubeVirt v1.5 and later. */
  readonly apiConfiguration?: ReloadableComponentConfiguration;

  /** `ArchitectureConfiguration`. In KubeVirt v1.5 and later. */
  readonly architectureConfiguration?: ArchitectureConfiguration;

  /** `LabelSelector`. In KubeVirt v1.5 and later. */
  readonly autoCPULimitNamespaceLabelSelector?: LabelSelector;

  /** `ChangedBlockTrackingLabelSelectors`, may be null. Since KubeVirt v1.8. */
  readonly changedBlockTrackingLabelSelectors?: ChangedBlockTrackingLabelSelectors;

  /** `FeatureState`, may be null. In KubeVirt v1.5 and later. */
  readonly commonInstancetypesDeployment?: FeatureState;

  /** `ConfidentialCompute`, may be null. Since KubeVirt v1.9. */
  readonly confidentialCompute?: ConfidentialCompute;

  /** `ReloadableComponentConfiguration`. In KubeVirt v1.5 and later. */
  readonly controllerConfiguration?: ReloadableComponentConfiguration;

  /** String. In KubeVirt v1.5 and later. */
  readonly cpuModel?: string;

  /** Quantity, such as `500m` or `4Gi`. In KubeVirt v1.5 and later. */
  readonly cpuRequest?: Quantity;

  /** String. In KubeVirt v1.5 and later. */
  readonly defaultRuntimeClass?: string;

  /** `DeveloperConfiguration`. In KubeVirt v1.5 and later. */
  readonly developerConfiguration?: DeveloperConfiguration;

  /** List of strings. In KubeVirt v1.5 and later. */
  readonly emulatedMachines?: string[];

  /** String. In KubeVirt v1.5 and later. */
  readonly evictionStrategy?: string;

  /** `ReloadableComponentConfiguration`. In KubeVirt v1.5 and later. */
  readonly handlerConfiguration?: ReloadableComponentConfiguration;

  /** List of `HypervisorConfiguration`, at most 1 items. Since KubeVirt v1.8. */
  readonly hypervisors?: HypervisorConfiguration[];

  /** String. In KubeVirt v1.5 and later. */
  readonly imagePullPolicy?: string;

  /** `InstancetypeConfiguration`, may be null. In KubeVirt v1.5 and later. */
  readonly instancetype?: InstancetypeConfiguration;

  /** `KSMConfiguration`. In KubeVirt v1.5 and later. */
  readonly ksmConfiguration?: KSMConfiguration;

  /** `LiveUpdateConfiguration`. In KubeVirt v1.5 and later. */
  readonly liveUpdateConfiguration?: LiveUpdateConfiguration;

  /** String. In KubeVirt v1.5 and later. */
  readonly machineType?: string;

  /** `MediatedDevicesConfiguration`. In KubeVirt v1.5 and later. */
  readonly mediatedDevicesConfiguration?: MediatedDevicesConfiguration;

  /** Integer. In KubeVirt v1.5 and later. */
  readonly memBalloonStatsPeriod?: number;

  /** `MigrationConfiguration`. In KubeVirt v1.5 and later. */
  readonly migrations?: MigrationConfiguration;

  /** String. In KubeVirt v1.5 and later. */
  readonly minCPUModel?: string;

  /** `NetworkConfiguration`. In KubeVirt v1.5 and later. */
  readonly network?: NetworkConfiguration;

  /** Map of booleans. In KubeVirt v1.5 and later. */
  readonly obsoleteCPUModels?: { readonly [key: string]: boolean };

  /** String. In KubeVirt v1.5 and later. */
  readonly ovmfPath?: string;

  /** `PermittedHostDevices`. In KubeVirt v1.5 and later. */
  readonly permittedHostDevices?: PermittedHostDevices;

  /** `FeatureState`, may be null. Since KubeVirt v1.9. */
  readonly persistentReservationConfiguration?: FeatureState;

  /** String, one of `AggregateToDefault`, `Manual`. Since KubeVirt v1.8. */
  readonly roleAggregationStrategy?: string;

  /** `SeccompConfiguration`. In KubeVirt v1.5 and later. */
  readonly seccompConfiguration?: SeccompConfiguration;

  /** String. In KubeVirt v1.5 and later. */
  readonly selinuxLauncherType?: string;

  /** `SMBiosConfiguration`. In KubeVirt v1.5 and later. */
  readonly smbios?: SMBiosConfiguration;

  /** List of `SupportContainerResource`, unique by `type`. In KubeVirt v1.5 and later. */
  readonly supportContainerResources?: SupportContainerResource[];

  /** List of strings. In KubeVirt v1.5 and later. */
  readonly supportedGuestAgentVersions?: string[];

  /** `TLSConfiguration`. In KubeVirt v1.5 and later. */
  readonly tlsConfiguration?: TLSConfiguration;

  /** `FeatureState`, may be null. Since KubeVirt v1.8. */
  readonly virtTemplateDeployment?: FeatureState;

  /** Integer. In KubeVirt v1.5 and later. */
  readonly virtualMachineInstancesPerNode?: number;

  /** `VirtualMachineOptions`. In KubeVirt v1.5 and later. */
  readonly virtualMachineOptions?: VirtualMachineOptions;

  /** String, one of `Stage`, `LiveUpdate`, may be null. In KubeVirt v1.5 and later. */
  readonly vmRolloutStrategy?: string;

  /** String. In KubeVirt v1.5 and later. */
  readonly vmStateStorageClass?: string;

  /** `ReloadableComponentConfiguration`. In KubeVirt v1.5 and later. */
  readonly webhookConfiguration?: ReloadableComponentConfiguration;
}

/** What `spec.customizeComponents` of a KubeVirt takes. */
export interface CustomizeComponents {
  /** `Flags`. In KubeVirt v1.5 and later. */
  readonly flags?: Flags;

  /** List of `CustomizeComponentsPatch`. In KubeVirt v1.5 and later. */
  readonly patches?: CustomizeComponentsPatch[];
}

/** What `spec.infra` of a KubeVirt takes, and what one other place takes. */
export interface ComponentConfig {
  /** `NodePlacement`. In KubeVirt v1.5 and later. */
  readonly nodePlacement?: NodePlacement;

  /** Integer. In KubeVirt v1.5 and later. */
  readonly replicas?: number;
}

/** What `spec.workloadUpdateStrategy` of a KubeVirt takes. */
export interface WorkloadUpdateStrategy {
  /** String. In KubeVirt v1.5 and later. */
  readonly batchEvictionInterval?: string;

  /** Integer. In KubeVirt v1.5 and later. */
  readonly batchEvictionSize?: number;

  /** List of strings. In KubeVirt v1.5 and later. */
  readonly workloadUpdateMethods?: string[];
}

/** What `spec.certificateRotateStrategy.selfSigned` of a KubeVirt takes. */
export interface SelfSignedCertificates {
  /** `CertConfig`. In KubeVirt v1.5 and later. */
  readonly ca?: CertConfig;

  /** String. In KubeVirt v1.5 and later. */
  readonly caOverlapInterval?: string;

  /** String. In KubeVirt v1.5 and later. */
  readonly caRotateInterval?: string;

  /** String. In KubeVirt v1.5 and later. */
  readonly certRotateInterval?: string;

  /** `CertConfig`. In KubeVirt v1.5 and later. */
  readonly server?: CertConfig;
}

/** What `spec.configuration.apiConfiguration` of a KubeVirt takes, and what 3 other places take. */
export interface ReloadableComponentConfiguration {
  /** `RESTClientConfiguration`. In KubeVirt v1.5 and later. */
  readonly restClient?: RESTClientConfiguration;
}

/** What `spec.configuration.architectureConfiguration` of a KubeVirt takes. */
export interface ArchitectureConfiguration {
  /** `ArchSpecificConfiguration`. In KubeVirt v1.5 and later. */
  readonly amd64?: ArchSpecificConfiguration;

  /** `ArchSpecificConfiguration`. In KubeVirt v1.5 and later. */
  readonly arm64?: ArchSpecificConfiguration;

  /** String. In KubeVirt v1.5 and later. */
  readonly defaultArchitecture?: string;

  /** `ArchSpecificConfiguration`. In KubeVirt v1.5 and later. */
  readonly ppc64le?: ArchSpecificConfiguration;

  /** `ArchSpecificConfiguration`. Since KubeVirt v1.8. */
  readonly s390x?: ArchSpecificConfiguration;
}

/** What `spec.configuration.changedBlockTrackingLabelSelectors` of a KubeVirt takes. */
export interface ChangedBlockTrackingLabelSelectors {
  /** `LabelSelector`. Since KubeVirt v1.8. */
  readonly namespaceLabelSelector?: LabelSelector;

  /** `LabelSelector`. Since KubeVirt v1.8. */
  readonly virtualMachineLabelSelector?: LabelSelector;
}

/** What `spec.configuration.confidentialCompute` of a KubeVirt takes. */
export interface ConfidentialCompute {
  /** `TDXConfiguration`, may be null. Since KubeVirt v1.9. */
  readonly tdx?: TDXConfiguration;
}

/** What `spec.configuration.developerConfiguration` of a KubeVirt takes. */
export interface DeveloperConfiguration {
  /** Boolean. Since KubeVirt v1.8. */
  readonly clusterProfiler?: boolean;

  /** Integer. In KubeVirt v1.5 and later. */
  readonly cpuAllocationRatio?: number;

  /** List of strings. Since KubeVirt v1.8. */
  readonly disabledFeatureGates?: string[];

  /** `DiskVerification`. In KubeVirt v1.5 and later. */
  readonly diskVerification?: DiskVerification;

  /** List of strings. In KubeVirt v1.5 and later. */
  readonly featureGates?: string[];

  /** `LogVerbosity`. In KubeVirt v1.5 and later. */
  readonly logVerbosity?: LogVerbosity;

  /** Integer, at least 10. In KubeVirt v1.5 and later. */
  readonly memoryOvercommit?: number;

  /** Integer. In KubeVirt v1.5 and later. */
  readonly minimumClusterTSCFrequency?: number;

  /** Integer. In KubeVirt v1.5 and later. */
  readonly minimumReservePVCBytes?: number;

  /** Map of strings. In KubeVirt v1.5 and later. */
  readonly nodeSelectors?: { readonly [key: string]: string };

  /** Integer. In KubeVirt v1.5 and later. */
  readonly pvcTolerateLessSpaceUpToPercent?: number;

  /** Boolean. In KubeVirt v1.5 and later. */
  readonly useEmulation?: boolean;
}

/** What `spec.configuration.instancetype` of a KubeVirt takes. */
export interface InstancetypeConfiguration {
  /** String, one of `reference`, `expand`, `expandAll`, may be null. In KubeVirt v1.5 and later. */
  readonly referencePolicy?: string;
}

/** What `spec.configuration.ksmConfiguration` of a KubeVirt takes. */
export interface KSMConfiguration {
  /** `LabelSelector`. In KubeVirt v1.5 and later. */
  readonly nodeLabelSelector?: LabelSelector;
}

/** What `spec.configuration.liveUpdateConfiguration` of a KubeVirt takes. */
export interface LiveUpdateConfiguration {
  /** Integer. In KubeVirt v1.5 and later. */
  readonly maxCpuSockets?: number;

  /** Quantity, such as `500m` or `4Gi`. In KubeVirt v1.5 and later. */
  readonly maxGuest?: Quantity;

  /** Integer. In KubeVirt v1.5 and later. */
  readonly maxHotplugRatio?: number;
}

/** What `spec.configuration.mediatedDevicesConfiguration` of a KubeVirt takes. */
export interface MediatedDevicesConfiguration {
  /** Boolean. Since KubeVirt v1.8. */
  readonly enabled?: boolean;

  /** List of strings. In KubeVirt v1.5 and later. */
  readonly mediatedDeviceTypes?: string[];

  /** List of strings. In KubeVirt v1.5 and later. */
  readonly mediatedDevicesTypes?: string[];

  /** List of `NodeMediatedDeviceTypesConfig`. In KubeVirt v1.5 and later. */
  readonly nodeMediatedDeviceTypes?: NodeMediatedDeviceTypesConfig[];
}

/** What `spec.configuration.migrations` of a KubeVirt takes. */
export interface MigrationConfiguration {
  /** Boolean. In KubeVirt v1.5 and later. */
  readonly allowAutoConverge?: boolean;

  /** Boolean. In KubeVirt v1.5 and later. */
  readonly allowPostCopy?: boolean;

  /** Boolean. In KubeVirt v1.5 and later. */
  readonly allowWorkloadDisruption?: boolean;

  /** Quantity, such as `500m` or `4Gi`. In KubeVirt v1.5 and later. */
  readonly bandwidthPerMigration?: Quantity;

  /** Integer. In KubeVirt v1.5 and later. */
  readonly completionTimeoutPerGiB?: number;

  /** Boolean. In KubeVirt v1.5 and later. */
  readonly disableTLS?: boolean;

  /** Boolean. In KubeVirt v1.5 and later. */
  readonly matchSELinuxLevelOnMigration?: boolean;

  /** Integer, 1 to 2000000. Since KubeVirt v1.9. */
  readonly maxDowntimeMs?: number;

  /** String. In KubeVirt v1.5 and later. */
  readonly network?: string;

  /** String. In KubeVirt v1.5 and later. */
  readonly nodeDrainTaintKey?: string;

  /** Integer. In KubeVirt v1.5 and later. */
  readonly parallelMigrationsPerCluster?: number;

  /** Integer. In KubeVirt v1.5 and later. */
  readonly parallelOutboundMigrationsPerNode?: number;

  /** Integer. In KubeVirt v1.5 and later. */
  readonly progressTimeout?: number;

  /** Boolean. In KubeVirt v1.5 and later. */
  readonly unsafeMigrationOverride?: boolean;

  /** Integer. Since KubeVirt v1.8. */
  readonly utilityVolumesTimeout?: number;
}

/** What `spec.configuration.network` of a KubeVirt takes. */
export interface NetworkConfiguration {
  /** Map of `InterfaceBindingPlugin`. In KubeVirt v1.5 and later. */
  readonly binding?: { readonly [key: string]: InterfaceBindingPlugin };

  /** String. In KubeVirt v1.5 and later. */
  readonly defaultNetworkInterface?: string;

  /** Boolean. In KubeVirt v1.5 and later. */
  readonly permitBridgeInterfaceOnPodNetwork?: boolean;

  /** Boolean. In KubeVirt v1.5 and later. */
  readonly permitSlirpInterface?: boolean;
}

/** What `spec.configuration.permittedHostDevices` of a KubeVirt takes. */
export interface PermittedHostDevices {
  /** List of `MediatedHostDevice`. In KubeVirt v1.5 and later. */
  readonly mediatedDevices?: MediatedHostDevice[];

  /** List of `PciHostDevice`. In KubeVirt v1.5 and later. */
  readonly pciHostDevices?: PciHostDevice[];

  /** List of `USBHostDevice`. In KubeVirt v1.5 and later. */
  readonly usb?: USBHostDevice[];
}

/** What `spec.configuration.seccompConfiguration` of a KubeVirt takes. */
export interface SeccompConfiguration {
  /** `SeccompProfile`. In KubeVirt v1.5 and later. */
  readonly virtualMachineInstanceProfile?: SeccompProfile;
}

/** What `spec.configuration.smbios` of a KubeVirt takes. */
export interface SMBiosConfiguration {
  /** String. In KubeVirt v1.5 and later. */
  readonly family?: string;

  /** String. In KubeVirt v1.5 and later. */
  readonly manufacturer?: string;

  /** String. In KubeVirt v1.5 and later. */
  readonly product?: string;

  /** String. In KubeVirt v1.5 and later. */
  readonly sku?: string;

  /** String. In KubeVirt v1.5 and later. */
  readonly version?: string;
}

/** What `spec.configuration.tlsConfiguration` of a KubeVirt takes. */
export interface TLSConfiguration {
  /** List of strings. In KubeVirt v1.5 and later. */
  readonly ciphers?: string[];

  /** String, one of `VersionTLS10`, `VersionTLS11`, `VersionTLS12`, `VersionTLS13`. In KubeVirt v1.5 and later. */
  readonly minTLSVersion?: string;
}

/** What `spec.configuration.virtualMachineOptions` of a KubeVirt takes. */
export interface VirtualMachineOptions {
  /** Empty object: being there is what it says. In KubeVirt v1.5 and later. */
  readonly disableFreePageReporting?: any;

  /** Empty object: being there is what it says. In KubeVirt v1.5 and later. */
  readonly disableSerialConsoleLog?: any;
}

/** What `spec.customizeComponents.flags` of a KubeVirt takes. */
export interface Flags {
  /** Map of strings. In KubeVirt v1.5 and later. */
  readonly api?: { readonly [key: string]: string };

  /** Map of strings. In KubeVirt v1.5 and later. */
  readonly controller?: { readonly [key: string]: string };

  /** Map of strings. In KubeVirt v1.5 and later. */
  readonly handler?: { readonly [key: string]: string };
}

/** What `spec.infra.nodePlacement` of a KubeVirt takes, and what one other place takes. */
export interface NodePlacement {
  /** `Affinity`. In KubeVirt v1.5 and later. */
  readonly affinity?: Affinity;

  /** Map of strings. In KubeVirt v1.5 and later. */
  readonly nodeSelector?: { readonly [key: string]: string };

  /** List of `Toleration`. In KubeVirt v1.5 and later. */
  readonly tolerations?: Toleration[];
}

/** What `spec.certificateRotateStrategy.selfSigned.ca` of a KubeVirt takes, and what one other place takes. */
export interface CertConfig {
  /** String. In KubeVirt v1.5 and later. */
  readonly duration?: string;

  /** String. In KubeVirt v1.5 and later. */
  readonly renewBefore?: string;
}

/** What `spec.configuration.apiConfiguration.restClient` of a KubeVirt takes, and what 3 other places take. */
export interface RESTClientConfiguration {
  /** `RateLimiter`. In KubeVirt v1.5 and later. */
  readonly rateLimiter?: RateLimiter;
}

/** What `spec.configuration.architectureConfiguration.amd64` of a KubeVirt takes, and what 3 other places take. */
export interface ArchSpecificConfiguration {
  /** List of strings. In KubeVirt v1.5 and later. */
  readonly emulatedMachines?: string[];

  /** String. In KubeVirt v1.5 and later. */
  readonly machineType?: string;

  /** String. In KubeVirt v1.5 and later. */
  readonly ovmfPath?: string;
}

/** What `spec.configuration.confidentialCompute.tdx` of a KubeVirt takes. */
export interface TDXConfiguration {
  /** `TDXAttestationConfiguration`. Since KubeVirt v1.9. */
  readonly attestation?: TDXAttestationConfiguration;
}

/** What `spec.configuration.developerConfiguration.diskVerification` of a KubeVirt takes. */
export interface DiskVerification {
  /** Quantity, such as `500m` or `4Gi`. Required. In KubeVirt v1.5 and later. */
  readonly memoryLimit: Quantity;
}

/** What `spec.configuration.developerConfiguration.logVerbosity` of a KubeVirt takes. */
export interface LogVerbosity {
  /** Map of integers. In KubeVirt v1.5 and later. */
  readonly nodeVerbosity?: { readonly [key: string]: number };

  /** Integer. In KubeVirt v1.5 and later. */
  readonly virtAPI?: number;

  /** Integer. In KubeVirt v1.5 and later. */
  readonly virtController?: number;

  /** Integer. In KubeVirt v1.5 and later. */
  readonly virtHandler?: number;

  /** Integer. In KubeVirt v1.5 and later. */
  readonly virtLauncher?: number;

  /** Integer. In KubeVirt v1.5 and later. */
  readonly virtOperator?: number;

  /** Integer. Since KubeVirt v1.8. */
  readonly virtSynchronizationController?: number;
}

/** What `spec.configuration.hypervisors[]` of a KubeVirt takes. */
export interface HypervisorConfiguration {
  /** String, one of `kvm`, `hyperv-direct`. Since KubeVirt v1.8. */
  readonly name?: string;
}

/** What `spec.configuration.seccompConfiguration.virtualMachineInstanceProfile` of a KubeVirt takes. */
export interface SeccompProfile {
  /** `CustomSeccompProfile`. In KubeVirt v1.5 and later. */
  readonly customProfile?: CustomSeccompProfile;
}

/** What `spec.configuration.supportContainerResources[]` of a KubeVirt takes. */
export interface SupportContainerResource {
  /** `ComputeResourceRequirements`. Required. In KubeVirt v1.5 and later. */
  readonly resources: ComputeResourceRequirements;

  /** String. Required. In KubeVirt v1.5 and later. */
  readonly type: string;
}

/** What `spec.customizeComponents.patches[]` of a KubeVirt takes. */
export interface CustomizeComponentsPatch {
  /** String. Required. In KubeVirt v1.5 and later. */
  readonly patch: string;

  /** String, at least 1 characters. Required. In KubeVirt v1.5 and later. */
  readonly resourceName: string;

  /** String, at least 1 characters. Required. In KubeVirt v1.5 and later. */
  readonly resourceType: string;

  /** String. Required. In KubeVirt v1.5 and later. */
  readonly type: string;
}

/** What `spec.configuration.apiConfiguration.restClient.rateLimiter` of a KubeVirt takes, and what 3 other places take. */
export interface RateLimiter {
  /** `TokenBucketRateLimiter`. In KubeVirt v1.5 and later. */
  readonly tokenBucketRateLimiter?: TokenBucketRateLimiter;
}

/** What `spec.configuration.confidentialCompute.tdx.attestation` of a KubeVirt takes. */
export interface TDXAttestationConfiguration {
  /**
   * Boolean. Since KubeVirt v1.9.
   *
   * @default false
   */
  readonly enforced?: boolean;

  /**
   * String. Since KubeVirt v1.9.
   *
   * @default "/var/run/tdx-qgs/qgs.socket"
   */
  readonly qgsSocketPath?: string;
}

/** What `spec.configuration.mediatedDevicesConfiguration.nodeMediatedDeviceTypes[]` of a KubeVirt takes. */
export interface NodeMediatedDeviceTypesConfig {
  /** List of strings. In KubeVirt v1.5 and later. */
  readonly mediatedDeviceTypes?: string[];

  /** List of strings. In KubeVirt v1.5 and later. */
  readonly mediatedDevicesTypes?: string[];

  /** Map of strings. Required. In KubeVirt v1.5 and later. */
  readonly nodeSelector: { readonly [key: string]: string };
}

/** What `spec.configuration.network.binding.*` of a KubeVirt takes. */
export interface InterfaceBindingPlugin {
  /** `ComputeResourceRequirements`. In KubeVirt v1.5 and later. */
  readonly computeResourceOverhead?: ComputeResourceRequirements;

  /** String. In KubeVirt v1.5 and later. */
  readonly domainAttachmentType?: string;

  /** String. In KubeVirt v1.5 and later. */
  readonly downwardAPI?: string;

  /** `InterfaceBindingMigration`. In KubeVirt v1.5 and later. */
  readonly migration?: InterfaceBindingMigration;

  /** String. In KubeVirt v1.5 and later. */
  readonly networkAttachmentDefinition?: string;

  /** String. In KubeVirt v1.5 and later. */
  readonly sidecarImage?: string;
}

/** What `spec.configuration.permittedHostDevices.mediatedDevices[]` of a KubeVirt takes. */
export interface MediatedHostDevice {
  /** Boolean. In KubeVirt v1.5 and later. */
  readonly externalResourceProvider?: boolean;

  /** String. Required. In KubeVirt v1.5 and later. */
  readonly mdevNameSelector: string;

  /** String. Required. In KubeVirt v1.5 and later. */
  readonly resourceName: string;
}

/** What `spec.configuration.permittedHostDevices.pciHostDevices[]` of a KubeVirt takes. */
export interface PciHostDevice {
  /** Boolean. In KubeVirt v1.5 and later. */
  readonly externalResourceProvider?: boolean;

  /** String. Required. In KubeVirt v1.5 and later. */
  readonly pciVendorSelector: string;

  /** String. Required. In KubeVirt v1.5 and later. */
  readonly resourceName: string;
}

/** What `spec.configuration.permittedHostDevices.usb[]` of a KubeVirt takes. */
export interface USBHostDevice {
  /** Boolean. In KubeVirt v1.5 and later. */
  readonly externalResourceProvider?: boolean;

  /** String. Required. In KubeVirt v1.5 and later. */
  readonly resourceName: string;

  /** List of `USBSelector`. In KubeVirt v1.5 and later. */
  readonly selectors?: USBSelector[];
}

/** What `spec.configuration.seccompConfiguration.virtualMachineInstanceProfile.customProfile` of a KubeVirt takes. */
export interface CustomSeccompProfile {
  /** String. In KubeVirt v1.5 and later. */
  readonly localhostProfile?: string;

  /** Boolean. In KubeVirt v1.5 and later. */
  readonly runtimeDefaultProfile?: boolean;
}

/** What `spec.configuration.apiConfiguration.restClient.rateLimiter.tokenBucketRateLimiter` of a KubeVirt takes, and what 3 other places take. */
export interface TokenBucketRateLimiter {
  /** Integer. Required. In KubeVirt v1.5 and later. */
  readonly burst: number;

  /** Number. Required. In KubeVirt v1.5 and later. */
  readonly qps: number;
}

/** What `spec.configuration.network.binding.*.migration` of a KubeVirt takes. */
export interface InterfaceBindingMigration {
  /** String. In KubeVirt v1.5 and later. */
  readonly method?: string;
}

/** What `spec.configuration.permittedHostDevices.usb[].selectors[]` of a KubeVirt takes. */
export interface USBSelector {
  /** String. Required. In KubeVirt v1.5 and later. */
  readonly product: string;

  /** String. Required. In KubeVirt v1.5 and later. */
  readonly vendor: string;
}
