import type { ForwardedHeaders } from './forwarded-headers';
import type { HstsPolicy } from './hsts-policy';
import type { RouteHeader } from './route-header';

/** What the router changes in the requests and responses of a Route. None of it is possible on passthrough. */
export interface RouteHttpOptions {
  /**
   * Headers that the router sets or removes in requests, at most 20.
   *
   * Sets `spec.httpHeaders.actions.request`.
   *
   * @default - none
   */
  readonly requestHeaders?: RouteHeader[];

  /**
   * Headers that the router sets or removes in responses, at most 20.
   *
   * Sets `spec.httpHeaders.actions.response`.
   *
   * @default - none
   */
  readonly responseHeaders?: RouteHeader[];

  /**
   * Whether browsers have to use HTTPS from now on. It needs TLS that ends at the router.
   *
   * Sets the annotation `haproxy.router.openshift.io/hsts_header`.
   *
   * @default - browsers are told nothing
   */
  readonly hsts?: HstsPolicy;

  /**
   * Path that takes the place of `path` in what the guest sees: with the path `/shop` and the target `/`, a request for
   * `/shop/cart` reaches the guest as `/cart`. Printable ASCII without quotes, backslash and `#`. It ends with `/` if `path`
   * does. Beside it the router takes `path` for a regular expression, so that `path` must have no parentheses and the like.
   *
   * Sets the annotation `haproxy.router.openshift.io/rewrite-target`.
   *
   * @default - the guest sees the path of the client
   */
  readonly rewriteTarget?: string;

  /**
   * How the guest learns who the client is.
   *
   * Sets the annotation `haproxy.router.openshift.io/set-forwarded-headers`.
   *
   * @default - what the IngressController says, ForwardedHeaders.APPEND unless changed
   */
  readonly forwardedHeaders?: ForwardedHeaders;

  /**
   * Whether header names reach the guest with capitals, for old servers that want `Content-Type` and choke on
   * `content-type`. It takes effect for the names in `spec.httpHeaderOptions.headerNameCaseAdjustments` of the
   * IngressController.
   *
   * Sets the annotation `haproxy.router.openshift.io/h1-adjust-case`.
   *
   * @default false
   */
  readonly adjustHeaderCase?: boolean;
}
