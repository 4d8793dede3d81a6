/**
 * What a user decides: a VM, what watches over it, and the cluster. Nothing here says what comes of it. Seconds and GiB; what is
 * undefined is not set in the manifests either.
 */
export interface Design {
  readonly cluster: ClusterDesign;
  readonly vm: VirtualMachineDesign;
  /** VMs like it, itself among them, spread evenly over the nodes. */
  readonly vms: number;
  /** A Service is in front of the VM. */
  readonly served: boolean;
  readonly migration: MigrationDesign;
  readonly check?: NodeHealthCheckDesign | MachineHealthCheckDesign;
}

export interface ClusterDesign {
  readonly product: 'openshift' | 'kubevirt';
  /** Minor release of KubeVirt 1. */
  readonly kubevirt: number;
  /** Minor release of Kubernetes 1. */
  readonly kubernetes: number;
  readonly latencyProfile?: 'Default' | 'MediumUpdateAverageReaction' | 'LowUpdateSlowReaction';
  /** Flags of kube-controller-manager, where its Pod is known: they decide, and no profile. */
  readonly flags?: { readonly gracePeriod?: number; readonly monitorPeriod?: number };
  /** Workers in each zone; one entry: no zones. */
  readonly zones: readonly number[];
  /** The workers are the nodes of the control plane. */
  readonly compact: boolean;
  /** The Node objects are known, with zones, roles, releases and room for pods; else the number of workers only. */
  readonly listsNodes: boolean;
  /** Pods that a node has room for; undefined: what the platform has by default. */
  readonly podsPerNode?: number;
  /** An upgrade of the cluster is in progress. */
  readonly upgrading: boolean;
}

export type RunStrategy = 'Always' | 'RerunOnFailure' | 'Manual' | 'Once';
export type ProbeHandler = 'httpGet' | 'tcpSocket' | 'exec' | 'guestAgentPing';

export interface ProbeDesign {
  readonly handler: ProbeHandler;
  readonly initialDelay?: number;
  readonly period?: number;
  readonly timeout?: number;
  readonly failureThreshold?: number;
  /** Of readiness probes only. */
  readonly successThreshold?: number;
}

export interface VirtualMachineDesign {
  readonly runStrategy: RunStrategy;
  readonly liveness?: ProbeDesign;
  readonly readiness?: ProbeDesign;
  readonly watchdog?: { readonly action?: 'reset' | 'poweroff' | 'shutdown' };
  /** `RuntimeWatchdogSec` of systemd in the guest; undefined: nothing opens the device. */
  readonly runtimeWatchdog?: number;
  readonly panicDevice: boolean;
  /** `kernel.panic` of the guest; undefined: it stays where it has panicked. */
  readonly kernelPanic?: number;
  /** What a reset of the guest does to its instance; undefined: the guest boots again in it. */
  readonly rebootPolicy?: 'Reboot' | 'Terminate';
  /** The longest time that a boot of the guest takes until it serves. */
  readonly bootTime: number;
  readonly gracePeriod?: number;
  readonly toleration: { readonly seconds: number } | 'default' | 'forever' | 'everything';
  readonly evictionStrategy?: 'None' | 'LiveMigrate' | 'LiveMigrateIfPossible';
  readonly storage: 'ReadWriteMany' | 'ReadWriteOnce' | 'none';
  readonly memory: number;
}

export interface MigrationDesign {
  readonly perNode?: number;
  readonly perCluster?: number;
  /** GiB per second. */
  readonly bandwidth?: number;
}

export type RemediationStrategy = 'ResourceDeletion' | 'OutOfServiceTaint';

export interface SelfNodeRemediationDesign {
  readonly kind: 'SelfNodeRemediation';
  readonly strategy: RemediationStrategy | 'Automatic';
  readonly config: {
    readonly apiCheckInterval?: number;
    readonly apiServerTimeout?: number;
    readonly maxApiErrorThreshold?: number;
    readonly peerDialTimeout?: number;
    readonly peerRequestTimeout?: number;
    readonly safeTime?: number;
  };
}

export interface FenceAgentsRemediationDesign {
  readonly kind: 'FenceAgentsRemediation';
  /** Undefined: the default of the operator. */
  readonly strategy?: RemediationStrategy;
  readonly retryCount?: number;
  readonly retryInterval?: number;
  readonly timeout?: number;
  /** Whether the management controllers lose their power with the hosts; undefined: nobody has said, and they do not. */
  readonly bmcPower?: 'separate' | 'shared';
}

export type RemediationDesign = SelfNodeRemediationDesign | FenceAgentsRemediationDesign;

export interface NodeHealthCheckDesign {
  readonly kind: 'NodeHealthCheck';
  /** Duration of Ready Unknown, and of Ready False. */
  readonly duration?: number;
  readonly minHealthy: string;
  readonly paused: boolean;
  /** More than one: an escalation, each step with its timeout. */
  readonly steps: readonly { readonly remediation: RemediationDesign; readonly timeout: number }[];
}

export interface MachineHealthCheckDesign {
  readonly kind: 'MachineHealthCheck';
  readonly timeout: number;
  readonly maxUnhealthy?: string;
}
