/** A value that is not of its type: where it stands, and what would be. */
export interface TypeFault {
  /** Path of the value as the caller writes it. */
  readonly argument: string;
  readonly value: unknown;
  /** What is needed, with its article: `a Size`. */
  readonly needed: string;
  /** What to do about it: a full sentence. */
  readonly remedy: string;
}

/** What an argument can be. */
export interface ArgumentType {
  /** With its article: `a Size`. */
  readonly name: string;
  /** Asked of every argument of every call: it has to be quick. */
  readonly fits: (value: unknown) => boolean;
  /** What is wrong with a value that does not fit. */
  readonly faultOf: (argument: string, value: unknown) => TypeFault;
}

/** Fits what a predicate says; the remedy may depend on the value. */
export function simpleType(
  name: string,
  fits: (value: any) => boolean,
  remedyFor: (value: unknown, argument: string) => string,
): ArgumentType {
  return { name, fits, faultOf: (argument, value) => ({ argument, value, needed: name, remedy: remedyFor(value, argument) }) };
}
