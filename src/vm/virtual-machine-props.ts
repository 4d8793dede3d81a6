import type { ApiObjectMetadata, Duration, Size } from 'cdk8s';
import type { Architecture } from '../cluster';
import type { CloudInit } from './cloud-init';
import type { Cpu } from './compute';
import type { Disk } from './disk';
import type { EvictionStrategy } from './eviction-strategy';
import type { NetworkInterface } from './network-interface';
import type { Probe } from './probe';
import type { RunStrategy } from './run-strategy';
import type { Toleration } from './toleration';

/** Options of a virtual machine. */
export interface VirtualMachineProps {
  /**
   * Metadata of the VirtualMachine. Its labels do not reach the pod that the VM runs in: see `podLabels`.
   *
   * @default - a name made from the construct path
   */
  readonly metadata?: ApiObjectMetadata;

  /**
   * When the VM is started again.
   *
   * Sets `spec.runStrategy`.
   *
   * @default RunStrategy.ALWAYS
   */
  readonly runStrategy?: RunStrategy;

  /**
   * What happens to the VM when its node is drained.
   *
   * Sets `spec.template.spec.evictionStrategy`.
   *
   * @default - the cluster's default: None in KubeVirt, LiveMigrate in OpenShift Virtualization with several nodes; LIVE_MIGRATE in a HighlyAvailableVM
   */
  readonly evictionStrategy?: EvictionStrategy;

  /**
   * CPU architecture of the guest. It has to be one that nodes of the cluster have.
   *
   * Sets `spec.template.spec.architecture`.
   *
   * @default - the field is left out; devices follow the architecture of the ClusterProfile
   */
  readonly architecture?: Architecture;

  /**
   * Virtual CPUs.
   *
   * Sets `spec.template.spec.domain.cpu`.
   *
   * @default - one
   */
  readonly cpu?: Cpu;

  /**
   * Memory that the guest sees. Whole mebibytes. KubeVirt starts no VM without memory.
   *
   * Sets `spec.template.spec.domain.memory.guest`.
   *
   * @default - none
   */
  readonly memory?: Size;

  /**
   * Disks, in the order in which the guest sees them.
   *
   * Sets `spec.template.spec.domain.devices.disks`, `spec.template.spec.volumes` and `spec.dataVolumeTemplates`.
   *
   * @default - none
   */
  readonly disks?: Disk[];

  /**
   * First-boot set-up of the guest.
   *
   * @default - none; a watchdog that is armed through cloud-init brings one
   */
  readonly cloudInit?: CloudInit;

  /**
   * Network interfaces, in the order in which the guest sees them.
   *
   * Sets `spec.template.spec.domain.devices.interfaces` and `spec.template.spec.networks`.
   *
   * @default - left to the cluster (a bridge on the pod network in KubeVirt: not live-migratable); masquerade on the pod network in a HighlyAvailableVM
   */
  readonly interfaces?: NetworkInterface[];

  /**
   * Whether network and disk queues scale with the number of CPUs.
   *
   * Sets `spec.template.spec.domain.devices.networkInterfaceMultiqueue`.
   *
   * @default false
   */
  readonly networkInterfaceMultiqueue?: boolean;

  /**
   * Whether the guest gets a random number generator fed by the host.
   *
   * Sets `spec.template.spec.domain.devices.rng`.
   *
   * @default false
   */
  readonly rng?: boolean;

  /**
   * Probe that decides whether Services send traffic to the VM. Without one a VM counts as ready as soon as its
   * domain runs, long before its operating system has booted.
   *
   * Sets `spec.template.spec.readinessProbe`.
   *
   * @default - none
   */
  readonly readiness?: Probe;

  /**
   * Probe that has the VM killed when it fails, so that the run strategy starts it again.
   *
   * Sets `spec.template.spec.livenessProbe`.
   *
   * @default - none
   */
  readonly liveness?: Probe;

  /**
   * How long the guest may take to shut down before it is killed. Whole seconds.
   *
   * Sets `spec.template.spec.terminationGracePeriodSeconds`.
   *
   * @default - 30 seconds, KubeVirt's default; 180 seconds in a HighlyAvailableVM
   */
  readonly terminationGracePeriod?: Duration;

  /**
   * Labels of the pod that the VM runs in: what Services, network policies and disruption budgets select.
   *
   * Sets `spec.template.metadata.labels`.
   *
   * @default - one label of the VM's own
   */
  readonly podLabels?: { readonly [key: string]: string };

  /**
   * Labels that a node has to have.
   *
   * Sets `spec.template.spec.nodeSelector`.
   *
   * @default - any node
   */
  readonly nodeSelector?: { readonly [key: string]: string };

  /**
   * Taints of nodes that the VM tolerates.
   *
   * Sets `spec.template.spec.tolerations`.
   *
   * @default - none; node failures for a while in a HighlyAvailableVM
   */
  readonly tolerations?: Toleration[];
}
