import { Arguments } from '../errors';
import { FORBIDDEN_ROUTE_HEADERS, isRouteHeaderExpression } from '../graph';
import type { RouteHTTPHeader } from '../imports';

const NAME = /^[-!#$%&'*+.0-9A-Z^_`a-z|~]{1,255}$/;
const TEXT = /^[^\p{Cc}]{1,16384}$/u;

/**
 * A header that the router sets or removes.
 *
 * @see https://github.com/openshift/api/blob/master/route/v1/types.go
 */
export class RouteHeader {
  /**
   * Sets a header to a text, whether it was there or not.
   *
   * @param headerName name of the header; Cookie, Set-Cookie, Proxy and Strict-Transport-Security belong to the router
   * @param text the value as it stands: a `%` stays a `%`
   * @throws when the name is none that a Route can set (`header-name-invalid`, `header-name-forbidden`), or the text is none
   * (`header-value-invalid`)
   */
  public static setText(headerName: string, text: string): RouteHeader {
    const args = new Arguments('RouteHeader.setText');
    const name = validName(args, headerName);
    const rule = 'a value has 1 to 16384 characters, none of them a control character';
    args.matching('text', text, TEXT, rule, 'Pass one line of text.', 'header-value-invalid');
    return new RouteHeader({ name, action: { type: 'Set', set: { value: text.replaceAll('%', '%%') } } });
  }

  /**
   * Sets a header to what an expression of HAProxy gives for each request.
   *
   * @param headerName name of the header; Cookie, Set-Cookie, Proxy and Strict-Transport-Security belong to the router
   * @param expression text with expressions such as `%[req.hdr(X-Request-Id),lower]`, `%[res.hdr(Server)]` or
   * `%{+Q}[ssl_c_der,base64]`; a `%` that means itself is doubled. `req.hdr` works in requests only, `res.hdr` in responses only
   * @throws when the name is none that a Route can set (`header-name-invalid`, `header-name-forbidden`), or the expression is none that
   * OpenShift knows (`header-expression-invalid`)
   */
  public static setExpression(headerName: string, expression: string): RouteHeader {
    const args = new Arguments('RouteHeader.setExpression');
    const name = validName(args, headerName);
    if (!isRouteHeaderExpression(expression, 'request') && !isRouteHeaderExpression(expression, 'response')) {
      const rule =
        'OpenShift knows %[req.hdr(NAME)], %[res.hdr(NAME)] and %[ssl_c_der], with ,lower and ,base64 behind them, and a doubled %';
      const remedy = 'Write an expression such as "%[req.hdr(X-Request-Id),lower]", or use RouteHeader.setText.';
      args.refuse('header-expression-invalid', 'expression', JSON.stringify(expression), rule, remedy);
    }
    return new RouteHeader({ name, action: { type: 'Set', set: { value: expression } } });
  }

  /**
   * Removes a header, for example one that tells the version of a server.
   *
   * @param headerName name of the header; Cookie, Set-Cookie, Proxy and Strict-Transport-Security belong to the router
   * @throws when the name is none that a Route can remove (`header-name-invalid`, `header-name-forbidden`)
   */
  public static remove(headerName: string): RouteHeader {
    const name = validName(new Arguments('RouteHeader.remove'), headerName);
    return new RouteHeader({ name, action: { type: 'Delete' } });
  }

  /** @internal */
  public readonly _config: RouteHTTPHeader;

  private constructor(config: RouteHTTPHeader) {
    this._config = config;
  }
}

function validName(args: Arguments, name: string): string {
  const rule = 'a header name has 1 to 255 letters, digits and characters such as "-" and "_"';
  args.matching('headerName', name, NAME, rule, 'Pass a name such as "X-Frame-Options".', 'header-name-invalid');
  if (FORBIDDEN_ROUTE_HEADERS.includes(name.toLowerCase())) {
    const remedy = 'Use the options hsts and cookieName of the Route for what they are for, and another header otherwise.';
    args.refuse('header-name-forbidden', 'headerName', JSON.stringify(name), 'OpenShift keeps this header to the router', remedy);
  }
  return name;
}
