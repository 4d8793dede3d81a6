import { hasFormat, ROUTER_COOKIE_NAME, routerDuration } from '../facts';
import type { RouteMode } from './route-mode';

const HAPROXY = 'haproxy.router.openshift.io';
const ROUTER = 'router.openshift.io';

/** Annotations of a Route that the OpenShift router reads. */
export const RouterAnnotation = {
  BALANCE: `${HAPROXY}/balance`,
  TIMEOUT: `${HAPROXY}/timeout`,
  TIMEOUT_TUNNEL: `${HAPROXY}/timeout-tunnel`,
  HEALTH_CHECK_INTERVAL: `${ROUTER}/haproxy.health.check.interval`,
  DISABLE_COOKIES: `${HAPROXY}/disable_cookies`,
  COOKIE_NAME: `${ROUTER}/cookie_name`,
  COOKIE_SAME_SITE: `${ROUTER}/cookie-same-site`,
  IP_ALLOWLIST: `${HAPROXY}/ip_allowlist`,
  IP_WHITELIST: `${HAPROXY}/ip_whitelist`,
  RATE_LIMIT: `${HAPROXY}/rate-limit-connections`,
  RATE_LIMIT_CONCURRENT_TCP: `${HAPROXY}/rate-limit-connections.concurrent-tcp`,
  RATE_LIMIT_RATE_TCP: `${HAPROXY}/rate-limit-connections.rate-tcp`,
  RATE_LIMIT_RATE_HTTP: `${HAPROXY}/rate-limit-connections.rate-http`,
  POD_CONCURRENT_CONNECTIONS: `${HAPROXY}/pod-concurrent-connections`,
  HSTS_HEADER: `${HAPROXY}/hsts_header`,
  REWRITE_TARGET: `${HAPROXY}/rewrite-target`,
  SET_FORWARDED_HEADERS: `${HAPROXY}/set-forwarded-headers`,
  ADJUST_CASE: `${HAPROXY}/h1-adjust-case`,
  POOL_SIZE: `${ROUTER}/pool-size`,
} as const;

/** What the router makes of one annotation. */
export interface RouterAnnotationFormat {
  /** Whether it reads the value; what it cannot read it ignores without a word. */
  readonly reads: (value: string) => boolean;
  /** What it reads, as the end of "the router reads only …". */
  readonly words: string;
  /** How Routes have to treat TLS for the annotation to have an effect. */
  readonly modes: readonly RouteMode[];
}

const ALL: readonly RouteMode[] = ['plain', 'edge', 'reencrypt', 'passthrough'];
const HTTP: readonly RouteMode[] = ['plain', 'edge', 'reencrypt'];
const ENCRYPTED: readonly RouteMode[] = ['edge', 'reencrypt'];

/** As Go's regular expressions have it, white space is these five characters. */
const SPACE = '[\\t\\n\\f\\r ]*';
const HSTS = new RegExp(
  '^(?:(?:includeSubDomains|preload)_;_)*max-age_=_(?:\\d+|"\\d+")(?:_;_(?:includeSubDomains|preload))*$'.replaceAll('_', SPACE),
  'i',
);

/** The annotations that the router reads, by name. */
export const ROUTER_ANNOTATIONS: ReadonlyMap<string, RouterAnnotationFormat> = new Map([
  [RouterAnnotation.BALANCE, oneOf(ALL, 'roundrobin', 'leastconn', 'source', 'random')],
  [RouterAnnotation.TIMEOUT, duration(ALL)],
  [RouterAnnotation.TIMEOUT_TUNNEL, duration(ALL)],
  [RouterAnnotation.HEALTH_CHECK_INTERVAL, duration(ALL)],
  [RouterAnnotation.DISABLE_COOKIES, boolean(HTTP)],
  [RouterAnnotation.COOKIE_NAME, { reads: (value) => hasFormat(value, ROUTER_COOKIE_NAME), words: ROUTER_COOKIE_NAME.words, modes: HTTP }],
  [RouterAnnotation.COOKIE_SAME_SITE, oneOf(ENCRYPTED, 'Lax', 'Strict', 'None')],
  [RouterAnnotation.IP_ALLOWLIST, { reads: () => true, words: 'IP addresses and CIDR ranges', modes: ALL }],
  [RouterAnnotation.IP_WHITELIST, { reads: () => true, words: 'IP addresses and CIDR ranges', modes: ALL }],
  [RouterAnnotation.RATE_LIMIT, boolean(ALL)],
  [RouterAnnotation.RATE_LIMIT_CONCURRENT_TCP, integer(ALL)],
  [RouterAnnotation.RATE_LIMIT_RATE_TCP, integer(ALL)],
  [RouterAnnotation.RATE_LIMIT_RATE_HTTP, integer(HTTP)],
  [RouterAnnotation.POD_CONCURRENT_CONNECTIONS, integer(ALL)],
  [
    RouterAnnotation.HSTS_HEADER,
    { reads: (value) => HSTS.test(value), words: 'max-age=SECONDS with includeSubDomains and preload', modes: ENCRYPTED },
  ],
  [RouterAnnotation.REWRITE_TARGET, { reads: (value) => /^\/[^\n]*$/.test(value), words: 'a path that begins with "/"', modes: HTTP }],
  [RouterAnnotation.SET_FORWARDED_HEADERS, oneOf(HTTP, 'append', 'replace', 'if-none', 'never')],
  [RouterAnnotation.ADJUST_CASE, boolean(HTTP)],
  [RouterAnnotation.POOL_SIZE, integer(ALL)],
]);

/** The annotations that are durations. */
export const ROUTER_DURATIONS: readonly string[] = [
  RouterAnnotation.TIMEOUT,
  RouterAnnotation.TIMEOUT_TUNNEL,
  RouterAnnotation.HEALTH_CHECK_INTERVAL,
];

/** Whether the annotation stands in a name space of the router. */
export function isRouterAnnotation(name: string): boolean {
  return name.startsWith(`${HAPROXY}/`) || name.startsWith(`${ROUTER}/`);
}

/** Whether the router takes the value for true. */
export function isRouterTrue(value: string | undefined): boolean {
  return ['1', 't', 'T', 'TRUE', 'true', 'True'].includes(value ?? '');
}

function isRouterFalse(value: string): boolean {
  return ['0', 'f', 'F', 'FALSE', 'false', 'False'].includes(value);
}

function oneOf(modes: readonly RouteMode[], ...values: string[]): RouterAnnotationFormat {
  return { reads: (value) => values.includes(value), words: values.join(', '), modes };
}

function duration(modes: readonly RouteMode[]): RouterAnnotationFormat {
  return { reads: (value) => routerDuration(value) !== undefined, words: 'one whole number with one unit', modes };
}

function boolean(modes: readonly RouteMode[]): RouterAnnotationFormat {
  return { reads: (value) => isRouterTrue(value) || isRouterFalse(value), words: 'true and false', modes };
}

function integer(modes: readonly RouteMode[]): RouterAnnotationFormat {
  return { reads: (value) => routerInteger(value) !== undefined, words: 'integers', modes };
}

/** An integer as the router reads it, with or without a sign; undefined when it ignores the text. */
export function routerInteger(text: string): number | undefined {
  return /^[+-]?\d+$/.test(text) && BigInt.asIntN(64, BigInt(text)) === BigInt(text) ? Number(text) : undefined;
}
