/**
 * What keeps a client of a Route on one VM.
 *
 * @see https://docs.redhat.com/en/documentation/openshift_container_platform/4.20/html/ingress_and_load_balancing/configuring-routes
 */
export enum Stickiness {
  /** A cookie that the router sets. It tells apart clients behind one address, but needs TLS that ends at the router, or none. */
  COOKIE = 'cookie',
  /** The address of the client, without a cookie. All clients behind one proxy or one address translation land on one VM. */
  CLIENT_ADDRESS = 'client-address',
  /** Nothing: every request may reach another VM. For services that keep no session, or keep it in a store of their own. */
  NONE = 'none',
}
