import type { Duration } from 'cdk8s';
import type { GatewayChannel } from './gateway-channel';
import type { HttpRouteProps } from './http-route-props';

/** Options of a StickyHttpRoute. */
export interface StickyHttpRouteProps extends HttpRouteProps {
  /**
   * Channel of the Gateway API that the cluster has. Session persistence needs GatewayChannel.EXPERIMENTAL: a cluster with the
   * standard channel drops the field without a word, and sessions are lost.
   *
   * Sets the annotation `cdk8s-kubevirt/gateway-channel`.
   */
  readonly channel: GatewayChannel;

  /**
   * Name of the sticky cookie: letters, digits, `_`, `-` and `.`, at most 128. Not every gateway can choose it.
   *
   * Sets `spec.rules[0].sessionPersistence.sessionName`.
   *
   * @default - chosen by the gateway
   */
  readonly cookieName?: string;

  /**
   * How long a session stays on its VM at most; browsers keep the cookie so long, also when they are closed. Not every
   * gateway can do it. Whole milliseconds.
   *
   * Sets `spec.rules[0].sessionPersistence.absoluteTimeout`, and `cookieConfig.lifetimeType` to `Permanent`.
   *
   * @default - until the browser is closed
   */
  readonly sessionLifetime?: Duration;
}
