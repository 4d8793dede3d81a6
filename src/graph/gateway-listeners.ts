import { GATEWAY_GROUP } from '../facts';
import type { GatewayRouteView } from './gateway-route-view';
import { type Manifest, objectsOf } from './manifest';
import type { ManifestGraph } from './manifest-graph';

/** A listener of a Gateway that a route is attached to. */
export interface AttachedListener {
  /** Manifest path of the reference in the route, e.g. `spec.parentRefs[0]`. */
  readonly path: string;
  /** The reference. */
  readonly reference: Readonly<Record<string, any>>;
  readonly gateway: Manifest;
  /** The fields of the listener. */
  readonly listener: Readonly<Record<string, any>>;
}

/** The listeners that a route is attached to for certain, of the Gateways among the manifests. */
export function attachedListeners(route: GatewayRouteView, graph: ManifestGraph): AttachedListener[] {
  return objectsOf(route.spec.parentRefs).flatMap((reference, index) => {
    const gateway = gatewayOf(reference, route.namespace, graph);
    return gateway === undefined
      ? []
      : objectsOf(gateway.spec?.listeners)
          .filter((listener) => names(reference, listener) && admits(listener, gateway, route) && sharesHost(listener, route))
          .map((listener) => ({ path: `spec.parentRefs[${index}]`, reference, gateway, listener }));
  });
}

function gatewayOf(
  { group = GATEWAY_GROUP, kind = 'Gateway', namespace, name }: Record<string, any>,
  own: string | undefined,
  graph: ManifestGraph,
): Manifest | undefined {
  return group === GATEWAY_GROUP && kind === 'Gateway' ? graph.find(GATEWAY_GROUP, kind, namespace ?? own, String(name)) : undefined;
}

/** A reference without a section and a port is to all listeners. */
function names({ sectionName, port }: Record<string, any>, listener: Record<string, any>): boolean {
  return (sectionName === undefined || sectionName === listener.name) && (port === undefined || port === listener.port);
}

/** Routes of the namespace of the Gateway are let in unless it says otherwise; which namespaces a selector selects nobody knows. */
function admits({ allowedRoutes }: Record<string, any>, { metadata }: Manifest, route: GatewayRouteView): boolean {
  const from = allowedRoutes?.namespaces?.from ?? 'Same';
  return from === 'All' || (from === 'Same' && metadata?.namespace === route.namespace);
}

function sharesHost({ hostname }: Record<string, any>, { spec }: GatewayRouteView): boolean {
  const hosts: unknown = spec.hostnames;
  return !hostname || !Array.isArray(hosts) || hosts.length === 0 || hosts.some((host) => overlap(String(hostname), String(host)));
}

/** `*.example.com` stands for all hosts below `example.com`. */
function overlap(one: string, other: string): boolean {
  return one === other || isBelow(one, other) || isBelow(other, one);
}

function isBelow(host: string, wildcard: string): boolean {
  return wildcard.startsWith('*.') && host.endsWith(wildcard.slice(1));
}
