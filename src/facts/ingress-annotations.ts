import type { AnnotationValue } from './load-balancers';

/**
 * Annotations with the addresses that an Ingress lets in, between commas: of ingress-nginx, HAProxy Ingress and the HAProxy
 * Kubernetes Ingress Controller.
 */
export const INGRESS_ALLOWLISTS: readonly string[] = [
  'nginx.ingress.kubernetes.io/whitelist-source-range',
  'nginx.ingress.kubernetes.io/allowlist-source-range',
  'haproxy-ingress.github.io/whitelist-source-range',
  'haproxy-ingress.github.io/allowlist-source-range',
  'haproxy.org/whitelist',
  'haproxy.org/allow-list',
];

/**
 * By what controllers are told to encrypt without `spec.tls`: to pass TLS through, or to use a certificate that is kept elsewhere, or to
 * rely on whoever is in front of them.
 *
 * Source: the documentation of OpenShift, ingress-nginx, HAProxy Ingress, Traefik, the AWS Load Balancer Controller, GKE and the
 * Application Gateway Ingress Controller.
 */
export const INGRESS_TLS_ANNOTATIONS: readonly AnnotationValue[] = [
  { annotation: 'route.openshift.io/termination' },
  { annotation: 'nginx.ingress.kubernetes.io/ssl-passthrough', values: ['true'] },
  { annotation: 'nginx.ingress.kubernetes.io/force-ssl-redirect', values: ['true'] },
  { annotation: 'haproxy-ingress.github.io/ssl-passthrough', values: ['true'] },
  { annotation: 'haproxy.org/ssl-passthrough', values: ['true'] },
  { annotation: 'traefik.ingress.kubernetes.io/router.tls', values: ['true'] },
  { annotation: 'alb.ingress.kubernetes.io/certificate-arn' },
  { annotation: 'alb.ingress.kubernetes.io/ssl-redirect' },
  { annotation: 'networking.gke.io/managed-certificates' },
  { annotation: 'networking.gke.io/certmap' },
  { annotation: 'ingress.gcp.kubernetes.io/pre-shared-cert' },
  { annotation: 'kubernetes.io/ingress.allow-http', values: ['false'] },
  { annotation: 'appgw.ingress.kubernetes.io/appgw-ssl-certificate' },
];

/** What has a controller serve plain HTTP beside TLS, instead of redirecting it, which is its default. */
export const INGRESS_PLAIN_HTTP: readonly AnnotationValue[] = [
  { annotation: 'nginx.ingress.kubernetes.io/ssl-redirect', values: ['false'] },
  { annotation: 'haproxy-ingress.github.io/ssl-redirect', values: ['false'] },
  { annotation: 'haproxy.org/ssl-redirect', values: ['false'] },
];

/** Classes of Ingresses that are encrypted whatever they say. */
export const INGRESS_TLS_CLASSES: readonly string[] = ['tailscale', 'ngrok', 'cloudflare-tunnel'];

/** At which entry points Traefik takes requests. */
export const TRAEFIK_ENTRY_POINTS = 'traefik.ingress.kubernetes.io/router.entrypoints';

/** What its charts call the entry point for plain HTTP. */
export const TRAEFIK_PLAIN_ENTRY_POINT = 'web';
