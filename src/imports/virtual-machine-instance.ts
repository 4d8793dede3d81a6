// Generated from CustomResourceDefinitions. To regenerate: npm run import -- --crds DIR
import type { Devices } from './devices';
import type { Chassis, Clock, Cpu, Features, Firmware, LaunchSecurity, Memory } from './guest';
import type {
  Affinity,
  ExecAction,
  HTTPGetAction,
  PodDNSConfig,
  PodResourceClaim,
  TCPSocketAction,
  Toleration,
  TopologySpreadConstraint,
} from './kubernetes';
import type { Quantity } from './quantity';
import type { UtilityVolume, Volume } from './volumes';

/** What `spec.template.spec` of a VirtualMachine takes, and what one other place takes. */
export interface VirtualMachineInstanceSpec {
  /** List of `AccessCredential`, at most 256 items. In KubeVirt v1.5 and later. */
  readonly accessCredentials?: AccessCredential[];

  /** `Affinity`. In KubeVirt v1.5 and later. */
  readonly affinity?: Affinity;

  /** String. In KubeVirt v1.5 and later. */
  readonly architecture?: string;

  /** `PodDNSConfig`. In KubeVirt v1.5 and later. */
  readonly dnsConfig?: PodDNSConfig;

  /** String. In KubeVirt v1.5 and later. */
  readonly dnsPolicy?: string;

  /** `DomainSpec`. Required. In KubeVirt v1.5 and later. */
  readonly domain: DomainSpec;

  /** String. In KubeVirt v1.5 and later. */
  readonly evictionStrategy?: string;

  /** String. In KubeVirt v1.5 and later. */
  readonly hostname?: string;

  /** `Probe`. In KubeVirt v1.5 and later. */
  readonly livenessProbe?: Probe;

  /** List of `Network`, at most 256 items. In KubeVirt v1.5 and later. */
  readonly networks?: Network[];

  /** Map of strings. In KubeVirt v1.5 and later. */
  readonly nodeSelector?: { readonly [key: string]: string };

  /** String. In KubeVirt v1.5 and later. */
  readonly priorityClassName?: string;

  /** `Probe`. In KubeVirt v1.5 and later. */
  readonly readinessProbe?: Probe;

  /** List of `PodResourceClaim`, unique by `name`. Since KubeVirt v1.8. */
  readonly resourceClaims?: PodResourceClaim[];

  /** String. In KubeVirt v1.5 and later. */
  readonly schedulerName?: string;

  /** String. Since KubeVirt v1.9. */
  readonly serviceAccountName?: string;

  /** String. In KubeVirt v1.5 and later. */
  readonly startStrategy?: string;

  /** String. In KubeVirt v1.5 and later. */
  readonly subdomain?: string;

  /** Integer. In KubeVirt v1.5 and later. */
  readonly terminationGracePeriodSeconds?: number;

  /** List of `Toleration`. In KubeVirt v1.5 and later. */
  readonly tolerations?: Toleration[];

  /** List of `TopologySpreadConstraint`, unique by `topologyKey` and `whenUnsatisfiable`. In KubeVirt v1.5 and later. */
  readonly topologySpreadConstraints?: TopologySpreadConstraint[];

  /** List of `UtilityVolume`, at most 256 items, unique by `name`. Since KubeVirt v1.8. */
  readonly utilityVolumes?: UtilityVolume[];

  /** List of `Volume`, at most 256 items. In KubeVirt v1.5 and later. */
  readonly volumes?: Volume[];
}

/** What `spec.template.spec.domain` of a VirtualMachine takes, and what one other place takes. */
export interface DomainSpec {
  /** `Chassis`. In KubeVirt v1.5 and later. */
  readonly chassis?: Chassis;

  /** `Clock`. In KubeVirt v1.5 and later. */
  readonly clock?: Clock;

  /** `Cpu`. In KubeVirt v1.5 and later. */
  readonly cpu?: Cpu;

  /** `Devices`. Required. In KubeVirt v1.5 and later. */
  readonly devices: Devices;

  /** `Features`. In KubeVirt v1.5 and later. */
  readonly features?: Features;

  /** `Firmware`. In KubeVirt v1.5 and later. */
  readonly firmware?: Firmware;

  /** `DiskIOThreads`. In KubeVirt v1.5 and later. */
  readonly ioThreads?: DiskIOThreads;

  /** String. In KubeVirt v1.5 and later. */
  readonly ioThreadsPolicy?: string;

  /** `LaunchSecurity`. In KubeVirt v1.5 and later. */
  readonly launchSecurity?: LaunchSecurity;

  /** `Machine`. In KubeVirt v1.5 and later. */
  readonly machine?: Machine;

  /** `Memory`. In KubeVirt v1.5 and later. */
  readonly memory?: Memory;

  /** String, one of `Reboot`, `Terminate`. Since KubeVirt v1.8. */
  readonly rebootPolicy?: string;

  /** `ResourceRequirements`. In KubeVirt v1.5 and later. */
  readonly resources?: ResourceRequirements;
}

/** What `spec.template.spec.livenessProbe` of a VirtualMachine takes, and what 3 other places take. */
export interface Probe {
  /** `ExecAction`. In KubeVirt v1.5 and later. */
  readonly exec?: ExecAction;

  /** Integer. In KubeVirt v1.5 and later. */
  readonly failureThreshold?: number;

  /** Empty object: being there is what it says. In KubeVirt v1.5 and later. */
  readonly guestAgentPing?: any;

  /** `HTTPGetAction`. In KubeVirt v1.5 and later. */
  readonly httpGet?: HTTPGetAction;

  /** Integer. In KubeVirt v1.5 and later. */
  readonly initialDelaySeconds?: number;

  /** Integer. In KubeVirt v1.5 and later. */
  readonly periodSeconds?: number;

  /** Integer. In KubeVirt v1.5 and later. */
  readonly successThreshold?: number;

  /** `TCPSocketAction`. In KubeVirt v1.5 and later. */
  readonly tcpSocket?: TCPSocketAction;

  /** Integer. In KubeVirt v1.5 and later. */
  readonly timeoutSeconds?: number;
}

/** What `spec.template.spec.accessCredentials[]` of a VirtualMachine takes, and what one other place takes. */
export interface AccessCredential {
  /** `SSHPublicKeyAccessCredential`. In KubeVirt v1.5 and later. */
  readonly sshPublicKey?: SSHPublicKeyAccessCredential;

  /** `UserPasswordAccessCredential`. In KubeVirt v1.5 and later. */
  readonly userPassword?: UserPasswordAccessCredential;
}

/** What `spec.template.spec.domain.ioThreads` of a VirtualMachine takes, and what 3 other places take. */
export interface DiskIOThreads {
  /** Integer. In KubeVirt v1.5 and later. */
  readonly supplementalPoolThreadCount?: number;
}

/** What `spec.template.spec.domain.machine` of a VirtualMachine takes, and what one other place takes. */
export interface Machine {
  /** String. In KubeVirt v1.5 and later. */
  readonly type?: string;
}

/** What `spec.template.spec.domain.resources` of a VirtualMachine takes, and what one other place takes. */
export interface ResourceRequirements {
  /** Map of quantities. In KubeVirt v1.5 and later. */
  readonly limits?: { readonly [key: string]: Quantity };

  /** Boolean. In KubeVirt v1.5 and later. */
  readonly overcommitGuestOverhead?: boolean;

  /** Map of quantities. In KubeVirt v1.5 and later. */
  readonly requests?: { readonly [key: string]: Quantity };
}

/** What `spec.template.spec.networks[]` of a VirtualMachine takes, and what one other place takes. */
export interface Network {
  /** `MultusNetwork`. In KubeVirt v1.5 and later. */
  readonly multus?: MultusNetwork;

  /** String. Required. In KubeVirt v1.5 and later. */
  readonly name: string;

  /** `PodNetwork`. In KubeVirt v1.5 and later. */
  readonly pod?: PodNetwork;

  /** `ResourceClaimNetworkSource`. Since KubeVirt v1.9. */
  readonly resourceClaim?: ResourceClaimNetworkSource;
}

/** What `spec.template.spec.accessCredentials[].sshPublicKey` of a VirtualMachine takes, and what one other place takes. */
export interface SSHPublicKeyAccessCredential {
  /** `SSHPublicKeyPropagationMethod`. Required. In KubeVirt v1.5 and later. */
  readonly propagationMethod: SSHPublicKeyPropagationMethod;

  /** `AccessCredentialSource`. Required. In KubeVirt v1.5 and later. */
  readonly source: AccessCredentialSource;
}

/** What `spec.template.spec.accessCredentials[].userPassword` of a VirtualMachine takes, and what one other place takes. */
export interface UserPasswordAccessCredential {
  /** `UserPasswordPropagationMethod`. Required. In KubeVirt v1.5 and later. */
  readonly propagationMethod: UserPasswordPropagationMethod;

  /** `AccessCredentialSource`. Required. In KubeVirt v1.5 and later. */
  readonly source: AccessCredentialSource;
}

/** What `spec.template.spec.networks[].multus` of a VirtualMachine takes, and what one other place takes. */
export interface MultusNetwork {
  /** Boolean. In KubeVirt v1.5 and later. */
  readonly default?: boolean;

  /** String. Required. In KubeVirt v1.5 and later. */
  readonly networkName: string;
}

/** What `spec.template.spec.networks[].pod` of a VirtualMachine takes, and what one other place takes. */
export interface PodNetwork {
  /** String. In KubeVirt v1.5 and later. */
  readonly vmIPv6NetworkCIDR?: string;

  /** String. In KubeVirt v1.5 and later. */
  readonly vmNetworkCIDR?: string;
}

/** What `spec.template.spec.networks[].resourceClaim` of a VirtualMachine takes, and what one other place takes. */
export interface ResourceClaimNetworkSource {
  /** String. Since KubeVirt v1.9. */
  readonly claimName?: string;

  /** String. Since KubeVirt v1.9. */
  readonly requestName?: string;
}

/** What `spec.template.spec.accessCredentials[].sshPublicKey.propagationMethod` of a VirtualMachine takes, and what one other place takes. */
export interface SSHPublicKeyPropagationMethod {
  /** Empty object: being there is what it says. In KubeVirt v1.5 and later. */
  readonly configDrive?: any;

  /** Empty object: being there is what it says. In KubeVirt v1.5 and later. */
  readonly noCloud?: any;

  /** `QemuGuestAgentPropagation`. In KubeVirt v1.5 and later. */
  readonly qemuGuestAgent?: QemuGuestAgentPropagation;
}

/** What `spec.template.spec.accessCredentials[].sshPublicKey.source` of a VirtualMachine takes, and what 3 other places take. */
export interface AccessCredentialSource {
  /** `AccessCredentialSecretSource`. In KubeVirt v1.5 and later. */
  readonly secret?: AccessCredentialSecretSource;
}

/** What `spec.template.spec.accessCredentials[].userPassword.propagationMethod` of a VirtualMachine takes, and what one other place takes. */
export interface UserPasswordPropagationMethod {
  /** Empty object: being there is what it says. In KubeVirt v1.5 and later. */
  readonly qemuGuestAgent?: any;
}

/** What `spec.template.spec.accessCredentials[].sshPublicKey.propagationMethod.qemuGuestAgent` of a VirtualMachine takes, and what one other place takes. */
export interface QemuGuestAgentPropagation {
  /** List of strings. Required. In KubeVirt v1.5 and later. */
  readonly users: string[];
}

/** What `spec.template.spec.accessCredentials[].sshPublicKey.source.secret` of a VirtualMachine takes, and what 3 other places take. */
export interface AccessCredentialSecretSource {
  /** String. Required. In KubeVirt v1.5 and later. */
  readonly secretName: string;
}
