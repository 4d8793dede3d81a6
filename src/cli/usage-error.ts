/** A mistake of who calls the command: told without a stack, and the command ends with 2. */
export class UsageError extends Error {
  public constructor(message: string) {
    super(message);
    this.name = 'UsageError';
  }
}
