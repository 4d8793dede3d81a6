/** How urgent an alert is: value of its label `severity`, by which Alertmanager routes it. */
export enum AlertSeverity {
  /** Somebody has to act now: a VM is down. */
  CRITICAL = 'critical',
  /** Somebody has to act soon: the next failure would take a VM down, or recovery is under way. */
  WARNING = 'warning',
}
