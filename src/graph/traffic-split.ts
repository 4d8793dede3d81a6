import { GATEWAY_GROUP, GATEWAY_ROUTES, INGRESS_GROUP } from '../facts';
import { GatewayRouteView } from './gateway-route-view';
import { IngressView } from './ingress-view';
import type { Manifest } from './manifest';
import type { RouteView } from './route-view';

/** A Service that an object names because it leads requests there. */
export interface ServiceReference {
  /** The Route, the Ingress or the route of the Gateway API. */
  readonly manifest: Manifest;
  /** Manifest path of the reference, e.g. `spec.to`. */
  readonly path: string;
  /** Namespace of the Service. */
  readonly namespace: string | undefined;
  /** Name of the Service. */
  readonly name: unknown;
  /** Whether the Service gets a share of new requests. */
  readonly isServed: boolean;
}

/** Services that share the same requests. */
export type TrafficSplit = readonly ServiceReference[];

/** How the Routes, Ingresses and routes of the Gateway API of a graph divide requests among Services. */
export function trafficSplits(ofKind: (group: string, kind: string) => readonly Manifest[], routes: readonly RouteView[]): TrafficSplit[] {
  return [
    ...routes.map(routeSplit),
    ...ofKind(INGRESS_GROUP, 'Ingress').flatMap((ingress) => ingressSplits(new IngressView(ingress))),
    ...GATEWAY_ROUTES.flatMap((kind) => ofKind(GATEWAY_GROUP, kind)).flatMap((route) => gatewaySplits(new GatewayRouteView(route))),
  ];
}

function routeSplit({ manifest, namespace, backends }: RouteView): TrafficSplit {
  return backends.map(({ path, name, weight }) => ({ manifest, path, namespace, name, isServed: weight !== 0 }));
}

/** Each path of an Ingress has one Service. */
function ingressSplits({ manifest, namespace, backends }: IngressView): TrafficSplit[] {
  return backends.map(({ path, name }) => [{ manifest, path, namespace, name, isServed: true }]);
}

function gatewaySplits({ manifest, rules }: GatewayRouteView): TrafficSplit[] {
  return rules.map(({ backends }) =>
    backends.map(({ path, namespace, name, weight }) => ({ manifest, path, namespace, name, isServed: weight !== 0 })),
  );
}
