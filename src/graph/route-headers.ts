/** Headers that a Route may neither set nor delete, in lower case. */
export const FORBIDDEN_ROUTE_HEADERS: readonly string[] = ['strict-transport-security', 'proxy', 'cookie', 'set-cookie'];

/** Which way the header goes. */
export type HeaderDirection = 'request' | 'response';

const EXPRESSIONS: Readonly<Record<HeaderDirection, RegExp>> = { request: expression('req'), response: expression('res') };
const LONGEST_VALUE = 16_384;

/** Whether a Route may set a header to this value; a `%` that means itself has to be doubled. */
export function isRouteHeaderExpression(value: string, direction: HeaderDirection): boolean {
  return value.length <= LONGEST_VALUE && EXPRESSIONS[direction].test(value);
}

/** A value as the API server reads it: text without `%`, doubled `%`, and format expressions of HAProxy that it knows. */
function expression(message: 'req' | 'res'): RegExp {
  const flags = '(?:\\{[-+]?[QXE](?:,[-+]?[QXE])*\\})?';
  const sample = `(?:${message}\\.hdr\\([0-9A-Za-z-]+\\)|ssl_c_der)(?:,(?:lower|base64))*`;
  return new RegExp(`^(?:%(?:%|${flags}\\[${sample}\\])|[^%\\p{Cc}])+$`, 'u');
}
