/**
 * What the author of a VM means by it, written into the manifest, so that the rules judge plain YAML as they judge
 * a construct.
 */
export const IntentAnnotation = {
  /** `"true"`: the VM has to survive the failures that a cluster can recover from. */
  HIGH_AVAILABILITY: 'cdk8s-kubevirt/high-availability',
  /** The longest outage accepted, in seconds, e.g. `600s`. */
  RECOVERY_OBJECTIVE: 'cdk8s-kubevirt/recovery-objective',
  /** `image`: the disk image opens the watchdog device by itself, cloud-init has no part in it. */
  WATCHDOG_ARMED_BY: 'cdk8s-kubevirt/watchdog-armed-by',
} as const;
