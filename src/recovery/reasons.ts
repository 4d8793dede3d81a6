/** Something that was taken for granted. */
export interface RecoveryAssumption {
  /** Names it, in kebab-case: `vm-start`. */
  readonly id: string;
  /** A sentence without its full stop, with the value. */
  readonly what: string;
  /** Where it could be said. Not set: nowhere. */
  readonly say?: string;
}

/** Why a VM does not come back, or may not. */
export interface NeverReason {
  /** Names it, in kebab-case: `no-fencing`. */
  readonly id: string;
  /** A sentence without its full stop. */
  readonly because: string;
  /** What would change it: a sentence. */
  readonly change: string;
  /** Whether the manifests and the profile tell it; else it rests on something that they do not tell. */
  readonly isCertain: boolean;
}
