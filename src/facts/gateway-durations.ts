const MILLISECONDS: Readonly<Record<string, number>> = { h: 3_600_000, m: 60_000, s: 1000, ms: 1 };

/** A duration as the Gateway API writes it, such as `1h30m`, in milliseconds; undefined when it is none. */
export function gatewayMilliseconds(text: unknown): number | undefined {
  if (typeof text !== 'string' || !/^(?:[0-9]{1,5}(?:h|m|s|ms)){1,4}$/.test(text)) {
    return undefined;
  }
  return [...text.matchAll(/([0-9]+)(ms|h|m|s)/g)].reduce((sum, [, count, unit]) => sum + Number(count) * MILLISECONDS[unit], 0);
}
