/**
 * How much one client address may ask of a Route before the router turns it away. At least one limit is needed.
 *
 * Each router pod counts by itself. Behind a load balancer that hides the addresses of clients, all clients share one limit.
 *
 * @see https://docs.redhat.com/en/documentation/openshift_container_platform/4.20/html/ingress_and_load_balancing/configuring-routes
 */
export interface RateLimits {
  /**
   * Connections that an address may have open at once, at least 1.
   *
   * Sets the annotation `haproxy.router.openshift.io/rate-limit-connections.concurrent-tcp`.
   *
   * @default - any number
   */
  readonly concurrentConnections?: number;

  /**
   * Connections that an address may open in 3 seconds, at least 1.
   *
   * Sets the annotation `haproxy.router.openshift.io/rate-limit-connections.rate-tcp`.
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
