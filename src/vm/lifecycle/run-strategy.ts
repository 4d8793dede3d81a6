/**
 * When KubeVirt starts a virtual machine again.
 *
 * Sets `spec.runStrategy`.
 *
 * @see https://kubevirt.io/user-guide/compute/run_strategies/
 */
export enum RunStrategy {
  /**
   * Always running: a new instance after every kind of end, be it a crash, a shutdown from inside the guest, an
   * eviction or the loss of a fenced node. The only strategy that is highly available without exception.
   */
  ALWAYS = 'Always',

  /**
   * A new instance only after a failure. A graceful end counts as success: after a drain without live migration, or
   * after a failed liveness probe that the guest obeys, the VM stays down.
   */
  RERUN_ON_FAILURE = 'RerunOnFailure',

  /** Started and stopped by hand (`virtctl start`); nothing restarts it. */
  MANUAL = 'Manual',

  /** Not running. */
  HALTED = 'Halted',

  /** Started once; nothing restarts it. */
  ONCE = 'Once',
}
