import type { ClusterProfile } from '../cluster';
import { DNS_SUBDOMAIN, hasFormat, LONGEST_DNS_LABEL, LONGEST_DNS_NAME, secondsOfGoDuration } from '../facts';
import { FORBIDDEN_ROUTER_HEADERS, headerActions, isObject, type Manifest } from '../graph';
import { forbiddenHeaders, incompleteHeaderActions, invalidHeaderValues } from './header-actions';
import type { IngressControllerFault } from './ingress-controller-fault';
import { loadBalancerFaults } from './ingress-load-balancers';

type Fields = Readonly<Record<string, any>>;

/** The KubeVirt of OpenShift 4.21, which is the first to look at domains. */
const LOOKS_AT_DOMAINS = '1.7';

/** The name that DNS has for a router, up to its domain. */
const ROUTER_PREFIX = 'router-';

/** Of the units of Go all but milliseconds, seconds and minutes. */
const OTHER_UNITS = /[nuµh]/;
const LONGEST_KEEP_ALIVE = 15 * 60;
const SHORTEST_KEEP_ALIVE = 0.001;

const FEWEST_CONNECTIONS = 2000;
const MOST_CONNECTIONS = 2_000_000;
/** As many as HAProxy has by default, and as many as its container allows. */
const OTHER_CONNECTIONS: readonly unknown[] = [0, -1];

/** What the schema says without expressions is found like that of any other kind. */
export function ingressControllerFaults({ metadata, spec }: Manifest, cluster: ClusterProfile): IngressControllerFault[] {
  const { domain, endpointPublishingStrategy, tuningOptions }: Fields = isObject(spec) ? spec : {};
  const actions = headerActions(isObject(spec) ? spec : {});
  return [
    ...(typeof domain === 'string' && cluster.atLeast(LOOKS_AT_DOMAINS) ? domainFaults(domain, metadata?.name) : []),
    ...loadBalancerFaults(endpointPublishingStrategy),
    ...incompleteHeaderActions(actions),
    ...forbiddenHeaders(actions, FORBIDDEN_ROUTER_HEADERS),
    ...invalidHeaderValues(actions),
    ...(isObject(tuningOptions) ? tuningFaults(tuningOptions) : []),
  ];
}

function domainFaults(value: string, name: unknown): IngressControllerFault[] {
  const at = { path: 'spec.domain', value };
  if (!hasFormat(value, DNS_SUBDOMAIN)) {
    const lower = value.toLowerCase();
    const message = `the API server takes ${DNS_SUBDOMAIN.words}`;
    const remedy = 'Write a domain such as apps.example.com, without a wildcard.';
    return [{ ...at, message, remedy, wanted: hasFormat(lower, DNS_SUBDOMAIN) ? lower : undefined }];
  }
  const longest = value.split('.').find((label) => label.length > LONGEST_DNS_LABEL);
  if (longest !== undefined) {
    const message = `the API server takes labels of at most ${LONGEST_DNS_LABEL} characters between dots`;
    return [{ ...at, message, remedy: 'Use a shorter domain.' }];
  }
  const canonical = typeof name === 'string' ? `${ROUTER_PREFIX}${name}.${value}` : '';
  const message = `with ${ROUTER_PREFIX} and the name of the IngressController in front it has ${canonical.length} characters, and the API server takes ${LONGEST_DNS_NAME}`;
  return canonical.length > LONGEST_DNS_NAME ? [{ ...at, message, remedy: 'Use a shorter domain or a shorter name.' }] : [];
}

function tuningFaults({ httpKeepAliveTimeout, maxConnections }: Fields): IngressControllerFault[] {
  return [
    ...(typeof httpKeepAliveTimeout === 'string' && httpKeepAliveTimeout !== '' ? keepAliveFaults(httpKeepAliveTimeout) : []),
    ...(typeof maxConnections === 'number' ? connectionFaults(maxConnections) : []),
  ];
}

function keepAliveFaults(value: string): IngressControllerFault[] {
  const at = { path: 'spec.tuningOptions.httpKeepAliveTimeout', value };
  const seconds = secondsOfGoDuration(value);
  if (seconds === undefined || OTHER_UNITS.test(value)) {
    const message = 'the API server takes a duration in the units ms, s and m';
    return [{ ...at, message, remedy: 'Write a duration such as 30s.' }];
  }
  const message = 'the API server takes 1 millisecond to 15 minutes';
  const isWithin = seconds >= SHORTEST_KEEP_ALIVE && seconds <= LONGEST_KEEP_ALIVE;
  return isWithin ? [] : [{ ...at, message, remedy: 'Write a duration such as 30s.' }];
}

function connectionFaults(value: number): IngressControllerFault[] {
  const isRight = OTHER_CONNECTIONS.includes(value) || (value >= FEWEST_CONNECTIONS && value <= MOST_CONNECTIONS);
  const message = `the API server takes ${FEWEST_CONNECTIONS} to ${MOST_CONNECTIONS} connections, 0 for the default and -1 for as many as its container allows`;
  return isRight ? [] : [{ path: 'spec.tuningOptions.maxConnections', value, message, remedy: 'Use one of them.' }];
}
