import type { Duration } from 'cdk8s';
import type { Arguments } from '../../errors';
import type { Toleration as KubeToleration } from '../../imports';

/** What a taint does to a VM that does not tolerate it. */
export enum TaintEffect {
  /** It is not scheduled there. */
  NO_SCHEDULE = 'NoSchedule',
  /** It is scheduled there only when nothing else is free. */
  PREFER_NO_SCHEDULE = 'PreferNoSchedule',
  /** It is not scheduled there, and evicted when it is there already. */
  NO_EXECUTE = 'NoExecute',
}

/**
 * A taint of nodes that a VM tolerates.
 *
 * @see https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/
 */
export interface Toleration {
  /**
   * Key of the taint.
   *
   * @default - every key
   */
  readonly key?: string;

  /**
   * Value of the taint.
   *
   * @default - every value
   */
  readonly value?: string;

  /**
   * Effect of the taint.
   *
   * @default - every effect
   */
  readonly effect?: TaintEffect;

  /**
   * How long a taint with the effect NO_EXECUTE is tolerated. Whole seconds.
   *
   * Sets `tolerationSeconds`.
   *
   * @default - for ever
   */
  readonly duration?: Duration;
}

export function renderToleration(args: Arguments, argument: string, toleration: Toleration): KubeToleration {
  const { key, value, effect, duration } = toleration;
  return {
    key,
    operator: value === undefined ? 'Exists' : 'Equal',
    value,
    effect,
    tolerationSeconds: args.seconds(`${argument}.duration`, duration),
  };
}
