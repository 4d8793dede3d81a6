/** The units of durations of the Gateway API in milliseconds, the longest first. */
const MILLISECONDS: Readonly<Record<string, number>> = { h: 3_600_000, m: 60_000, s: 1000, ms: 1 };
const DURATION = /^(?:[0-9]{1,5}(?:h|m|s|ms)){1,4}$/;
const COMPONENT = /([0-9]{1,5})(ms|h|m|s)/g;

/**
 * The longest duration of the Gateway API that one can be certain of, in milliseconds: the hours have five digits at most.
 *
 * Source: the pattern of durations in the CRD of HTTPRoute, GEP-2257.
 */
export const LONGEST_GATEWAY_MILLISECONDS = 100_000 * MILLISECONDS.h - 1;

/** A duration as the Gateway API writes it, such as `1h30m`, in milliseconds; undefined when it is none. */
export function gatewayMilliseconds(text: unknown): number | undefined {
  if (typeof text !== 'string' || !DURATION.test(text)) {
    return undefined;
  }
  return [...text.matchAll(COMPONENT)].reduce((sum, [, count, unit]) => sum + Number(count) * MILLISECONDS[unit], 0);
}

/** Whole milliseconds above 0 as the Gateway API writes them. */
export function gatewayDurationText(milliseconds: number): string {
  let rest = milliseconds;
  let text = '';
  for (const [unit, size] of Object.entries(MILLISECONDS)) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    text += count === 0 ? '' : `${count}${unit}`;
  }
  return text;
}
