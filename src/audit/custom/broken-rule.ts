/** A rule of the user's own does not work. */
export class BrokenRule extends Error {
  /**
   * @param what what it does, without a full stop
   * @param cause what it has thrown
   */
  public constructor(
    public readonly rule: string,
    public readonly what: string,
    cause?: unknown,
  ) {
    super(`${what}. Mend the rule ${rule}.`, { cause });
    this.name = 'BrokenRule';
  }
}
