/** What may fail: each class is noticed, and made good, by others and in another time. */
export enum FailureClass {
  /** The service in the guest does not answer any more; the guest runs on. */
  APPLICATION = 'application',
  /** The guest hangs. */
  GUEST_HANG = 'guest-hang',
  /** The kernel of the guest panics. */
  GUEST_PANIC = 'guest-panic',
  /** The guest shuts itself down. */
  GUEST_SHUTDOWN = 'guest-shutdown',
  /** QEMU or the launcher around it dies or hangs. */
  VM_PROCESS = 'vm-process',
  /** The node is drained, as for maintenance. */
  NODE_DRAIN = 'node-drain',
  /** The host loses its power and stays off. */
  NODE_LOSS = 'node-loss',
  /** The host runs, and is cut off from the control plane and from its clients. */
  NETWORK_PARTITION = 'network-partition',
  /** The kubelet dies; the host and its VMs run on. */
  KUBELET = 'kubelet',
  /** All nodes of a zone are lost at once. */
  ZONE_LOSS = 'zone-loss',
  /** The storage does not answer, and stays away. */
  STORAGE_ERROR = 'storage-error',
  /** The control plane is gone. */
  CONTROL_PLANE = 'control-plane',
}

/** Every failure class, in the order in which they are told. */
export const FAILURE_CLASSES: readonly FailureClass[] = Object.values(FailureClass);

/** The failure classes as they stand behind "after". */
export const FAILURE_WORDS: Readonly<Record<FailureClass, string>> = {
  [FailureClass.APPLICATION]: 'a failure of its service',
  [FailureClass.GUEST_HANG]: 'a hang of its guest',
  [FailureClass.GUEST_PANIC]: 'a panic of its guest',
  [FailureClass.GUEST_SHUTDOWN]: 'a shutdown of its guest',
  [FailureClass.VM_PROCESS]: 'the end of its process',
  [FailureClass.NODE_DRAIN]: 'a drain of its node',
  [FailureClass.NODE_LOSS]: 'the loss of its node',
  [FailureClass.NETWORK_PARTITION]: 'a partition of the network',
  [FailureClass.KUBELET]: 'a failure of the kubelet',
  [FailureClass.ZONE_LOSS]: 'the loss of its zone',
  [FailureClass.STORAGE_ERROR]: 'an error of its storage',
  [FailureClass.CONTROL_PLANE]: 'the loss of the control plane',
};
