/** Whether an outage is within what is accepted. */
export enum RecoveryVerdict {
  /** In the worst case too. */
  KEPT = 'kept',
  /** Not in the worst case, whatever else is true. */
  MISSED = 'missed',
  /** Not with what is assumed. */
  AT_RISK = 'at risk',
  /** Nothing outside of the guest notices the failure, and no objective names it: the guest may mend it by itself. */
  OPEN = 'open',
}
