import type { Service } from 'cdk8s-plus-27';

/**
 * A Service that a route of the Gateway API sends traffic to.
 *
 * @see https://gateway-api.sigs.k8s.io/guides/traffic-splitting/
 */
export interface GatewayBackend {
  /**
   * The Service, in the namespace of the route.
   *
   * Sets `spec.rules[].backendRefs[].name`.
   */
  readonly service: Service;

  /**
   * Port of the Service, the one that clients connect to: not the port of the guest, and not a name.
   *
   * Sets `spec.rules[].backendRefs[].port`.
   *
   * @default - the only port that the Service has by now
   */
  readonly port?: number;

  /**
   * Share of the traffic in proportion to the other backends, 0 to 1,000,000.
   *
   * Sets `spec.rules[].backendRefs[].weight`.
   *
   * @default 1
   */
  readonly weight?: number;
}
