/** How much a finding matters. */
export enum Severity {
  /** The cluster would reject it, or what it promises cannot happen: synth fails. */
  ERROR = 'error',
  /** It works, but it is weaker than it looks. */
  WARNING = 'warning',
  /** Worth knowing. */
  INFO = 'info',
}
