import type { Duration } from 'cdk8s';

/** The longest outages accepted after single failures. Whole seconds. */
export interface RecoveryObjectives {
  /**
   * After the service in the guest has stopped answering.
   *
   * @default - the objective of all failures
   */
  readonly application?: Duration;

  /**
   * After the guest has begun to hang.
   *
   * @default - the objective of all failures
   */
  readonly guestHang?: Duration;

  /**
   * After the kernel of the guest has panicked.
   *
   * @default - the objective of all failures
   */
  readonly guestPanic?: Duration;

  /**
   * After the guest has shut itself down.
   *
   * @default - the objective of all failures
   */
  readonly guestShutdown?: Duration;

  /**
   * After QEMU or the launcher around it has died or begun to hang.
   *
   * @default - the objective of all failures
   */
  readonly vmProcess?: Duration;

  /**
   * In a drain of the node.
   *
   * @default - the objective of all failures
   */
  readonly nodeDrain?: Duration;

  /**
   * After the host has lost its power.
   *
   * @default - the objective of all failures
   */
  readonly nodeLoss?: Duration;

  /**
   * After the host has been cut off from the network.
   *
   * @default - the objective of all failures
   */
  readonly networkPartition?: Duration;

  /**
   * After the kubelet has died, while the host runs on.
   *
   * @default - the objective of all failures
   */
  readonly kubelet?: Duration;

  /**
   * After all nodes of a zone have been lost at once.
   *
   * @default - the objective of all failures, where the ClusterProfile has nodes in several zones
   */
  readonly zoneLoss?: Duration;

  /**
   * After the storage has stopped answering, and stays away: KubeVirt waits until it is back.
   *
   * @default - none
   */
  readonly storageError?: Duration;
}
