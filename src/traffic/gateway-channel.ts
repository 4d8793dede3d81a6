/**
 * Which CustomResourceDefinitions of the Gateway API the cluster has.
 *
 * @see https://gateway-api.sigs.k8s.io/concepts/versioning/#release-channels
 */
export enum GatewayChannel {
  /** The stable kinds and fields, which most distributions install. It has no session persistence. */
  STANDARD = 'standard',
  /**
   * Those and the ones that may still change or go away, session persistence among them as of Gateway API 1.6. The cluster
   * needs both the CustomResourceDefinitions and a controller that implements the field.
   */
  EXPERIMENTAL = 'experimental',
}
