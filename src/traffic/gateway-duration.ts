import type { Duration } from 'cdk8s';
import type { Arguments } from '../errors';

const UNITS: readonly (readonly [unit: string, milliseconds: number])[] = [
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1000],
  ['ms', 1],
];
const LONGEST_MILLISECONDS = 100_000 * 3_600_000 - 1;

/** A duration as the Gateway API writes it, such as `1h30m`; undefined stays undefined. */
export function gatewayDuration(args: Arguments, argument: string, value: Duration | undefined): string | undefined {
  if (value === undefined) {
    return undefined;
  }
  const milliseconds = value.toMilliseconds({ integral: false });
  if (!Number.isInteger(milliseconds) || milliseconds < 1 || milliseconds > LONGEST_MILLISECONDS) {
    const rule = 'the Gateway API counts whole milliseconds, from 1 to 99999 hours';
    const remedy = 'Use a duration in that range, such as Duration.minutes(5), or leave the option out.';
    args.refuse('gateway-duration-invalid', argument, `${milliseconds} ms`, rule, remedy);
  }
  return inUnits(milliseconds);
}

function inUnits(milliseconds: number): string {
  let rest = milliseconds;
  let text = '';
  for (const [unit, size] of UNITS) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    text += count === 0 ? '' : `${count}${unit}`;
  }
  return text;
}
