import { GATEWAY_GROUP, INGRESS_GROUP } from '../facts';
import { GatewayRouteView } from './gateway-route-view';
import { IngressView } from './ingress-view';
import type { ManifestGraph } from './manifest-graph';

/** The Ingresses. */
export function ingresses(graph: ManifestGraph): IngressView[] {
  return graph.ofKind(INGRESS_GROUP, 'Ingress').map((manifest) => new IngressView(manifest));
}

/** The routes of the Gateway API whose backends are Services with ports. */
export function gatewayRoutes(graph: ManifestGraph): GatewayRouteView[] {
  return ['HTTPRoute', 'TCPRoute'].flatMap((kind) => graph.ofKind(GATEWAY_GROUP, kind)).map((manifest) => new GatewayRouteView(manifest));
}
