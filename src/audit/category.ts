/** What a rule is about: each rule belongs to one. A category can be turned off with `ManifestCheck.turnOffCategory`. */
export enum RuleCategory {
  /** The structure of the object, as the API server knows it: unknown fields, wrong types, values out of bounds. */
  SCHEMA = 'schema',
  /** What webhooks and controllers refuse. */
  ADMISSION = 'admission',
  /** What objects name in one another: selectors, labels, references, ports. */
  WIRING = 'wiring',
  /** What makes a VM or its Service unavailable, or more so than it has to be. */
  AVAILABILITY = 'availability',
  /** What happens after a failure, and how long that takes. */
  RECOVERY = 'recovery',
  /** Nodes, their health checks and fencing. */
  NODE = 'node',
  /** Who gets at a VM, its disks and its secrets. */
  SECURITY = 'security',
  /** What a tool that keeps applying manifests from Git fights over with the cluster. Nothing is told where none is seen to be in use. */
  GITOPS = 'gitops',
  /** The check itself: a rule that could not judge, an object that is no manifest, acknowledgements. It cannot be turned off. */
  CHECK = 'check',
}

/** The same as rules write it. */
export type Category = `${RuleCategory}`;
