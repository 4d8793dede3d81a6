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

/** What `spec.template.spec` of a VirtualMachine takes, and what 2 other places take. */
export interface VirtualMachineInstanceSpec {
  /** SSH keys and passwords that are put into the guest from Secrets. List of `AccessCredential`, at most 256 items. In KubeVirt v1.5 and later. */
  readonly accessCredentials?: AccessCredential[];

  /** Which nodes, and which neighbours, the VM is drawn to or kept away from. `Affinity`. In KubeVirt v1.5 and later. */
  readonly affinity?: Affinity;

  /** Processor architecture of the guest, such as `amd64`. It decides the machine type and the watchdog. String. In KubeVirt v1.5 and later. */
  readonly architecture?: string;

  /** Name servers and search domains in addition to those of `dnsPolicy`, or instead of them. `PodDNSConfig`. In KubeVirt v1.5 and later. */
  readonly dnsConfig?: PodDNSConfig;

  /** Where the guest's DHCP gets its name servers from. `None` leaves it all to `dnsConfig`. String. In KubeVirt v1.5 and later. */
  readonly dnsPolicy?: string;

  /** Processor, memory, firmware and devices of the guest. `DomainSpec`. Required. In KubeVirt v1.5 and later. */
  readonly domain: DomainSpec;

  /** What happens to the VM when its node is drained. `LiveMigrate` moves it and blocks the drain while it cannot move; without a value the cluster's default counts. String. In KubeVirt v1.5 and later. */
  readonly evictionStrategy?: string;

  /** Host name that the guest is told; the name of the VM if unset. String. In KubeVirt v1.5 and later. */
  readonly hostname?: string;

  /** Tells a guest that has hung; the VM is ended after enough failures, and restarted as its run strategy says. `Probe`. In KubeVirt v1.5 and later. */
  readonly livenessProbe?: Probe;

  /** What interfaces are connected to; each needs an interface of the same name. List of `Network`, at most 256 items. In KubeVirt v1.5 and later. */
  readonly networks?: Network[];

  /** Labels that a node must have to run the VM. Map of strings. In KubeVirt v1.5 and later. */
  readonly nodeSelector?: { readonly [key: string]: string };

  /** PriorityClass that decides whose pods go first when nodes are full. String. In KubeVirt v1.5 and later. */
  readonly priorityClassName?: string;

  /** Tells whether the guest answers. Services send traffic to the VM only while it succeeds. `Probe`. In KubeVirt v1.5 and later. */
  readonly readinessProbe?: Probe;

  /** Devices that are claimed by dynamic resource allocation. List of `PodResourceClaim`, unique by `name`. Since KubeVirt v1.8. */
  readonly resourceClaims?: PodResourceClaim[];

  /** Scheduler that picks the node, in place of the cluster's own. String. In KubeVirt v1.5 and later. */
  readonly schedulerName?: string;

  /** ServiceAccount that the pod of the VM runs as. String. Since KubeVirt v1.9. */
  readonly serviceAccountName?: string;

  /** `Paused` leaves the processors stopped after the start, until somebody unpauses the VM. String. In KubeVirt v1.5 and later. */
  readonly startStrategy?: string;

  /** Name of the headless Service in whose domain the guest gets a DNS name. String. In KubeVirt v1.5 and later. */
  readonly subdomain?: string;

  /** Seconds that the guest has to shut down before it is killed; 30 if unset. Integer. In KubeVirt v1.5 and later. */
  readonly terminationGracePeriodSeconds?: number;

  /** Taints that the VM stands, and for how long. They decide how soon it leaves a node that is not reachable. List of `Toleration`. In KubeVirt v1.5 and later. */
  readonly tolerations?: Toleration[];

  /** How evenly VMs with the same labels are spread over hosts or zones. List of `TopologySpreadConstraint`, unique by `topologyKey` and `whenUnsatisfiable`. In KubeVirt v1.5 and later. */
  readonly topologySpreadConstraints?: TopologySpreadConstraint[];

  /** Volumes that KubeVirt adds for work of its own, such as backups; not for users. List of `UtilityVolume`, at most 256 items, unique by `name`. Since KubeVirt v1.8. */
  readonly utilityVolumes?: UtilityVolume[];

  /** What disks and filesystems are backed by; each disk takes the volume with its name. List of `Volume`, at most 256 items. In KubeVirt v1.5 and later. */
  readonly volumes?: Volume[];
}

/** What `spec.template.spec.domain` of a VirtualMachine takes, and what 2 other places take. */
export interface DomainSpec {
  /** What the guest reads in SMBIOS about its case. `Chassis`. In KubeVirt v1.5 and later. */
  readonly chassis?: Chassis;

  /** Time zone or offset of the hardware clock, and the timers. `Clock`. In KubeVirt v1.5 and later. */
  readonly clock?: Clock;

  /** Number, model and features of the processors. `Cpu`. In KubeVirt v1.5 and later. */
  readonly cpu?: Cpu;

  /** Disks, interfaces and all other hardware. `Devices`. Required. In KubeVirt v1.5 and later. */
  readonly devices: Devices;

  /** Features of the hypervisor that the guest sees, such as ACPI, SMM and those for Windows. `Features`. In KubeVirt v1.5 and later. */
  readonly features?: Features;

  /** Boot loader, serial number and UUID. `Firmware`. In KubeVirt v1.5 and later. */
  readonly firmware?: Firmware;

  /** How many threads work on disks, when the policy is `supplementalPool`. `DiskIOThreads`. In KubeVirt v1.5 and later. */
  readonly ioThreads?: DiskIOThreads;

  /** Which threads work on disks. `shared` has one for all, `auto` several by the number of processors, `supplementalPool` a number of its own. String. In KubeVirt v1.5 and later. */
  readonly ioThreadsPolicy?: string;

  /** Memory encryption of confidential VMs; they cannot migrate. `LaunchSecurity`. In KubeVirt v1.5 and later. */
  readonly launchSecurity?: LaunchSecurity;

  /** Machine type that QEMU emulates. `Machine`. In KubeVirt v1.5 and later. */
  readonly machine?: Machine;

  /** How much memory the guest sees, and what it is backed by. `Memory`. In KubeVirt v1.5 and later. */
  readonly memory?: Memory;

  /** What a reboot from inside does. `Terminate` ends the instance, so that pending changes are taken up at the next start. String, one of `Reboot`, `Terminate`. Since KubeVirt v1.8. */
  readonly rebootPolicy?: string;

  /** What the pod of the VM requests and may use at most. `ResourceRequirements`. In KubeVirt v1.5 and later. */
  readonly resources?: ResourceRequirements;
}

/** What `spec.template.spec.livenessProbe` of a VirtualMachine takes, and what 5 other places take. */
export interface Probe {
  /** Runs a command in the guest through its agent; 0 is success. `ExecAction`. In KubeVirt v1.5 and later. */
  readonly exec?: ExecAction;

  /** Failures in a row until it counts. Integer. In KubeVirt v1.5 and later. */
  readonly failureThreshold?: number;

  /** Asks the guest agent for a sign of life. Empty object: being there is what it says. In KubeVirt v1.5 and later. */
  readonly guestAgentPing?: any;

  /** Requests a page; 200 to 399 is success. `HTTPGetAction`. In KubeVirt v1.5 and later. */
  readonly httpGet?: HTTPGetAction;

  /** Seconds from the start of the instance to the first try. KubeVirt adds 10. Integer. In KubeVirt v1.5 and later. */
  readonly initialDelaySeconds?: number;

  /** Seconds between two tries. Integer. In KubeVirt v1.5 and later. */
  readonly periodSeconds?: number;

  /** Successes in a row after a failure until it counts; 1 for liveness. Integer. In KubeVirt v1.5 and later. */
  readonly successThreshold?: number;

  /** Opens a connection. `TCPSocketAction`. In KubeVirt v1.5 and later. */
  readonly tcpSocket?: TCPSocketAction;

  /** Seconds after which a try without an answer has failed. Integer. In KubeVirt v1.5 and later. */
  readonly timeoutSeconds?: number;
}

/** What `spec.template.spec.accessCredentials[]` of a VirtualMachine takes, and what 2 other places take. */
export interface AccessCredential {
  /** Public SSH keys for users of the guest. `SSHPublicKeyAccessCredential`. In KubeVirt v1.5 and later. */
  readonly sshPublicKey?: SSHPublicKeyAccessCredential;

  /** Passwords for users of the guest. `UserPasswordAccessCredential`. In KubeVirt v1.5 and later. */
  readonly userPassword?: UserPasswordAccessCredential;
}

/** What `spec.template.spec.domain.ioThreads` of a VirtualMachine takes, and what 4 other places take. */
export interface DiskIOThreads {
  /** Number of threads. Integer. In KubeVirt v1.5 and later. */
  readonly supplementalPoolThreadCount?: number;
}

/** What `spec.template.spec.domain.machine` of a VirtualMachine takes, and what 2 other places take. */
export interface Machine {
  /** Machine type, such as `q35` or `pc-q35-rhel9.6.0`. A plain one becomes a fixed one at the first start. String. In KubeVirt v1.5 and later. */
  readonly type?: string;
}

/** What `spec.template.spec.domain.resources` of a VirtualMachine takes, and what 2 other places take. */
export interface ResourceRequirements {
  /** The most that the pod may use. Map of quantities. In KubeVirt v1.5 and later. */
  readonly limits?: { readonly [key: string]: Quantity };

  /** Leaves the memory that QEMU needs out of the request. Boolean. In KubeVirt v1.5 and later. */
  readonly overcommitGuestOverhead?: boolean;

  /** What the scheduler sets aside on the node. Map of quantities. In KubeVirt v1.5 and later. */
  readonly requests?: { readonly [key: string]: Quantity };
}

/** What `spec.template.spec.networks[]` of a VirtualMachine takes, and what 2 other places take. */
export interface Network {
  /** A network of a NetworkAttachmentDefinition. `MultusNetwork`. In KubeVirt v1.5 and later. */
  readonly multus?: MultusNetwork;

  /** Name that the interface for it has as well. String. Required. In KubeVirt v1.5 and later. */
  readonly name: string;

  /** The network of the cluster, which Services and Routes reach; at most one. `PodNetwork`. In KubeVirt v1.5 and later. */
  readonly pod?: PodNetwork;

  /** A network device of a resource claim. `ResourceClaimNetworkSource`. Since KubeVirt v1.9. */
  readonly resourceClaim?: ResourceClaimNetworkSource;
}

/** What `spec.template.spec.accessCredentials[].sshPublicKey` of a VirtualMachine takes, and what 2 other places take. */
export interface SSHPublicKeyAccessCredential {
  /** How the keys come into the guest. `SSHPublicKeyPropagationMethod`. Required. In KubeVirt v1.5 and later. */
  readonly propagationMethod: SSHPublicKeyPropagationMethod;

  /** Where the keys are. `AccessCredentialSource`. Required. In KubeVirt v1.5 and later. */
  readonly source: AccessCredentialSource;
}

/** What `spec.template.spec.accessCredentials[].userPassword` of a VirtualMachine takes, and what 2 other places take. */
export interface UserPasswordAccessCredential {
  /** How the passwords come into the guest. `UserPasswordPropagationMethod`. Required. In KubeVirt v1.5 and later. */
  readonly propagationMethod: UserPasswordPropagationMethod;

  /** Where the passwords are; each key of the Secret is a user. `AccessCredentialSource`. Required. In KubeVirt v1.5 and later. */
  readonly source: AccessCredentialSource;
}

/** What `spec.template.spec.networks[].multus` of a VirtualMachine takes, and what 2 other places take. */
export interface MultusNetwork {
  /** Makes it the default network of the pod, in place of the cluster's. Boolean. In KubeVirt v1.5 and later. */
  readonly default?: boolean;

  /** The NetworkAttachmentDefinition, as `name` or `namespace/name`. String. Required. In KubeVirt v1.5 and later. */
  readonly networkName: string;
}

/** What `spec.template.spec.networks[].pod` of a VirtualMachine takes, and what 2 other places take. */
export interface PodNetwork {
  /** IPv6 addresses behind masquerade; `fd10:0:2::/120` if unset. String. In KubeVirt v1.5 and later. */
  readonly vmIPv6NetworkCIDR?: string;

  /** IPv4 addresses behind masquerade; `10.0.2.0/24` if unset. String. In KubeVirt v1.5 and later. */
  readonly vmNetworkCIDR?: string;
}

/** What `spec.template.spec.networks[].resourceClaim` of a VirtualMachine takes, and what 2 other places take. */
export interface ResourceClaimNetworkSource {
  /** Which of the VM's resource claims. String. Since KubeVirt v1.9. */
  readonly claimName?: string;

  /** Which request of that claim. String. Since KubeVirt v1.9. */
  readonly requestName?: string;
}

/** What `spec.template.spec.accessCredentials[].sshPublicKey.propagationMethod` of a VirtualMachine takes, and what 2 other places take. */
export interface SSHPublicKeyPropagationMethod {
  /** With cloud-init's config drive at the first boot; needs a cloudInitConfigDrive volume. Empty object: being there is what it says. In KubeVirt v1.5 and later. */
  readonly configDrive?: any;

  /** With cloud-init's NoCloud at the first boot; needs a cloudInitNoCloud volume. Empty object: being there is what it says. In KubeVirt v1.5 and later. */
  readonly noCloud?: any;

  /** Through the guest agent, at any time; keys are exchanged while the VM runs. `QemuGuestAgentPropagation`. In KubeVirt v1.5 and later. */
  readonly qemuGuestAgent?: QemuGuestAgentPropagation;
}

/** What `spec.template.spec.accessCredentials[].sshPublicKey.source` of a VirtualMachine takes, and what 5 other places take. */
export interface AccessCredentialSource {
  /** Secret that holds them; several keys or users in one. `AccessCredentialSecretSource`. In KubeVirt v1.5 and later. */
  readonly secret?: AccessCredentialSecretSource;
}

/** What `spec.template.spec.accessCredentials[].userPassword.propagationMethod` of a VirtualMachine takes, and what 2 other places take. */
export interface UserPasswordPropagationMethod {
  /** Through the guest agent, at any time. Empty object: being there is what it says. In KubeVirt v1.5 and later. */
  readonly qemuGuestAgent?: any;
}

/** What `spec.template.spec.accessCredentials[].sshPublicKey.propagationMethod.qemuGuestAgent` of a VirtualMachine takes, and what 2 other places take. */
export interface QemuGuestAgentPropagation {
  /** Users of the guest whose authorized_keys are written. List of strings, each once. Required. In KubeVirt v1.5 and later. */
  readonly users: string[];
}

/** What `spec.template.spec.accessCredentials[].sshPublicKey.source.secret` of a VirtualMachine takes, and what 5 other places take. */
export interface AccessCredentialSecretSource {
  /** Name of the Secret. The pod gets a volume called after it, so at most 51 characters are safe. String. Required. In KubeVirt v1.5 and later. */
  readonly secretName: string;
}
