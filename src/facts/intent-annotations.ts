/**
 * What the author of a VM or a route means by it, written into the manifest, so that the rules judge plain YAML as they judge
 * a construct.
 */
export const IntentAnnotation = {
  /** `"true"`: the VM has to survive the failures that a cluster can recover from. */
  HIGH_AVAILABILITY: 'cdk8s-kubevirt/high-availability',
  /** The longest outage accepted, in seconds, e.g. `600s`. */
  RECOVERY_OBJECTIVE: 'cdk8s-kubevirt/recovery-objective',
  /** The same for single failures, where they differ: `node-loss=900s, zone-loss=3600s`. */
  RECOVERY_OBJECTIVES: 'cdk8s-kubevirt/recovery-objectives',
  /** Failures that may last for as long as they do: `zone-loss, storage-error`. */
  ACCEPTED_LOSSES: 'cdk8s-kubevirt/accepted-losses',
  /** The slowest boot of the guest until its service answers, in seconds, e.g. `120s`. */
  BOOT_TIME: 'cdk8s-kubevirt/boot-time',
  /** `separate`: the BMCs of the hosts have power of their own; `shared`: they lose it with their host. On health checks and templates of remediations. */
  BMC_POWER: 'cdk8s-kubevirt/bmc-power',
  /** `image`: the disk image opens the watchdog device by itself, cloud-init has no part in it. */
  WATCHDOG_ARMED_BY: 'cdk8s-kubevirt/watchdog-armed-by',
  /** `image`: the disk image has the QEMU guest agent, enabled; cloud-init has no part in it. */
  GUEST_AGENT: 'cdk8s-kubevirt/guest-agent',
  /** `experimental`: the cluster has the experimental channel of the Gateway API. On routes of the Gateway API. */
  GATEWAY_CHANNEL: 'cdk8s-kubevirt/gateway-channel',
  /** `"true"`: the manifest holds the fields that it sets, for server-side apply; what the object has beside them is unknown. */
  PARTIAL: 'cdk8s-kubevirt/partial',
  /** Findings that are accepted, a line each: `live-migrate-blocked until 2027-01-31: moves to shared storage by then`. */
  ACKNOWLEDGE: 'cdk8s-kubevirt/acknowledge',
} as const;
