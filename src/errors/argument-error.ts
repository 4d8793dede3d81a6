/** What is wrong with one argument. */
export interface ArgumentFault {
  /** Stable kebab-case code of the error. */
  readonly code: string;
  /** Path of the argument as the caller writes it, e.g. `readiness.period`. */
  readonly argument: string;
  /** The value as given, in words. Left out: the argument is not set. */
  readonly value?: string;
  /** The rule that the value breaks, without a full stop. */
  readonly rule: string;
  /** What to do about it: a full sentence. */
  readonly remedy: string;
}

/**
 * A wrong argument, thrown where it is passed.
 *
 * The message is one sentence about the value and one about the remedy:
 * `[shop/web] readiness.period is 1500 ms: whole seconds only. Use Duration.seconds(1) or Duration.seconds(2). (whole-seconds)`
 */
export class ArgumentError extends Error {
  public readonly code: string;

  /** @param subject the construct path, or the factory that was called */
  public constructor(subject: string, fault: ArgumentFault) {
    super(`[${subject}] ${fault.argument} is ${fault.value ?? 'not set'}: ${fault.rule}. ${fault.remedy} (${fault.code})`);
    this.name = 'ArgumentError';
    this.code = fault.code;
  }
}
