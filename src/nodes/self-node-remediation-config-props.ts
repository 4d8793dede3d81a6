import type { Duration } from 'cdk8s';
import type { ResourceProps } from 'cdk8s-plus-27';
import type { NodeSelectorRequirement, Toleration } from '../imports';

/**
 * How the agents of self node remediation work. Times are whole seconds: the API takes fractions too, but an agent that gives
 * up after less than a second reboots healthy nodes.
 */
export interface SelfNodeRemediationConfigProps extends ResourceProps {
  /**
   * How often each agent asks the API server whether it is reachable: at least 1 second.
   *
   * It is the largest part of the safe time that can be chosen: the API server is asked `maxApiErrorThreshold` times.
   *
   * Sets `spec.apiCheckInterval`.
   *
   * @default Duration.seconds(15)
   */
  readonly apiCheckInterval?: Duration;

  /**
   * How long an agent waits for the API server: at least 1 second.
   *
   * Sets `spec.apiServerTimeout`.
   *
   * @default Duration.seconds(5)
   */
  readonly apiServerTimeout?: Duration;

  /**
   * How often in a row the API server may fail before an agent asks its peers: at least 1.
   *
   * Sets `spec.maxApiErrorThreshold`.
   *
   * @default 3
   */
  readonly maxApiErrorThreshold?: number;

  /**
   * How long a peer that was asked waits for the API server: at least 1 second.
   *
   * Sets `spec.peerApiServerTimeout`.
   *
   * @default - 5 seconds, by the API server
   */
  readonly peerApiServerTimeout?: Duration;

  /**
   * How long an agent tries to connect to a peer: at least 1 second.
   *
   * Sets `spec.peerDialTimeout`.
   *
   * @default Duration.seconds(5)
   */
  readonly peerDialTimeout?: Duration;

  /**
   * How long an agent waits for the answer of a peer: at least 1 second. The operator raises it to the timeout of the API server
   * and 2 seconds.
   *
   * Sets `spec.peerRequestTimeout`.
   *
   * @default Duration.seconds(7)
   */
  readonly peerRequestTimeout?: Duration;

  /**
   * How often an agent looks who its peers are: at least 10 seconds.
   *
   * Sets `spec.peerUpdateInterval`.
   *
   * @default - 15 minutes, by the API server
   */
  readonly peerUpdateInterval?: Duration;

  /**
   * How many peers an agent needs to decide anything at all. With fewer, a node that is cut off does nothing; 0 lets a
   * node decide alone.
   *
   * Sets `spec.minPeersForRemediation`.
   *
   * @default - 1, by the API server
   */
  readonly minPeersForRemediation?: number;

  /**
   * How long the others wait until they take an unreachable node for rebooted: at least 1 second. Only a time above the one that
   * the operator calculates has an effect: shorter ones are not safe.
   *
   * Sets `spec.safeTimeToAssumeNodeRebootedSeconds`.
   *
   * @default - calculated by the operator, as `safeTime` does
   */
  readonly safeTimeToAssumeNodeRebooted?: Duration;

  /**
   * The watchdog device of the hosts. It is what makes a reboot certain: it also fires when the kernel hangs.
   *
   * Sets `spec.watchdogFilePath`.
   *
   * @default - `/dev/watchdog`, by the API server
   */
  readonly watchdogFilePath?: string;

  /**
   * Whether a node without a watchdog is rebooted by software. Without it such a node is not remediated at all.
   *
   * Sets `spec.isSoftwareRebootEnabled`.
   *
   * @default - true, by the API server
   */
  readonly softwareReboot?: boolean;

  /**
   * A URL that an agent asks too, when it cannot reach the API server: when it answers, the node is not cut off and does not
   * reboot.
   *
   * Sets `spec.endpointHealthCheckUrl`.
   *
   * @default - none
   */
  readonly endpointHealthCheckUrl?: string;

  /**
   * Port of the hosts on which the agents ask each other: 1 to 65535.
   *
   * Sets `spec.hostPort`.
   *
   * @default - 30001, by the API server
   */
  readonly hostPort?: number;

  /**
   * Taints of nodes that the agents shall run on all the same: a node without an agent cannot remediate itself. Needed for
   * hosts that are reserved for VMs by a taint.
   *
   * Sets `spec.customDsTolerations`.
   *
   * @default - none
   */
  readonly agentTolerations?: Toleration[];

  /**
   * On which nodes the agents run.
   *
   * Sets `spec.customDsNodeSelectorRequirements`.
   *
   * @default - on all
   */
  readonly agentNodes?: NodeSelectorRequirement[];
}
