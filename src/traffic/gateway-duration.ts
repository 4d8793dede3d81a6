import type { Duration } from 'cdk8s';
import type { Arguments } from '../errors';
import { gatewayDurationText, LONGEST_GATEWAY_MILLISECONDS } from '../facts';

/** A duration as the Gateway API writes it, such as `1h30m`; undefined stays undefined. */
export function gatewayDuration(args: Arguments, argument: string, value: Duration | undefined): string | undefined {
  if (value === undefined) {
    return undefined;
  }
  const milliseconds = value.toMilliseconds({ integral: false });
  if (!Number.isInteger(milliseconds) || milliseconds < 1 || milliseconds > LONGEST_GATEWAY_MILLISECONDS) {
    const rule = 'the Gateway API counts whole milliseconds, from 1 to 99999 hours';
    const remedy = 'Use a duration in that range, such as Duration.minutes(5), or leave the option out.';
    args.refuse('gateway-duration-invalid', argument, `${milliseconds} ms`, rule, remedy);
  }
  return gatewayDurationText(milliseconds);
}
