/** A field of a VM that keeps it from being live-migrated. */
export interface MigrationBlocker {
  /** Manifest path of the field. */
  readonly path: string;
  /** Its value; undefined: it is not set. */
  readonly value?: unknown;
  /** The reason that KubeVirt would give in the VM's LiveMigratable condition. */
  readonly reason: string;
  /** Why it blocks, as a clause. */
  readonly message: string;
  /** What to do, as a sentence. */
  readonly remedy: string;
}
