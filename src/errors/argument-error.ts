import { basename, dirname, sep } from 'node:path';
import { printable, REDACTED, shownWords } from '../facts';
import { isSecretArgument } from './secret-arguments';

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
 *
 * Node.js prints the stack and every enumerable property of an error that nobody catches. So the stack begins at the
 * caller of this library, and nothing is enumerable.
 */
export class ArgumentError extends Error {
  /** What Node.js prints in front of the message: bundling gives the class another name. */
  public static override readonly name = 'ArgumentError';

  readonly #code: string;

  /** @param subject the construct path, or the factory that was called */
  public constructor(subject: string, fault: ArgumentFault) {
    super(`[${printable(subject)}] ${faultText(fault)}`);
    Object.defineProperty(this, 'name', { value: ArgumentError.name });
    this.#code = fault.code;
    this.stack = [`${this.name}: ${this.message}`, ...framesOfCallers()].join('\n');
  }

  /** Stable kebab-case code of the error. */
  public get code(): string {
    return this.#code;
  }
}

/** A fault in one sentence about the value and one about the remedy, without the subject. */
export function faultText({ code, argument, value, rule, remedy }: ArgumentFault): string {
  const [place, reason, advice] = [argument, rule, remedy].map(printable);
  return `${place} is ${shownArgument(argument, value)}: ${reason}. ${advice} (${code})`;
}

/** A literal, unlike a word such as `a list`, may be the secret that the argument stands for. */
const LITERAL = /^(?:"(?!"$)|\[(?!\]$)|\{(?!\}$)|[-\d])/;

function shownArgument(argument: string, value = 'not set'): string {
  return LITERAL.test(value) && isSecretArgument(argument) ? REDACTED : shownWords(value);
}

/** The folder of the library: this file lies in one of its folders, or is bundled into a file of its own. */
const LIBRARY = (basename(__dirname) === 'errors' ? dirname(__dirname) : __dirname) + sep;

/** As many frames as other errors have, which the calls inside the library would use up otherwise. */
function framesOfCallers(): string[] {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = Number.POSITIVE_INFINITY;
  const { stack = '' } = new Error();
  Error.stackTraceLimit = stackTraceLimit;
  return stack.split('\n').slice(1).filter(isOfCaller).slice(0, stackTraceLimit);
}

function isOfCaller(frame: string): boolean {
  return !frame.includes(LIBRARY) && !frame.includes('(<anonymous>)');
}
