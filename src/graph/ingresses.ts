import { GATEWAY_GROUP, GATEWAY_ROUTES, INGRESS_GROUP } from '../facts';
import { GatewayRouteView } from './gateway-route-view';
import { IngressView } from './ingress-view';
import type { ManifestGraph } from './manifest-graph';

/** The Ingresses. */
export function ingresses(graph: ManifestGraph): IngressView[] {
  return graph.ofKind(INGRESS_GROUP, 'Ingress').map((manifest) => new IngressView(manifest));
}

/** The routes of the Gateway API, of all kinds. */
export function gatewayRoutes(graph: ManifestGraph): GatewayRouteView[] {
  return GATEWAY_ROUTES.flatMap((kind) => graph.ofKind(GATEWAY_GROUP, kind)).map((manifest) => new GatewayRouteView(manifest));
}

/** The routes of the Gateway API that are about requests of HTTP. */
export function httpRoutes(graph: ManifestGraph): GatewayRouteView[] {
  return graph.ofKind(GATEWAY_GROUP, 'HTTPRoute').map((manifest) => new GatewayRouteView(manifest));
}
