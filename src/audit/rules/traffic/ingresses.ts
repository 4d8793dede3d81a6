import { GatewayRouteNode, IngressNode, type ManifestGraph } from '../../../graph';

/** The Ingresses. */
export function ingresses(graph: ManifestGraph): IngressNode[] {
  return graph.ofKind('networking.k8s.io', 'Ingress').map((manifest) => new IngressNode(manifest));
}

/** The routes of the Gateway API whose backends are Services with ports. */
export function gatewayRoutes(graph: ManifestGraph): GatewayRouteNode[] {
  return ['HTTPRoute', 'TCPRoute']
    .flatMap((kind) => graph.ofKind('gateway.networking.k8s.io', kind))
    .map((manifest) => new GatewayRouteNode(manifest));
}
