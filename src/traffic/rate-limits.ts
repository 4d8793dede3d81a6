/**
 * How much one client address may ask of a Route before the router turns it away. At least one limit is needed.
 *
 * As many as the limit says get through. Who is turned away sees a closed connection, and counts on: a client that keeps
 * trying stays locked out. Each router pod counts by itself. Behind a load balancer that hides the addresses of clients, all
 * clients share one limit.
 *
 * @see https://docs.redhat.com/en/documentation/openshift_container_platform/4.20/html/ingress_and_load_balancing/configuring-routes
 */
export interface RateLimits {
  /**
   * Connections that an address may have open at once, at least 1. **Only on passthrough Routes**: on others the router counts
   * requests under way, so that idle connections are free, and one browser that loads a page may have dozens.
   *
   * Sets the annotation `haproxy.router.openshift.io/rate-limit-connections.concurrent-tcp` to one more, because HAProxy
   * refuses the one that reaches the limit.
   *
   * @default - any number
   */
  readonly concurrentConnections?: number;

  /**
   * Connections that an address may open in 3 seconds, at least 1. **Only on passthrough Routes**: on others the router counts
   * requests, those on a connection that is kept open too. `requestRate` says so by its name.
   *
   * Sets the annotation `haproxy.router.openshift.io/rate-limit-connections.rate-tcp` to one more, because HAProxy refuses the
   * one that reaches the limit.
   *
   * @default - any number
   */
  readonly connectionRate?: number;

  /**
   * Requests that an address may send in 10 seconds, at least 1. The router sees no requests on a passthrough Route.
   *
   * Sets the annotation `haproxy.router.openshift.io/rate-limit-connections.rate-http`.
   *
   * @default - any number
   */
  readonly requestRate?: number;
}
