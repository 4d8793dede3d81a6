/**
 * Whether browsers send the sticky cookie with requests that other sites cause. Without the cookie such a request may
 * reach another VM than the session.
 *
 * @see https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/Set-Cookie#samesitesamesite-value
 */
export enum SameSite {
  /** With requests of the site itself and with links to it. */
  LAX = 'Lax',
  /** With requests of the site itself only. */
  STRICT = 'Strict',
  /** With every request, also from frames on other sites. */
  NONE = 'None',
}
