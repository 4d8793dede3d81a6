import type { Arguments } from '../errors';
import { COOKIE_NAME, isAddressOrRange, RouterAnnotation } from '../graph';
import { BalanceAlgorithm } from './balance-algorithm';
import { routeDuration } from './route-duration';
import type { RouteTls } from './route-tls';
import type { StickyRouteProps } from './sticky-route-props';

/** What the router is told through annotations. */
export function routeAnnotations(args: Arguments, props: StickyRouteProps, tls: RouteTls): Record<string, string> {
  const annotations: [name: string, value: string | undefined][] = [
    [RouterAnnotation.COOKIE_NAME, cookieName(args, props.cookieName)],
    [RouterAnnotation.COOKIE_SAME_SITE, props.sameSite],
    [RouterAnnotation.BALANCE, props.balance ?? (tls._isPassthrough ? BalanceAlgorithm.SOURCE : undefined)],
    [RouterAnnotation.TIMEOUT, routeDuration(args, 'timeout', props.timeout)],
    [RouterAnnotation.TIMEOUT_TUNNEL, routeDuration(args, 'tunnelTimeout', props.tunnelTimeout)],
    [RouterAnnotation.HEALTH_CHECK_INTERVAL, routeDuration(args, 'healthCheckInterval', props.healthCheckInterval)],
    [RouterAnnotation.IP_ALLOWLIST, ipAllowlist(args, props.ipAllowlist)],
  ];
  return Object.fromEntries(annotations.filter((annotation): annotation is [string, string] => annotation[1] !== undefined));
}

function cookieName(args: Arguments, name: string | undefined): string | undefined {
  const rule = 'the router ignores names with other characters than letters, digits, "_" and "-"';
  return args.matching('cookieName', name, COOKIE_NAME, rule, 'Choose a name such as "shop" or "shop_session".', 'cookie-name-invalid');
}

function ipAllowlist(args: Arguments, entries: string[] | undefined): string | undefined {
  if (entries === undefined) {
    return undefined;
  }
  if (entries.length === 0) {
    const rule = 'the router takes an empty list for no list and lets everyone in';
    args.refuse('ip-allowlist-empty', 'ipAllowlist', '[]', rule, 'List at least one address, or leave the option out.');
  }
  for (const [index, entry] of entries.entries()) {
    if (!isAddressOrRange(entry)) {
      const rule = 'the router drops what is neither an IP address nor a CIDR range';
      const remedy = 'Pass one address or range for each entry, such as "192.0.2.7" or "192.0.2.0/24".';
      args.refuse('ip-allowlist-entry-invalid', `ipAllowlist[${index}]`, JSON.stringify(entry), rule, remedy);
    }
  }
  return entries.join(' ');
}
