import type { Manifest } from './manifest';
import type { ManifestGraph } from './manifest-graph';
import type { RouteView } from './route-view';

/** The Routes that share a host, at least two. */
export interface HostClaims {
  readonly manifest: Manifest;
  readonly routes: readonly RouteView[];
}

/** The Routes of each host that several claim, in the order of the manifests; one that stands in several files counts once. */
export function hostClaims(graph: ManifestGraph): HostClaims[] {
  const byHost = new Map<string, Map<string, RouteView>>();
  for (const route of graph.routes) {
    const { host, wildcardPolicy } = route.spec;
    if (typeof host === 'string' && host !== '') {
      const key = JSON.stringify([host, wildcardPolicy === 'Subdomain']);
      const claims = byHost.get(key) ?? new Map<string, RouteView>();
      byHost.set(key, claims.set(JSON.stringify([route.namespace, route.name]), route));
    }
  }
  return [...byHost.values()]
    .filter((claims) => claims.size > 1)
    .map((claims) => {
      const routes = [...claims.values()];
      return { manifest: routes[0].manifest, routes };
    });
}

/** Labels decide which router serves a Route where there are several: Routes with the same text share a router. */
export function labelsText(route: RouteView): string {
  return JSON.stringify(Object.entries(route.manifest.metadata?.labels ?? {}).sort());
}
