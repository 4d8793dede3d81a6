import type { ApiObjectMetadata, Duration } from 'cdk8s';
import type { GatewayBackend } from './gateway-backend';
import type { GatewayReference } from './gateway-reference';

/** Options of an HttpRoute. */
export interface HttpRouteProps {
  /**
   * Metadata of the HTTPRoute.
   *
   * @default - a name made from the construct path
   */
  readonly metadata?: ApiObjectMetadata;

  /**
   * Gateways that the requests come in through, at least one.
   *
   * Sets `spec.parentRefs`.
   */
  readonly gateways: GatewayReference[];

  /**
   * Services that the requests go to, at least one, each with its share.
   *
   * Sets `spec.rules[0].backendRefs`.
   */
  readonly backends: GatewayBackend[];

  /**
   * Hosts that clients use, at most 16, in lower case, each with `*.` in front if it stands for its subdomains.
   *
   * Sets `spec.hostnames`.
   *
   * @default - the hosts of the listeners
   */
  readonly hostnames?: string[];

  /**
   * Path that requests begin with.
   *
   * Sets `spec.rules[0].matches[0].path.value`.
   *
   * @default - all paths
   */
  readonly path?: string;

  /**
   * How long a request may take, from its first byte to the last byte of the answer, for gateways that implement it. It
   * also cuts event streams: leave it out for those. Whole milliseconds.
   *
   * Sets `spec.rules[0].timeouts.request`.
   *
   * @default - what the gateway says
   */
  readonly timeout?: Duration;
}
