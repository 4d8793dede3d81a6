/**
 * What the router does with plain HTTP requests to a host that has TLS.
 *
 * @see https://github.com/openshift/api/blob/master/route/v1/types.go
 */
export enum InsecureEdgeTerminationPolicy {
  /** Serves them like the others. The sticky cookie then travels unprotected: it gets neither Secure nor SameSite. */
  ALLOW = 'Allow',
  /** Answers with an error page. */
  NONE = 'None',
  /** Sends the client to the same URL with HTTPS. */
  REDIRECT = 'Redirect',
}
