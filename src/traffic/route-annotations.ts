import { Lazy } from 'cdk8s';
import type { Service } from 'cdk8s-plus-27';
import type { Arguments } from '../errors';
import { ROUTER_COOKIE_NAME } from '../facts';
import { RouterAnnotation, withoutUndefined } from '../graph';
import { BalanceAlgorithm } from './balance-algorithm';
import { ProbedService } from './probed-service';
import { routeDuration } from './route-duration';
import { httpAnnotations } from './route-http-annotations';
import { limitAnnotations } from './route-limit-annotations';
import type { RouteTls } from './route-tls';
import { Stickiness } from './stickiness';
import type { StickyRouteProps } from './sticky-route-props';

const CHECK_INTERVAL = '1s';

/** What the router is told through annotations. */
export function routeAnnotations(args: Arguments, props: StickyRouteProps, tls: RouteTls): Record<string, string> {
  return withoutUndefined(
    Object.assign(
      {
        [RouterAnnotation.COOKIE_NAME]: cookieName(args, props.cookieName),
        [RouterAnnotation.COOKIE_SAME_SITE]: props.sameSite,
        [RouterAnnotation.HEALTH_CHECK_INTERVAL]: checkInterval(args, props),
      },
      stickinessAnnotations(args, props, tls),
      limitAnnotations(args, props),
      httpAnnotations(args, props),
    ),
  ) as Record<string, string>;
}

/**
 * The router's own default of 5 seconds is too slow: it takes out a VM whose node is dead after 5 to 6 intervals, and begins
 * anew at each reload. How many VMs there are is known once the manifest is rendered.
 */
function checkInterval(args: Arguments, props: StickyRouteProps): string | undefined {
  const { healthCheckInterval, metadata, service, alternateBackends = [] } = props;
  if (healthCheckInterval !== undefined || metadata?.annotations?.[RouterAnnotation.HEALTH_CHECK_INTERVAL] !== undefined) {
    return routeDuration(args, 'healthCheckInterval', healthCheckInterval);
  }
  const services = [service, ...alternateBackends.map((backend) => backend.service)];
  return Lazy.any({ produce: () => (machinesBehind(services) > 1 ? CHECK_INTERVAL : undefined) });
}

function machinesBehind(services: readonly Service[]): number {
  return services.reduce((sum, service) => sum + (service instanceof ProbedService ? service._machines : 0), 0);
}

function cookieName(args: Arguments, name: string | undefined): string | undefined {
  const rule = 'the router ignores names with other characters than letters, digits, "_" and "-"';
  return args.matching(
    'cookieName',
    name,
    ROUTER_COOKIE_NAME.pattern,
    rule,
    'Choose a name such as "shop" or "shop_session".',
    'cookie-name-invalid',
  );
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
