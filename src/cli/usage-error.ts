import { printable } from '../facts';

/** A mistake of who calls the command: told without a stack, each sentence on a line, and the command ends with 2. */
export class UsageError extends Error {
  public constructor(...lines: readonly string[]) {
    super(lines.map(printable).join('\n'));
    this.name = 'UsageError';
  }
}
