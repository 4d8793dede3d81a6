/** With what the command ends. */
export enum ExitCode {
  /** Nothing was found that counts. */
  CLEAN = 0,
  /** There are findings at or above the threshold. */
  FINDINGS = 1,
  /** The input, or the call, is wrong: not all could be judged. */
  USAGE = 2,
}
