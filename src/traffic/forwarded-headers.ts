/**
 * What the router does with the headers `Forwarded` and `X-Forwarded-*`, which tell the guest who the client is.
 *
 * @see https://docs.redhat.com/en/documentation/openshift_container_platform/4.20/html/ingress_and_load_balancing/configuring-routes
 */
export enum ForwardedHeaders {
  /** Adds what it knows to what the client sent. A client can pretend to be somebody else. */
  APPEND = 'append',
  /** Replaces what the client sent: for guests that trust these headers. */
  REPLACE = 'replace',
  /** Sets them when the client sent none. Routers with HAProxy 2.8 add to X-Forwarded-For all the same. */
  IF_NONE = 'if-none',
  /** Leaves them as the client sent them. */
  NEVER = 'never',
}
