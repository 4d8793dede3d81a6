import type { ApiObjectMetadata, Duration } from 'cdk8s';
import type { Service } from 'cdk8s-plus-27';
import type { BalanceAlgorithm } from './balance-algorithm';
import type { RouteTls } from './route-tls';
import type { SameSite } from './same-site';

/** Options of a StickyRoute. */
export interface StickyRouteProps {
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
   * Host name that clients use, in lower case.
   *
   * Sets `spec.host`.
   *
   * @default - OpenShift makes one up: NAME-NAMESPACE.DOMAIN
   */
  readonly host?: string;

  /**
   * Path that requests begin with. A passthrough Route cannot have one.
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
   * Name of the sticky cookie: letters, digits, `_` and `-`.
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
   * @default - BalanceAlgorithm.SOURCE on passthrough, where nothing else is sticky; otherwise the router's default, random
   */
  readonly balance?: BalanceAlgorithm;

  /**
   * How long the guest may take to answer. Whole milliseconds, at most 24 days. On passthrough it would cut idle
   * connections: use `tunnelTimeout` there.
   *
   * Sets the annotation `haproxy.router.openshift.io/timeout`.
   *
   * @default - the router's default, 30 seconds
   */
  readonly timeout?: Duration;

  /**
   * How long a WebSocket or passthrough connection may be idle. Whole milliseconds, at most 24 days.
   *
   * Sets the annotation `haproxy.router.openshift.io/timeout-tunnel`.
   *
   * @default - the router's default, 1 hour
   */
  readonly tunnelTimeout?: Duration;

  /**
   * How often the router itself tries to connect to each VM, once there are several. A dead VM is left out after three
   * failures, often before its readiness probe has failed. Whole milliseconds.
   *
   * Sets the annotation `router.openshift.io/haproxy.health.check.interval`.
   *
   * @default - the router's default, 5 seconds
   */
  readonly healthCheckInterval?: Duration;

  /**
   * IP addresses and CIDR ranges of the clients that are let in. The router lets everyone in when it cannot read the
   * list, so entries are checked here.
   *
   * Sets the annotation `haproxy.router.openshift.io/ip_allowlist`.
   *
   * @default - everyone
   */
  readonly ipAllowlist?: string[];

  /**
   * Share of the requests that go to the Service beside other backends, 0 to 256. With 0 only sessions that have a
   * cookie are still served.
   *
   * Sets `spec.to.weight`.
   *
   * @default - 100, filled in by OpenShift
   */
  readonly weight?: number;
}
