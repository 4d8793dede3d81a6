const NGINX = 'nginx.ingress.kubernetes.io';
const HAPROXY_INGRESS = 'haproxy-ingress.github.io';
const TRAEFIK = 'traefik.ingress.kubernetes.io';

/** Annotations by which the controllers of Ingresses keep a client on one server. */
export const StickyAnnotation = {
  NGINX_AFFINITY: `${NGINX}/affinity`,
  NGINX_AFFINITY_MODE: `${NGINX}/affinity-mode`,
  NGINX_COOKIE_NAME: `${NGINX}/session-cookie-name`,
  NGINX_COOKIE_MAX_AGE: `${NGINX}/session-cookie-max-age`,
  NGINX_COOKIE_SAME_SITE: `${NGINX}/session-cookie-samesite`,
  NGINX_COOKIE_CHANGE_ON_FAILURE: `${NGINX}/session-cookie-change-on-failure`,
  HAPROXY_TECHNOLOGIES_COOKIE: 'haproxy.org/cookie-persistence',
  HAPROXY_INGRESS_AFFINITY: `${HAPROXY_INGRESS}/affinity`,
  HAPROXY_INGRESS_COOKIE_NAME: `${HAPROXY_INGRESS}/session-cookie-name`,
  HAPROXY_INGRESS_COOKIE_SAME_SITE: `${HAPROXY_INGRESS}/session-cookie-same-site`,
  TRAEFIK_COOKIE: `${TRAEFIK}/service.sticky.cookie`,
  TRAEFIK_COOKIE_NAME: `${TRAEFIK}/service.sticky.cookie.name`,
  TRAEFIK_COOKIE_HTTP_ONLY: `${TRAEFIK}/service.sticky.cookie.httponly`,
  TRAEFIK_COOKIE_SECURE: `${TRAEFIK}/service.sticky.cookie.secure`,
  TRAEFIK_COOKIE_SAME_SITE: `${TRAEFIK}/service.sticky.cookie.samesite`,
  TRAEFIK_COOKIE_MAX_AGE: `${TRAEFIK}/service.sticky.cookie.maxage`,
  TRAEFIK_NATIVE_BALANCING: `${TRAEFIK}/service.nativelb`,
  TRAEFIK_TLS: `${TRAEFIK}/router.tls`,
} as const;

/** A controller of Ingresses whose sticky cookies are known. */
export interface StickyController {
  /** Name of the project. */
  readonly name: string;
  /** Name of the IngressClass that its installation creates unless told otherwise. */
  readonly className: string;
  /** `spec.controller` of its IngressClasses: how it begins. */
  readonly controller: string;
  /** Annotation that switches the cookie on. */
  readonly annotation: string;
}

/** The controllers of Ingresses whose sticky cookies are known. */
export const STICKY_CONTROLLERS: readonly StickyController[] = [
  { name: 'ingress-nginx', className: 'nginx', controller: 'k8s.io/ingress-nginx', annotation: StickyAnnotation.NGINX_AFFINITY },
  {
    name: 'HAProxy Kubernetes Ingress Controller',
    className: 'haproxy',
    controller: 'haproxy.org/ingress-controller',
    annotation: StickyAnnotation.HAPROXY_TECHNOLOGIES_COOKIE,
  },
  {
    name: 'HAProxy Ingress',
    className: 'haproxy',
    controller: 'haproxy-ingress.github.io/controller',
    annotation: StickyAnnotation.HAPROXY_INGRESS_AFFINITY,
  },
  { name: 'Traefik', className: 'traefik', controller: 'traefik.io/ingress-controller', annotation: StickyAnnotation.TRAEFIK_COOKIE },
];
