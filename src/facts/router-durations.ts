const MILLISECONDS: Readonly<Record<string, number>> = { us: 0.001, ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** The longest time that HAProxy counts with, in milliseconds: about 24.8 days. */
export const LONGEST_ROUTER_DURATION = 2_147_483_647;

/**
 * A duration as the OpenShift router reads it, in milliseconds; undefined when it ignores the text.
 *
 * One whole number above zero with one unit; without unit it means milliseconds. Decimals and sums like `1m30s`
 * are ignored.
 */
export function routerDuration(text: string): number | undefined {
  const match = /^([1-9][0-9]*)(us|ms|s|m|h|d)?$/.exec(text);
  return match ? Number(match[1]) * MILLISECONDS[match[2] ?? 'ms'] : undefined;
}

/** Whether a duration says its unit; without one it means milliseconds. */
export function hasRouterUnit(text: string): boolean {
  return /[a-z]$/.test(text);
}

/** How often the router connects to each VM to see whether it is there, in milliseconds, unless it is told otherwise. */
export const ROUTER_CHECK_INTERVAL = 5000;

/** Below this many milliseconds a timeout cuts off what works, and checks are a burden to the guest. */
export const SHORTEST_SENSIBLE_ROUTER_DURATION = 100;

/**
 * Seconds between two changes that the router of OpenShift takes in, where no IngressController says it, and those that one takes.
 * Measured with the default: 0.4 to 5.0 s in all.
 *
 * @see https://github.com/openshift/api/blob/master/operator/v1/types_ingress.go
 */
export const ROUTER_RELOAD = { interval: 5, latest: 1 } as const;
