/** Headers that a Route may neither set nor delete, in lower case. */
export const FORBIDDEN_ROUTE_HEADERS: readonly string[] = ['strict-transport-security', 'proxy', 'cookie', 'set-cookie'];

/** Headers that an IngressController may neither set nor delete, in lower case: a Route may change the host. */
export const FORBIDDEN_ROUTER_HEADERS: readonly string[] = [...FORBIDDEN_ROUTE_HEADERS, 'host'];

/** Which way the header goes. */
export type HeaderDirection = 'request' | 'response';

const EXPRESSIONS: Readonly<Record<HeaderDirection, RegExp>> = { request: expression('req'), response: expression('res') };

/** The most characters of a value. */
export const LONGEST_HEADER_VALUE = 16_384;

/** Whether a Route or an IngressController may set a header to this value; a `%` that means itself has to be doubled. */
export function isRouteHeaderExpression(value: string, direction: HeaderDirection): boolean {
  return value.length <= LONGEST_HEADER_VALUE && EXPRESSIONS[direction].test(value);
}

/** A value as the API server reads it: text without `%`, doubled `%`, and format expressions of HAProxy that it knows. */
function expression(message: 'req' | 'res'): RegExp {
  const flags = '(?:\\{[-+]?[QXE](?:,[-+]?[QXE])*\\})?';
  const sample = `(?:${message}\\.hdr\\([0-9A-Za-z-]+\\)|ssl_c_der)(?:,(?:lower|base64))*`;
  return new RegExp(`^(?:%(?:%|${flags}\\[${sample}\\])|[^%\\p{Cc}])+$`, 'u');
}
