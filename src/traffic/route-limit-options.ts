import type { Duration } from 'cdk8s';
import type { RateLimits } from './rate-limits';

/** Who may use a Route, how much and for how long. */
export interface RouteLimitOptions {
  /**
   * How long the guest may take to answer. Whole milliseconds, 100 ms to 24 days. A client whose guest does not answer gets
   * 504 and keeps its cookie: only the readiness probe of the VM sends it elsewhere. On passthrough it would cut idle
   * connections: use `tunnelTimeout` there.
   *
   * Sets the annotation `haproxy.router.openshift.io/timeout`.
   *
   * @default - the router's default, 30 seconds
   */
  readonly timeout?: Duration;

  /**
   * How long a WebSocket or passthrough connection may be idle: consoles, remote desktops, event streams. Whole
   * milliseconds, 100 ms to 24 days.
   *
   * Sets the annotation `haproxy.router.openshift.io/timeout-tunnel`.
   *
   * @default - the router's default, 1 hour
   */
  readonly tunnelTimeout?: Duration;

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
   * How much one client address may ask for. The switch that the router wants beside the limits is set with them.
   *
   * Sets the annotation `haproxy.router.openshift.io/rate-limit-connections` and the limits beside it.
   *
   * @default - no limit
   */
  readonly rateLimits?: RateLimits;

  /**
   * Connections that one router pod has open to one VM at most, at least 1; further ones wait. It keeps a small guest from
   * being overrun when its neighbour fails.
   *
   * Sets the annotation `haproxy.router.openshift.io/pod-concurrent-connections`.
   *
   * @default - any number
   */
  readonly maxConnectionsPerVm?: number;
}
