/**
 * What a restore does while its target VM runs: volumes can be exchanged only under a VM that is stopped.
 *
 * @see https://kubevirt.io/user-guide/storage/snapshot_restore_api/
 */
export enum RestoreReadinessPolicy {
  /** The VM is stopped. It stays stopped after the restore, until its manifest is applied again. */
  STOP_TARGET = 'StopTarget',

  /** Somebody has five minutes to stop the VM, then the restore fails. */
  WAIT_GRACE_PERIOD = 'WaitGracePeriod',

  /** The restore fails at once. */
  FAIL_IMMEDIATE = 'FailImmediate',

  /** The restore waits without limit. A VM that is stopped months later is restored then. */
  WAIT_EVENTUALLY = 'WaitEventually',
}
