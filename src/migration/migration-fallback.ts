/**
 * What happens to a migration that has not finished in time.
 *
 * The time is the completion timeout for each GiB of memory (and of disks, where these are copied as well).
 *
 * @see https://kubevirt.io/user-guide/compute/live_migration/
 */
export enum MigrationFallback {
  /**
   * It is given up; the VM goes on where it is. A drain tries again, with growing pauses, and may never end when the guest
   * changes its memory faster than the network carries it.
   */
  ABORT = 'Abort',

  /**
   * The guest is paused until the rest is copied, which may take as long again. Nothing changes meanwhile that would have
   * to be copied twice, but clients wait.
   */
  PAUSE = 'Pause',

  /**
   * The guest goes on at its new place, and fetches memory from the old one when it needs it (post-copy): a short pause
   * only, but the guest is lost if the network or one of the two nodes fails meanwhile.
   */
  POST_COPY = 'PostCopy',
}

/** The two switches by which KubeVirt says it. */
export interface FallbackFields {
  readonly allowPostCopy?: boolean;
  readonly allowWorkloadDisruption?: boolean;
}

/** Both switches are always written: KubeVirt takes the second from the first where it is missing. */
export function fallbackFields(fallback: MigrationFallback | undefined): FallbackFields {
  return fallback === undefined
    ? {}
    : {
        allowPostCopy: fallback === MigrationFallback.POST_COPY,
        allowWorkloadDisruption: fallback !== MigrationFallback.ABORT,
      };
}
