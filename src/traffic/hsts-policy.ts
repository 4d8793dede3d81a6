import type { Duration } from 'cdk8s';

/**
 * Tells browsers to use nothing but HTTPS for a host (HTTP Strict Transport Security). They remember it: it cannot be taken
 * back before `maxAge` has passed, so begin with minutes.
 *
 * @see https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/Strict-Transport-Security
 */
export interface HstsPolicy {
  /** How long browsers remember it, whole seconds. 0 makes them forget it. */
  readonly maxAge: Duration;

  /**
   * Whether it goes for every subdomain of the host as well.
   *
   * @default false
   */
  readonly includeSubDomains?: boolean;

  /**
   * Whether browser makers may put the host on the lists that they ship. Getting off such a list takes months.
   *
   * @default false
   */
  readonly preload?: boolean;
}
