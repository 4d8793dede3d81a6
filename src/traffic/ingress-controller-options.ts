import type { Duration } from 'cdk8s';
import type { SameSite } from './same-site';

/** Options of every controller of Ingresses. */
export interface IngressControllerOptions {
  /**
   * Name of the IngressClass that belongs to the controller.
   *
   * Sets `spec.ingressClassName`.
   *
   * @default - the one that the installation of the controller creates: nginx, haproxy or traefik
   */
  readonly className?: string;
}

/** Options of controllers that can shape the sticky cookie. */
export interface StickyCookieOptions extends IngressControllerOptions {
  /**
   * How long browsers keep the cookie, whole seconds, at least 1.
   *
   * @default - until the browser is closed
   */
  readonly maxAge?: Duration;

  /**
   * Whether browsers send the cookie with requests that other sites cause. SameSite.NONE needs TLS.
   *
   * @default - left to the browser, which treats it as SameSite.LAX
   */
  readonly sameSite?: SameSite;
}

/** Options of HAProxy Ingress. */
export interface HaproxyIngressOptions extends IngressControllerOptions {
  /**
   * Whether browsers send the cookie with requests that other sites cause, from frames for example. It needs TLS.
   *
   * @default false
   */
  readonly crossSiteCookie?: boolean;
}
