/*
 * What `url.ParseRequestURI` of Go takes: the webhook of CDI reads addresses with it.
 *
 * Source: https://github.com/golang/go/blob/master/src/net/url/url.go
 */

const SCHEME = /^([a-z][a-z0-9+.-]*):(.*)$/is;
/** Escapes that are none: `%` without two hexadecimal digits behind it. */
const BROKEN_ESCAPE = /%(?![0-9a-f]{2})/i;
const USER_INFO = /^[\w\-.~:!$&'()*+,;=%@]*$/;
/** In the name of a host only bytes outside ASCII are escaped, and the percent sign. */
const HOST = /^(?:[\w\-.~!$&'()*+,;=:<>"\]]|[^\p{ASCII}]|%(?:25|[89a-f][0-9a-f]))*$/iu;
const IP_LITERAL = /^\[[\da-f:.]+(?:%25[^[\]\s]+)?\](?::\d*)?$/i;
const PORT = /^(?::\d*)?$/;

/** The scheme of an address, in lower case; undefined: Go does not read it as one with a scheme. */
export function schemeOfGoUrl(text: string): string | undefined {
  const [, scheme, behind] = SCHEME.exec(text) ?? [];
  if (scheme === undefined || [...text].some(isControl)) {
    return undefined;
  }
  const [hierarchy] = behind.split('?', 1);
  return isReadable(hierarchy) ? scheme.toLowerCase() : undefined;
}

/** What begins with another character than a slash is taken as it is. */
function isReadable(hierarchy: string): boolean {
  if (!hierarchy.startsWith('/')) {
    return true;
  }
  const [, authority = '', path] = /^(?:\/\/([^/]*))?(.*)$/s.exec(hierarchy) as RegExpExecArray;
  const at = authority.lastIndexOf('@');
  const user = at < 0 ? '' : authority.slice(0, at);
  return USER_INFO.test(user) && !BROKEN_ESCAPE.test(user) && isHost(authority.slice(at + 1)) && !BROKEN_ESCAPE.test(path);
}

function isHost(host: string): boolean {
  const colon = host.lastIndexOf(':');
  return IP_LITERAL.test(host) || (HOST.test(host) && (colon < 0 || PORT.test(host.slice(colon))));
}

/** Of one byte: those of two, U+0080 to U+009F, Go lets pass. */
function isControl(character: string): boolean {
  return character < ' ' || character === '\u007f';
}
