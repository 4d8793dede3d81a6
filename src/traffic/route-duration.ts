import type { Duration } from 'cdk8s';
import type { Arguments } from '../errors';
import { LONGEST_ROUTER_DURATION, SHORTEST_SENSIBLE_ROUTER_DURATION } from '../facts';

/** A duration as the router reads it; undefined stays undefined. The router ignores fractions, zero and sums of units. */
export function routeDuration(args: Arguments, argument: string, value: Duration | undefined): string | undefined {
  if (value === undefined) {
    return undefined;
  }
  const milliseconds = value.toMilliseconds({ integral: false });
  if (!Number.isInteger(milliseconds)) {
    const remedy = `Use Duration.millis(${Math.ceil(milliseconds)}).`;
    args.refuse('whole-milliseconds', argument, `${milliseconds} ms`, 'the router ignores fractions of a millisecond', remedy);
  }
  if (milliseconds < SHORTEST_SENSIBLE_ROUTER_DURATION || milliseconds > LONGEST_ROUTER_DURATION) {
    const rule = `nothing is answered in less than ${SHORTEST_SENSIBLE_ROUTER_DURATION} ms, and the router counts to ${LONGEST_ROUTER_DURATION} ms, about 24.8 days`;
    args.refuse(
      'route-duration-out-of-range',
      argument,
      `${milliseconds} ms`,
      rule,
      'Use a duration in that range, or leave the option out.',
    );
  }
  return milliseconds % 1000 === 0 ? `${milliseconds / 1000}s` : `${milliseconds}ms`;
}
