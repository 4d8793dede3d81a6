import type { ApiObjectMetadata, Duration } from 'cdk8s';
import type { Service } from 'cdk8s-plus-27';
import type { AlternateBackend } from './alternate-backend';
import type { BalanceAlgorithm } from './balance-algorithm';
import type { RouteHttpOptions } from './route-http-options';
import type { RouteLimitOptions } from './route-limit-options';
import type { RouteTls } from './route-tls';
import type { SameSite } from './same-site';
import type { Stickiness } from './stickiness';
import type { WildcardPolicy } from './wildcard-policy';

/** Options of a StickyRoute. */
export interface StickyRouteProps extends RouteHttpOptions, RouteLimitOptions {
  /**
   * Metadata of the Route. Options of the Route win over annotations of the same name.
   *
   * @default - a name made from the construct path
   */
  readonly metadata?: ApiObjectMetadata;

  /**
   * Service that the requests go to, in the namespace of the Route.
   *
   * Sets `spec.to`.
   */
  readonly service: Service;

  /**
   * Name of the port of the Service. The router compares a name with the ports of the Service and a number with the
   * ports of the pods, so that the number of a Service port matches nothing: only names are safe.
   *
   * Sets `spec.port.targetPort`.
   *
   * @default - the name of the only port that the Service has by now
   */
  readonly port?: string;

  /**
   * Share of the clients that go to `service` beside `alternateBackends`, 0 to 256. With 0 only sessions that have a cookie
   * are still served.
   *
   * Sets `spec.to.weight`.
   *
   * @default - 100, filled in by OpenShift
   */
  readonly weight?: number;

  /**
   * Other Services that get a share of the clients, at most 3, each Service once.
   *
   * Sets `spec.alternateBackends`.
   *
   * @default - none
   */
  readonly alternateBackends?: AlternateBackend[];

  /**
   * Host name that clients use, in lower case.
   *
   * Sets `spec.host`.
   *
   * @default - OpenShift makes one up: NAME-NAMESPACE.DOMAIN
   */
  readonly host?: string;

  /**
   * Whether the Route serves the other hosts of the same domain too.
   *
   * Sets `spec.wildcardPolicy`.
   *
   * @default WildcardPolicy.NONE
   */
  readonly wildcardPolicy?: WildcardPolicy;

  /**
   * Path that requests begin with. Several Routes share one host when each has a path of its own. A passthrough Route cannot
   * have one.
   *
   * Sets `spec.path`.
   *
   * @default - all paths
   */
  readonly path?: string;

  /**
   * Where the encryption ends.
   *
   * The default suits every guest that speaks plain HTTP, needs no certificate for hosts of the cluster's own domain,
   * and has browsers keep the sticky cookie to encrypted connections. `RouteTls.none()` gives plain HTTP.
   *
   * Sets `spec.tls`.
   *
   * @default RouteTls.edge()
   */
  readonly tls?: RouteTls;

  /**
   * What keeps a client on one VM.
   *
   * Sets the annotations `haproxy.router.openshift.io/disable_cookies` and `haproxy.router.openshift.io/balance`.
   *
   * @default - Stickiness.CLIENT_ADDRESS on passthrough, where the router sees no cookies; otherwise Stickiness.COOKIE
   */
  readonly stickiness?: Stickiness;

  /**
   * Name of the sticky cookie: letters, digits, `_` and `-`. Routes that share a host need different names.
   *
   * Sets the annotation `router.openshift.io/cookie_name`.
   *
   * @default - a hash of namespace and name of the Route
   */
  readonly cookieName?: string;

  /**
   * Whether browsers send the cookie with requests that other sites cause. It needs TLS that ends at the router.
   *
   * Sets the annotation `router.openshift.io/cookie-same-site`.
   *
   * @default - SameSite.NONE with TLS that ends at the router, nothing otherwise
   */
  readonly sameSite?: SameSite;

  /**
   * How the router picks a server for a client without cookie.
   *
   * Sets the annotation `haproxy.router.openshift.io/balance`.
   *
   * @default - what `stickiness` asks for; with a cookie the router's default, random
   */
  readonly balance?: BalanceAlgorithm;

  /**
   * How often the router itself tries to connect to each VM, once there are several: it never checks a single one. A VM whose
   * process is gone is left out after 2 to 3 intervals, one whose node is dead after 5 to 6, one that hangs and still accepts
   * connections never. Each reload of the router, at most every 5 seconds, begins anew: with intervals of 5 seconds a dead node
   * may stay in for as long as something changes in the cluster. On a reencrypt Route each check is a TLS handshake. Whole
   * milliseconds, 100 ms to 24 days.
   *
   * Sets the annotation `router.openshift.io/haproxy.health.check.interval`.
   *
   * @default - 1 second when ProbedServices of the Route have several VMs; otherwise the router's default, 5 seconds
   */
  readonly healthCheckInterval?: Duration;
}
