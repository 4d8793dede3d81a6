import type { Arguments } from '../errors';
import { COOKIE_NAME, RouterAnnotation, withoutUndefined } from '../graph';
import { BalanceAlgorithm } from './balance-algorithm';
import { routeDuration } from './route-duration';
import { httpAnnotations } from './route-http-annotations';
import { limitAnnotations } from './route-limit-annotations';
import type { RouteTls } from './route-tls';
import { Stickiness } from './stickiness';
import type { StickyRouteProps } from './sticky-route-props';

/** What the router is told through annotations. */
export function routeAnnotations(args: Arguments, props: StickyRouteProps, tls: RouteTls): Record<string, string> {
  return withoutUndefined(
    Object.assign(
      {
        [RouterAnnotation.COOKIE_NAME]: cookieName(args, props.cookieName),
        [RouterAnnotation.COOKIE_SAME_SITE]: props.sameSite,
        [RouterAnnotation.HEALTH_CHECK_INTERVAL]: routeDuration(args, 'healthCheckInterval', props.healthCheckInterval),
      },
      stickinessAnnotations(args, props, tls),
      limitAnnotations(args, props),
      httpAnnotations(args, props),
    ),
  ) as Record<string, string>;
}

function cookieName(args: Arguments, name: string | undefined): string | undefined {
  const rule = 'the router ignores names with other characters than letters, digits, "_" and "-"';
  return args.matching('cookieName', name, COOKIE_NAME, rule, 'Choose a name such as "shop" or "shop_session".', 'cookie-name-invalid');
}

function stickinessAnnotations(args: Arguments, props: StickyRouteProps, tls: RouteTls): Record<string, string | undefined> {
  const isPassthrough = tls._isPassthrough;
  if (isPassthrough && props.stickiness === Stickiness.COOKIE) {
    const rule = 'the router cannot see the cookies of requests that are encrypted up to the guest';
    const remedy = 'Use Stickiness.CLIENT_ADDRESS, or RouteTls.reencrypt.';
    args.refuse('cookie-on-passthrough', 'stickiness', JSON.stringify(props.stickiness), rule, remedy);
  }
  const stickiness = props.stickiness ?? (isPassthrough ? Stickiness.CLIENT_ADDRESS : Stickiness.COOKIE);
  return {
    [RouterAnnotation.DISABLE_COOKIES]: isPassthrough || stickiness === Stickiness.COOKIE ? undefined : 'true',
    [RouterAnnotation.BALANCE]: props.balance ?? balanceFor(stickiness, isPassthrough),
  };
}

/** On passthrough the router picks by address of its own accord, so that only another algorithm is not sticky. */
function balanceFor(stickiness: Stickiness, isPassthrough: boolean): BalanceAlgorithm | undefined {
  if (stickiness === Stickiness.CLIENT_ADDRESS) {
    return BalanceAlgorithm.SOURCE;
  }
  return stickiness === Stickiness.NONE && isPassthrough ? BalanceAlgorithm.RANDOM : undefined;
}
