import type { ArgumentType } from './argument-type';

/** One parameter of a call, or one field of a struct. */
export interface Slot {
  readonly name: string;
  readonly type: ArgumentType;
  readonly isOptional: boolean;
  /** Whether it takes all arguments that are left. */
  readonly isVariadic: boolean;
}
