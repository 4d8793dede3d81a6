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
  /** How long KubeVirt's own certificates last. `CertificateRotateStrategy`. In KubeVirt v1.5 and later. */
  readonly certificateRotateStrategy?: CertificateRotateStrategy;

  /** Settings for all VMs. `KubeVirtConfiguration`. In KubeVirt v1.5 and later. */
  readonly configuration?: KubeVirtConfiguration;

  /** Patches and flags for KubeVirt's own pods. `CustomizeComponents`. In KubeVirt v1.5 and later. */
  readonly customizeComponents?: CustomizeComponents;

  /** When KubeVirt's images are fetched again. String. In KubeVirt v1.5 and later. */
  readonly imagePullPolicy?: string;

  /** Secrets with passwords for the registry of KubeVirt's images. List of `LocalObjectReference`. In KubeVirt v1.5 and later. */
  readonly imagePullSecrets?: LocalObjectReference[];

  /** Registry of KubeVirt's images. String. In KubeVirt v1.5 and later. */
  readonly imageRegistry?: string;

  /** Release of KubeVirt's images. String. In KubeVirt v1.5 and later. */
  readonly imageTag?: string;

  /** Where virt-api and virt-controller run, and how many of them. `ComponentConfig`. In KubeVirt v1.5 and later. */
  readonly infra?: ComponentConfig;

  /** ServiceAccount of Prometheus. String. In KubeVirt v1.5 and later. */
  readonly monitorAccount?: string;

  /** Namespace of Prometheus. String. In KubeVirt v1.5 and later. */
  readonly monitorNamespace?: string;

  /** Label that KubeVirt's objects get. String. In KubeVirt v1.5 and later. */
  readonly productComponent?: string;

  /** Label that KubeVirt's objects get. String. In KubeVirt v1.5 and later. */
  readonly productName?: string;

  /** Label that KubeVirt's objects get. String. In KubeVirt v1.5 and later. */
  readonly productVersion?: string;

  /** Namespace of the ServiceMonitor. String. In KubeVirt v1.5 and later. */
  readonly serviceMonitorNamespace?: string;

  /** Port for migrations between clusters. String. Since KubeVirt v1.8. */
  readonly synchronizationPort?: string;

  /** Whether KubeVirt can be removed while there are VMs. String. In KubeVirt v1.5 and later. */
  readonly uninstallStrategy?: string;

  /** How running VMs come to the new release after an update. `WorkloadUpdateStrategy`. In KubeVirt v1.5 and later. */
  readonly workloadUpdateStrategy?: WorkloadUpdateStrategy;

  /** Where virt-handler, and so VMs, run. `ComponentConfig`. In KubeVirt v1.5 and later. */
  readonly workloads?: ComponentConfig;
}

/** What `spec.certificateRotateStrategy` of a KubeVirt takes. */
export interface CertificateRotateStrategy {
  /** Certificates that KubeVirt makes itself. `SelfSignedCertificates`. In KubeVirt v1.5 and later. */
  readonly selfSigned?: SelfSignedCertificates;
}

/** What `spec.configuration` of a KubeVirt takes. */
export interface KubeVirtConfiguration {
  /** Factor by which the memory that QEMU needs is reckoned higher. String. In KubeVirt v1.5 and later. */
  readonly additionalGuestMemoryOverheadRatio?: string;

  /** Limits of virt-api's requests. `ReloadableComponentConfiguration`. In KubeVirt v1.5 and later. */
  readonly apiConfiguration?: ReloadableComponentConfiguration;

  /** Machine types and firmware by architecture. `ArchitectureConfiguration`. In KubeVirt v1.5 and later. */
  readonly architectureConfiguration?: ArchitectureConfiguration;

  /** Namespaces in which VMs get a CPU limit, as quotas may ask. `LabelSelector`. In KubeVirt v1.5 and later. */
  readonly autoCPULimitNamespaceLabelSelector?: LabelSelector;

  /** VMs and namespaces with changed block tracking. `ChangedBlockTrackingLabelSelectors`, may be null. Since KubeVirt v1.8. */
  readonly changedBlockTrackingLabelSelectors?: ChangedBlockTrackingLabelSelectors;

  /** Whether the common instance types and preferences are installed. `FeatureState`, may be null. In KubeVirt v1.5 and later. */
  readonly commonInstancetypesDeployment?: FeatureState;

  /** Settings for confidential VMs. `ConfidentialCompute`, may be null. Since KubeVirt v1.9. */
  readonly confidentialCompute?: ConfidentialCompute;

  /** Limits of virt-controller's requests. `ReloadableComponentConfiguration`. In KubeVirt v1.5 and later. */
  readonly controllerConfiguration?: ReloadableComponentConfiguration;

  /** Processor of VMs that name none. String. In KubeVirt v1.5 and later. */
  readonly cpuModel?: string;

  /** What VMs that request no processors request for each. Quantity, such as `500m` or `4Gi`. In KubeVirt v1.5 and later. */
  readonly cpuRequest?: Quantity;

  /** RuntimeClass of the pods of VMs. String. In KubeVirt v1.5 and later. */
  readonly defaultRuntimeClass?: string;

  /** Feature gates, over-commitment, verbosity. `DeveloperConfiguration`. In KubeVirt v1.5 and later. */
  readonly developerConfiguration?: DeveloperConfiguration;

  /** Machine types that are allowed; older form. List of strings. In KubeVirt v1.5 and later. */
  readonly emulatedMachines?: string[];

  /** What happens on a drain to VMs that do not say. String. In KubeVirt v1.5 and later. */
  readonly evictionStrategy?: string;

  /** Limits of virt-handler's requests. `ReloadableComponentConfiguration`. In KubeVirt v1.5 and later. */
  readonly handlerConfiguration?: ReloadableComponentConfiguration;

  /** Hypervisors that may be used. List of `HypervisorConfiguration`, at most 1 items. Since KubeVirt v1.8. */
  readonly hypervisors?: HypervisorConfiguration[];

  /** When images of VMs' pods are fetched again. String. In KubeVirt v1.5 and later. */
  readonly imagePullPolicy?: string;

  /** How VMs refer to instance types. `InstancetypeConfiguration`, may be null. In KubeVirt v1.5 and later. */
  readonly instancetype?: InstancetypeConfiguration;

  /** Nodes on which like memory is shared. `KSMConfiguration`. In KubeVirt v1.5 and later. */
  readonly ksmConfiguration?: KSMConfiguration;

  /** How far VMs can grow while they run. `LiveUpdateConfiguration`. In KubeVirt v1.5 and later. */
  readonly liveUpdateConfiguration?: LiveUpdateConfiguration;

  /** Machine type of VMs that name none; older form. String. In KubeVirt v1.5 and later. */
  readonly machineType?: string;

  /** Virtual GPUs that nodes make. `MediatedDevicesConfiguration`. In KubeVirt v1.5 and later. */
  readonly mediatedDevicesConfiguration?: MediatedDevicesConfiguration;

  /** Seconds between two reports of the guest's memory. Integer. In KubeVirt v1.5 and later. */
  readonly memBalloonStatsPeriod?: number;

  /** Settings for all live migrations. `MigrationConfiguration`. In KubeVirt v1.5 and later. */
  readonly migrations?: MigrationConfiguration;

  /** Oldest processor that nodes are labelled for. String. In KubeVirt v1.5 and later. */
  readonly minCPUModel?: string;

  /** Default interface and binding plugins. `NetworkConfiguration`. In KubeVirt v1.5 and later. */
  readonly network?: NetworkConfiguration;

  /** Processors that nodes are not labelled for. Map of booleans. In KubeVirt v1.5 and later. */
  readonly obsoleteCPUModels?: { readonly [key: string]: boolean };

  /** Directory of the EFI firmware; older form. String. In KubeVirt v1.5 and later. */
  readonly ovmfPath?: string;

  /** Devices of nodes that VMs may have. `PermittedHostDevices`. In KubeVirt v1.5 and later. */
  readonly permittedHostDevices?: PermittedHostDevices;

  /** Whether VMs may reserve LUNs. `FeatureState`, may be null. Since KubeVirt v1.9. */
  readonly persistentReservationConfiguration?: FeatureState;

  /** Whether KubeVirt's roles become part of `admin`, `edit` and `view`. String, one of `AggregateToDefault`, `Manual`. Since KubeVirt v1.8. */
  readonly roleAggregationStrategy?: string;

  /** Seccomp profile of VMs' pods. `SeccompConfiguration`. In KubeVirt v1.5 and later. */
  readonly seccompConfiguration?: SeccompConfiguration;

  /** SELinux type of VMs' pods. String. In KubeVirt v1.5 and later. */
  readonly selinuxLauncherType?: string;

  /** What guests read in SMBIOS about their maker. `SMBiosConfiguration`. In KubeVirt v1.5 and later. */
  readonly smbios?: SMBiosConfiguration;

  /** Requests and limits of the containers beside QEMU. List of `SupportContainerResource`, unique by `type`. In KubeVirt v1.5 and later. */
  readonly supportContainerResources?: SupportContainerResource[];

  /** Guest agents that are supported. List of strings. In KubeVirt v1.5 and later. */
  readonly supportedGuestAgentVersions?: string[];

  /** Lowest TLS release and ciphers. `TLSConfiguration`. In KubeVirt v1.5 and later. */
  readonly tlsConfiguration?: TLSConfiguration;

  /** Whether templates of VMs are installed. `FeatureState`, may be null. Since KubeVirt v1.8. */
  readonly virtTemplateDeployment?: FeatureState;

  /** How many VMs one node runs at most. Integer. In KubeVirt v1.5 and later. */
  readonly virtualMachineInstancesPerNode?: number;

  /** Switches for all VMs. `VirtualMachineOptions`. In KubeVirt v1.5 and later. */
  readonly virtualMachineOptions?: VirtualMachineOptions;

  /** When changes of a VM take effect. `LiveUpdate` at once where possible, `Stage` at the next restart. String, one of `Stage`, `LiveUpdate`, may be null. In KubeVirt v1.5 and later. */
  readonly vmRolloutStrategy?: string;

  /** Storage class for the state of TPM and EFI. String. In KubeVirt v1.5 and later. */
  readonly vmStateStorageClass?: string;

  /** Limits of the webhooks' requests. `ReloadableComponentConfiguration`. In KubeVirt v1.5 and later. */
  readonly webhookConfiguration?: ReloadableComponentConfiguration;
}

/** What `spec.customizeComponents` of a KubeVirt takes. */
export interface CustomizeComponents {
  /** Flags of KubeVirt's programs. `Flags`. In KubeVirt v1.5 and later. */
  readonly flags?: Flags;

  /** Patches for KubeVirt's objects. List of `CustomizeComponentsPatch`. In KubeVirt v1.5 and later. */
  readonly patches?: CustomizeComponentsPatch[];
}

/** What `spec.infra` of a KubeVirt takes, and what one other place takes. */
export interface ComponentConfig {
  /** Nodes that they run on. `NodePlacement`. In KubeVirt v1.5 and later. */
  readonly nodePlacement?: NodePlacement;

  /** How many of them; virt-api and virt-controller only. Integer. In KubeVirt v1.5 and later. */
  readonly replicas?: number;
}

/** What `spec.workloadUpdateStrategy` of a KubeVirt takes. */
export interface WorkloadUpdateStrategy {
  /** How long to wait between two batches. String. In KubeVirt v1.5 and later. */
  readonly batchEvictionInterval?: string;

  /** How many VMs are ended at once. Integer. In KubeVirt v1.5 and later. */
  readonly batchEvictionSize?: number;

  /** `LiveMigrate` moves VMs that can; `Evict` ends the others. List of strings. In KubeVirt v1.5 and later. */
  readonly workloadUpdateMethods?: string[];
}

/** What `spec.certificateRotateStrategy.selfSigned` of a KubeVirt takes. */
export interface SelfSignedCertificates {
  /** The authority. `CertConfig`. In KubeVirt v1.5 and later. */
  readonly ca?: CertConfig;

  /** How long an old authority is trusted beside the new one; older form. String. In KubeVirt v1.5 and later. */
  readonly caOverlapInterval?: string;

  /** How long the authority lasts; older form. String. In KubeVirt v1.5 and later. */
  readonly caRotateInterval?: string;

  /** How long a certificate lasts; older form. String. In KubeVirt v1.5 and later. */
  readonly certRotateInterval?: string;

  /** The certificates. `CertConfig`. In KubeVirt v1.5 and later. */
  readonly server?: CertConfig;
}

/** What `spec.configuration.apiConfiguration` of a KubeVirt takes, and what 3 other places take. */
export interface ReloadableComponentConfiguration {
  /** Limits of its requests. `RESTClientConfiguration`. In KubeVirt v1.5 and later. */
  readonly restClient?: RESTClientConfiguration;
}

/** What `spec.configuration.architectureConfiguration` of a KubeVirt takes. */
export interface ArchitectureConfiguration {
  /** Settings for amd64. `ArchSpecificConfiguration`. In KubeVirt v1.5 and later. */
  readonly amd64?: ArchSpecificConfiguration;

  /** Settings for arm64. `ArchSpecificConfiguration`. In KubeVirt v1.5 and later. */
  readonly arm64?: ArchSpecificConfiguration;

  /** Architecture of VMs that name none. String. In KubeVirt v1.5 and later. */
  readonly defaultArchitecture?: string;

  /** Settings for ppc64le. `ArchSpecificConfiguration`. In KubeVirt v1.5 and later. */
  readonly ppc64le?: ArchSpecificConfiguration;

  /** Settings for s390x. `ArchSpecificConfiguration`. Since KubeVirt v1.8. */
  readonly s390x?: ArchSpecificConfiguration;
}

/** What `spec.configuration.changedBlockTrackingLabelSelectors` of a KubeVirt takes. */
export interface ChangedBlockTrackingLabelSelectors {
  /** Labels of namespaces. `LabelSelector`. Since KubeVirt v1.8. */
  readonly namespaceLabelSelector?: LabelSelector;

  /** Labels of VMs. `LabelSelector`. Since KubeVirt v1.8. */
  readonly virtualMachineLabelSelector?: LabelSelector;
}

/** What `spec.configuration.confidentialCompute` of a KubeVirt takes. */
export interface ConfidentialCompute {
  /** Settings for Intel TDX. `TDXConfiguration`, may be null. Since KubeVirt v1.9. */
  readonly tdx?: TDXConfiguration;
}

/** What `spec.configuration.developerConfiguration` of a KubeVirt takes. */
export interface DeveloperConfiguration {
  /** Profiles KubeVirt's own pods. Boolean. Since KubeVirt v1.8. */
  readonly clusterProfiler?: boolean;

  /** Processors of guests for each requested one of the host. Integer. In KubeVirt v1.5 and later. */
  readonly cpuAllocationRatio?: number;

  /** Feature gates that are off. List of strings. Since KubeVirt v1.8. */
  readonly disabledFeatureGates?: string[];

  /** Limits for the check of images. `DiskVerification`. In KubeVirt v1.5 and later. */
  readonly diskVerification?: DiskVerification;

  /** Feature gates that are on. List of strings. In KubeVirt v1.5 and later. */
  readonly featureGates?: string[];

  /** How much KubeVirt's pods log. `LogVerbosity`. In KubeVirt v1.5 and later. */
  readonly logVerbosity?: LogVerbosity;

  /** Memory of guests for each requested one of the host, in percent. Integer, at least 10. In KubeVirt v1.5 and later. */
  readonly memoryOvercommit?: number;

  /** Lowest frequency of the time counter that nodes agree on. Integer. In KubeVirt v1.5 and later. */
  readonly minimumClusterTSCFrequency?: number;

  /** Bytes that stay free on a claim with a filesystem. Integer. In KubeVirt v1.5 and later. */
  readonly minimumReservePVCBytes?: number;

  /** Labels of the nodes for VMs. Map of strings. In KubeVirt v1.5 and later. */
  readonly nodeSelectors?: { readonly [key: string]: string };

  /** By how many percent a claim may be smaller than a disk. Integer. In KubeVirt v1.5 and later. */
  readonly pvcTolerateLessSpaceUpToPercent?: number;

  /** Runs VMs without hardware support, slowly; for tests. Boolean. In KubeVirt v1.5 and later. */
  readonly useEmulation?: boolean;
}

/** What `spec.configuration.instancetype` of a KubeVirt takes. */
export interface InstancetypeConfiguration {
  /** Whether a VM keeps a reference to its instance type, or a copy of what it says. String, one of `reference`, `expand`, `expandAll`, may be null. In KubeVirt v1.5 and later. */
  readonly referencePolicy?: string;
}

/** What `spec.configuration.ksmConfiguration` of a KubeVirt takes. */
export interface KSMConfiguration {
  /** The nodes. `LabelSelector`. In KubeVirt v1.5 and later. */
  readonly nodeLabelSelector?: LabelSelector;
}

/** What `spec.configuration.liveUpdateConfiguration` of a KubeVirt takes. */
export interface LiveUpdateConfiguration {
  /** Sockets that VMs can grow to. Integer. In KubeVirt v1.5 and later. */
  readonly maxCpuSockets?: number;

  /** Memory that VMs can grow to. Quantity, such as `500m` or `4Gi`. In KubeVirt v1.5 and later. */
  readonly maxGuest?: Quantity;

  /** Factor by which VMs can grow. Integer. In KubeVirt v1.5 and later. */
  readonly maxHotplugRatio?: number;
}

/** What `spec.configuration.mediatedDevicesConfiguration` of a KubeVirt takes. */
export interface MediatedDevicesConfiguration {
  /** Whether KubeVirt makes them. Boolean. Since KubeVirt v1.8. */
  readonly enabled?: boolean;

  /** Types that are made. List of strings. In KubeVirt v1.5 and later. */
  readonly mediatedDeviceTypes?: string[];

  /** Types that are made; older form. List of strings. In KubeVirt v1.5 and later. */
  readonly mediatedDevicesTypes?: string[];

  /** Types that are made on some nodes. List of `NodeMediatedDeviceTypesConfig`. In KubeVirt v1.5 and later. */
  readonly nodeMediatedDeviceTypes?: NodeMediatedDeviceTypesConfig[];
}

/** What `spec.configuration.migrations` of a KubeVirt takes. */
export interface MigrationConfiguration {
  /** Slows the guest down when its memory changes faster than it is copied. Boolean. In KubeVirt v1.5 and later. */
  readonly allowAutoConverge?: boolean;

  /** Starts the guest on the target before its memory has arrived, when time is up. If either node fails then, the guest is lost. Boolean. In KubeVirt v1.5 and later. */
  readonly allowPostCopy?: boolean;

  /** Pauses the guest, or uses post-copy, when time is up, so that the migration ends. Boolean. In KubeVirt v1.5 and later. */
  readonly allowWorkloadDisruption?: boolean;

  /** How much of the network one migration may use, per second; 0 is all. Quantity, such as `500m` or `4Gi`. In KubeVirt v1.5 and later. */
  readonly bandwidthPerMigration?: Quantity;

  /** Seconds for each GiB of the guest after which a migration has taken too long. Integer. In KubeVirt v1.5 and later. */
  readonly completionTimeoutPerGiB?: number;

  /** Copies without encryption. Boolean. In KubeVirt v1.5 and later. */
  readonly disableTLS?: boolean;

  /** Gives the target the SELinux level of the source. Boolean. In KubeVirt v1.5 and later. */
  readonly matchSELinuxLevelOnMigration?: boolean;

  /** Milliseconds that the guest may stand still at the end. Integer, 1 to 2000000. Since KubeVirt v1.9. */
  readonly maxDowntimeMs?: number;

  /** NetworkAttachmentDefinition that migrations use instead of the pod network. String. In KubeVirt v1.5 and later. */
  readonly network?: string;

  /** Taint by which a drain is recognized. String. In KubeVirt v1.5 and later. */
  readonly nodeDrainTaintKey?: string;

  /** How many migrations run at once in the cluster. Integer. In KubeVirt v1.5 and later. */
  readonly parallelMigrationsPerCluster?: number;

  /** How many migrations leave one node at once. Integer. In KubeVirt v1.5 and later. */
  readonly parallelOutboundMigrationsPerNode?: number;

  /** Seconds without progress after which a migration is given up. Integer. In KubeVirt v1.5 and later. */
  readonly progressTimeout?: number;

  /** Migrates although KubeVirt deems it unsafe. Boolean. In KubeVirt v1.5 and later. */
  readonly unsafeMigrationOverride?: boolean;

  /** Seconds that a migration waits for volumes of KubeVirt to be detached. Integer. Since KubeVirt v1.8. */
  readonly utilityVolumesTimeout?: number;
}

/** What `spec.configuration.network` of a KubeVirt takes. */
export interface NetworkConfiguration {
  /** Binding plugins, by name. Map of `InterfaceBindingPlugin`. In KubeVirt v1.5 and later. */
  readonly binding?: { readonly [key: string]: InterfaceBindingPlugin };

  /** Binding of interfaces that name none. String. In KubeVirt v1.5 and later. */
  readonly defaultNetworkInterface?: string;

  /** Whether VMs may be connected to the pod network by a bridge. Boolean. In KubeVirt v1.5 and later. */
  readonly permitBridgeInterfaceOnPodNetwork?: boolean;

  /** Whether VMs may use slirp; no longer supported. Boolean. In KubeVirt v1.5 and later. */
  readonly permitSlirpInterface?: boolean;
}

/** What `spec.configuration.permittedHostDevices` of a KubeVirt takes. */
export interface PermittedHostDevices {
  /** Virtual GPUs. List of `MediatedHostDevice`. In KubeVirt v1.5 and later. */
  readonly mediatedDevices?: MediatedHostDevice[];

  /** PCI devices. List of `PciHostDevice`. In KubeVirt v1.5 and later. */
  readonly pciHostDevices?: PciHostDevice[];

  /** USB devices. List of `USBHostDevice`. In KubeVirt v1.5 and later. */
  readonly usb?: USBHostDevice[];
}

/** What `spec.configuration.seccompConfiguration` of a KubeVirt takes. */
export interface SeccompConfiguration {
  /** Profile of VMs' pods. `SeccompProfile`. In KubeVirt v1.5 and later. */
  readonly virtualMachineInstanceProfile?: SeccompProfile;
}

/** What `spec.configuration.smbios` of a KubeVirt takes. */
export interface SMBiosConfiguration {
  /** Family of the product. String. In KubeVirt v1.5 and later. */
  readonly family?: string;

  /** Who made it. String. In KubeVirt v1.5 and later. */
  readonly manufacturer?: string;

  /** Name of the product. String. In KubeVirt v1.5 and later. */
  readonly product?: string;

  /** Stock keeping unit. String. In KubeVirt v1.5 and later. */
  readonly sku?: string;

  /** Version of the product. String. In KubeVirt v1.5 and later. */
  readonly version?: string;
}

/** What `spec.configuration.tlsConfiguration` of a KubeVirt takes. */
export interface TLSConfiguration {
  /** Ciphers that are allowed, up to TLS 1.2. List of strings, each once. In KubeVirt v1.5 and later. */
  readonly ciphers?: string[];

  /** Lowest TLS release. String, one of `VersionTLS10`, `VersionTLS11`, `VersionTLS12`, `VersionTLS13`. In KubeVirt v1.5 and later. */
  readonly minTLSVersion?: string;
}

/** What `spec.configuration.virtualMachineOptions` of a KubeVirt takes. */
export interface VirtualMachineOptions {
  /** Keeps guests from giving free memory back. Empty object: being there is what it says. In KubeVirt v1.5 and later. */
  readonly disableFreePageReporting?: any;

  /** Keeps serial consoles out of the logs. Empty object: being there is what it says. In KubeVirt v1.5 and later. */
  readonly disableSerialConsoleLog?: any;
}

/** What `spec.customizeComponents.flags` of a KubeVirt takes. */
export interface Flags {
  /** Flags of virt-api. Map of strings. In KubeVirt v1.5 and later. */
  readonly api?: { readonly [key: string]: string };

  /** Flags of virt-controller. Map of strings. In KubeVirt v1.5 and later. */
  readonly controller?: { readonly [key: string]: string };

  /** Flags of virt-handler. Map of strings. In KubeVirt v1.5 and later. */
  readonly handler?: { readonly [key: string]: string };
}

/** What `spec.infra.nodePlacement` of a KubeVirt takes, and what one other place takes. */
export interface NodePlacement {
  /** Nodes and pods that they are drawn to or kept away from. `Affinity`. In KubeVirt v1.5 and later. */
  readonly affinity?: Affinity;

  /** Labels that a node must have. Map of strings. In KubeVirt v1.5 and later. */
  readonly nodeSelector?: { readonly [key: string]: string };

  /** Taints that they stand. List of `Toleration`. In KubeVirt v1.5 and later. */
  readonly tolerations?: Toleration[];
}

/** What `spec.certificateRotateStrategy.selfSigned.ca` of a KubeVirt takes, and what one other place takes. */
export interface CertConfig {
  /** How long it lasts. String. In KubeVirt v1.5 and later. */
  readonly duration?: string;

  /** How long before its end it is renewed. String. In KubeVirt v1.5 and later. */
  readonly renewBefore?: string;
}

/** What `spec.configuration.apiConfiguration.restClient` of a KubeVirt takes, and what 3 other places take. */
export interface RESTClientConfiguration {
  /** How requests are limited. `RateLimiter`. In KubeVirt v1.5 and later. */
  readonly rateLimiter?: RateLimiter;
}

/** What `spec.configuration.architectureConfiguration.amd64` of a KubeVirt takes, and what 3 other places take. */
export interface ArchSpecificConfiguration {
  /** Machine types that are allowed. List of strings. In KubeVirt v1.5 and later. */
  readonly emulatedMachines?: string[];

  /** Machine type of VMs that name none. String. In KubeVirt v1.5 and later. */
  readonly machineType?: string;

  /** Directory of the EFI firmware. String. In KubeVirt v1.5 and later. */
  readonly ovmfPath?: string;
}

/** What `spec.configuration.confidentialCompute.tdx` of a KubeVirt takes. */
export interface TDXConfiguration {
  /** How guests are attested. `TDXAttestationConfiguration`. Since KubeVirt v1.9. */
  readonly attestation?: TDXAttestationConfiguration;
}

/** What `spec.configuration.developerConfiguration.diskVerification` of a KubeVirt takes. */
export interface DiskVerification {
  /** Memory that the check may use. Quantity, such as `500m` or `4Gi`. Required. In KubeVirt v1.5 and later. */
  readonly memoryLimit: Quantity;
}

/** What `spec.configuration.developerConfiguration.logVerbosity` of a KubeVirt takes. */
export interface LogVerbosity {
  /** How much virt-handler logs on single nodes. Map of integers. In KubeVirt v1.5 and later. */
  readonly nodeVerbosity?: { readonly [key: string]: number };

  /** How much virt-api logs. Integer. In KubeVirt v1.5 and later. */
  readonly virtAPI?: number;

  /** How much virt-controller logs. Integer. In KubeVirt v1.5 and later. */
  readonly virtController?: number;

  /** How much virt-handler logs. Integer. In KubeVirt v1.5 and later. */
  readonly virtHandler?: number;

  /** How much the pods of VMs log. Integer. In KubeVirt v1.5 and later. */
  readonly virtLauncher?: number;

  /** How much virt-operator logs. Integer. In KubeVirt v1.5 and later. */
  readonly virtOperator?: number;

  /** How much the controller for migrations between clusters logs. Integer. Since KubeVirt v1.8. */
  readonly virtSynchronizationController?: number;
}

/** What `spec.configuration.hypervisors[]` of a KubeVirt takes. */
export interface HypervisorConfiguration {
  /** Name of the hypervisor. String, one of `kvm`, `hyperv-direct`. Since KubeVirt v1.8. */
  readonly name?: string;
}

/** What `spec.configuration.seccompConfiguration.virtualMachineInstanceProfile` of a KubeVirt takes. */
export interface SeccompProfile {
  /** A profile of one's own. `CustomSeccompProfile`. In KubeVirt v1.5 and later. */
  readonly customProfile?: CustomSeccompProfile;
}

/** What `spec.configuration.supportContainerResources[]` of a KubeVirt takes. */
export interface SupportContainerResource {
  /** Requests and limits. `ComputeResourceRequirements`. Required. In KubeVirt v1.5 and later. */
  readonly resources: ComputeResourceRequirements;

  /** Which container. String. Required. In KubeVirt v1.5 and later. */
  readonly type: string;
}

/** What `spec.customizeComponents.patches[]` of a KubeVirt takes. */
export interface CustomizeComponentsPatch {
  /** The patch. String. Required. In KubeVirt v1.5 and later. */
  readonly patch: string;

  /** Name of the object. String, at least 1 characters. Required. In KubeVirt v1.5 and later. */
  readonly resourceName: string;

  /** Kind of the object. String, at least 1 characters. Required. In KubeVirt v1.5 and later. */
  readonly resourceType: string;

  /** Form of the patch. String. Required. In KubeVirt v1.5 and later. */
  readonly type: string;
}

/** What `spec.configuration.apiConfiguration.restClient.rateLimiter` of a KubeVirt takes, and what 3 other places take. */
export interface RateLimiter {
  /** So many at once, and so many per second. `TokenBucketRateLimiter`. In KubeVirt v1.5 and later. */
  readonly tokenBucketRateLimiter?: TokenBucketRateLimiter;
}

/** What `spec.configuration.confidentialCompute.tdx.attestation` of a KubeVirt takes. */
export interface TDXAttestationConfiguration {
  /**
   * Whether nodes without the service for it are left out. Boolean. Since KubeVirt v1.9.
   *
   * @default false
   */
  readonly enforced?: boolean;

  /**
   * Socket of the service on the nodes. String. Since KubeVirt v1.9.
   *
   * @default "/var/run/tdx-qgs/qgs.socket"
   */
  readonly qgsSocketPath?: string;
}

/** What `spec.configuration.mediatedDevicesConfiguration.nodeMediatedDeviceTypes[]` of a KubeVirt takes. */
export interface NodeMediatedDeviceTypesConfig {
  /** Types that are made. List of strings. In KubeVirt v1.5 and later. */
  readonly mediatedDeviceTypes?: string[];

  /** Types that are made; older form. List of strings. In KubeVirt v1.5 and later. */
  readonly mediatedDevicesTypes?: string[];

  /** The nodes. Map of strings. Required. In KubeVirt v1.5 and later. */
  readonly nodeSelector: { readonly [key: string]: string };
}

/** What `spec.configuration.network.binding.*` of a KubeVirt takes. */
export interface InterfaceBindingPlugin {
  /** What the plugin needs. `ComputeResourceRequirements`. In KubeVirt v1.5 and later. */
  readonly computeResourceOverhead?: ComputeResourceRequirements;

  /** How the guest is connected. String. In KubeVirt v1.5 and later. */
  readonly domainAttachmentType?: string;

  /** What the plugin is told of the network. String. In KubeVirt v1.5 and later. */
  readonly downwardAPI?: string;

  /** How the plugin migrates. `InterfaceBindingMigration`. In KubeVirt v1.5 and later. */
  readonly migration?: InterfaceBindingMigration;

  /** Network that the plugin brings along. String. In KubeVirt v1.5 and later. */
  readonly networkAttachmentDefinition?: string;

  /** Image that runs beside QEMU. String. In KubeVirt v1.5 and later. */
  readonly sidecarImage?: string;
}

/** What `spec.configuration.permittedHostDevices.mediatedDevices[]` of a KubeVirt takes. */
export interface MediatedHostDevice {
  /** Whether another device plugin offers them. Boolean. In KubeVirt v1.5 and later. */
  readonly externalResourceProvider?: boolean;

  /** Type of the virtual GPU. String. Required. In KubeVirt v1.5 and later. */
  readonly mdevNameSelector: string;

  /** Resource that they are offered as. String. Required. In KubeVirt v1.5 and later. */
  readonly resourceName: string;
}

/** What `spec.configuration.permittedHostDevices.pciHostDevices[]` of a KubeVirt takes. */
export interface PciHostDevice {
  /** Whether another device plugin offers them. Boolean. In KubeVirt v1.5 and later. */
  readonly externalResourceProvider?: boolean;

  /** Vendor and product, as `10DE:1EB8`. String. Required. In KubeVirt v1.5 and later. */
  readonly pciVendorSelector: string;

  /** Resource that they are offered as. String. Required. In KubeVirt v1.5 and later. */
  readonly resourceName: string;
}

/** What `spec.configuration.permittedHostDevices.usb[]` of a KubeVirt takes. */
export interface USBHostDevice {
  /** Whether another device plugin offers them. Boolean. In KubeVirt v1.5 and later. */
  readonly externalResourceProvider?: boolean;

  /** Resource that they are offered as. String. Required. In KubeVirt v1.5 and later. */
  readonly resourceName: string;

  /** Which USB devices. List of `USBSelector`. In KubeVirt v1.5 and later. */
  readonly selectors?: USBSelector[];
}

/** What `spec.configuration.seccompConfiguration.virtualMachineInstanceProfile.customProfile` of a KubeVirt takes. */
export interface CustomSeccompProfile {
  /** A file on the nodes. String. In KubeVirt v1.5 and later. */
  readonly localhostProfile?: string;

  /** Whether the profile of the container runtime is used. Boolean. In KubeVirt v1.5 and later. */
  readonly runtimeDefaultProfile?: boolean;
}

/** What `spec.configuration.apiConfiguration.restClient.rateLimiter.tokenBucketRateLimiter` of a KubeVirt takes, and what 3 other places take. */
export interface TokenBucketRateLimiter {
  /** How many requests at once. Integer. Required. In KubeVirt v1.5 and later. */
  readonly burst: number;

  /** How many requests per second. Number. Required. In KubeVirt v1.5 and later. */
  readonly qps: number;
}

/** What `spec.configuration.network.binding.*.migration` of a KubeVirt takes. */
export interface InterfaceBindingMigration {
  /** How the plugin migrates. String. In KubeVirt v1.5 and later. */
  readonly method?: string;
}

/** What `spec.configuration.permittedHostDevices.usb[].selectors[]` of a KubeVirt takes. */
export interface USBSelector {
  /** Number of the product. String. Required. In KubeVirt v1.5 and later. */
  readonly product: string;

  /** Number of the vendor. String. Required. In KubeVirt v1.5 and later. */
  readonly vendor: string;
}
