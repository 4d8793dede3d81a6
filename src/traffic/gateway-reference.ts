/**
 * A Gateway that traffic comes in through.
 *
 * @see https://gateway-api.sigs.k8s.io/api-types/httproute/#attaching-to-gateways
 */
export interface GatewayReference {
  /**
   * Name of the Gateway.
   *
   * Sets `spec.parentRefs[].name`.
   */
  readonly name: string;

  /**
   * Namespace of the Gateway. Its listeners have to allow routes from the namespace of the route.
   *
   * Sets `spec.parentRefs[].namespace`.
   *
   * @default - the namespace of the route
   */
  readonly namespace?: string;

  /**
   * Listener of the Gateway, such as the one with TLS.
   *
   * Sets `spec.parentRefs[].sectionName`.
   *
   * @default - every listener that fits
   */
  readonly listener?: string;
}
