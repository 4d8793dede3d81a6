import type { Arguments } from '../errors';
import { isAddressOrRange, SERVER_CONNECTIONS } from '../facts';
import { RouterAnnotation } from '../graph';
import type { RateLimits } from './rate-limits';
import { routeDuration } from './route-duration';
import type { RouteLimitOptions } from './route-limit-options';

const POSITIVE = { min: 1 };

/** Who may use a Route, how much and for how long, as annotations. */
export function limitAnnotations(args: Arguments, options: RouteLimitOptions): Record<string, string | undefined> {
  return {
    [RouterAnnotation.TIMEOUT]: routeDuration(args, 'timeout', options.timeout),
    [RouterAnnotation.TIMEOUT_TUNNEL]: routeDuration(args, 'tunnelTimeout', options.tunnelTimeout),
    [RouterAnnotation.IP_ALLOWLIST]: ipAllowlist(args, options.ipAllowlist),
    [RouterAnnotation.POD_CONCURRENT_CONNECTIONS]: args
      .integer('maxConnectionsPerVm', options.maxConnectionsPerVm, SERVER_CONNECTIONS)
      ?.toString(),
    ...rateLimits(args, options.rateLimits),
  };
}

function rateLimits(args: Arguments, limits: RateLimits | undefined): Record<string, string | undefined> {
  if (limits === undefined) {
    return {};
  }
  const { concurrentConnections, connectionRate, requestRate } = limits;
  if (concurrentConnections === undefined && connectionRate === undefined && requestRate === undefined) {
    const remedy = 'Set concurrentConnections, connectionRate or requestRate, or leave the option out.';
    args.refuse('rate-limits-missing', 'rateLimits', '{}', 'without a limit nothing is limited', remedy);
  }
  return {
    [RouterAnnotation.RATE_LIMIT]: 'true',
    [RouterAnnotation.RATE_LIMIT_CONCURRENT_TCP]: exclusive(args, 'rateLimits.concurrentConnections', concurrentConnections),
    [RouterAnnotation.RATE_LIMIT_RATE_TCP]: exclusive(args, 'rateLimits.connectionRate', connectionRate),
    [RouterAnnotation.RATE_LIMIT_RATE_HTTP]: count(args, 'rateLimits.requestRate', requestRate),
  };
}

function count(args: Arguments, argument: string, value: number | undefined): string | undefined {
  return args.integer(argument, value, POSITIVE)?.toString();
}

/** HAProxy counts before it compares, and refuses the one that reaches the limit: to let N through it has to be told N + 1. */
function exclusive(args: Arguments, argument: string, value: number | undefined): string | undefined {
  const limit = args.integer(argument, value, POSITIVE);
  return limit === undefined ? undefined : String(limit + 1);
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
