import { ROUTER_UNIQUE_HOST } from '../../../admission';
import { displayName, type HostClaims, hostClaims, labelsText, type RouteView } from '../../../graph';
import type { Outcome, Rule, Violation } from '../../rule';
import { Severity } from '../../severity';

export const routeHostShared: Rule<HostClaims> = {
  id: 'route-host-shared',
  title: 'Routes that share a host can be served by one router',
  severity: Severity.WARNING,
  category: 'wiring',
  rationale:
    'By default a host belongs to the namespace with the oldest Route of it: the router rejects Routes of other namespaces, also for other paths. Routes of one namespace with the same path collide unless their labels lead them to different routers.',
  remediation: 'Give each Route a host of its own, or move the Routes into one namespace with different paths.',
  references: [ROUTER_UNIQUE_HOST],
  subjects: hostClaims,
  evaluate,
};

function evaluate({ routes }: HostClaims): Outcome {
  const [owner] = routes;
  const firstOfPath = new Map<unknown, RouteView>();
  return routes.flatMap((route) => {
    if (route.namespace !== owner.namespace) {
      return [inOtherNamespace(route, owner)];
    }
    const claimant = firstOfPath.get(route.spec.path);
    if (claimant === undefined) {
      firstOfPath.set(route.spec.path, route);
      return [];
    }
    return labelsText(claimant) === labelsText(route) ? [] : [withOtherLabels(route, claimant)];
  });
}

function inOtherNamespace(route: RouteView, owner: RouteView): Violation {
  return {
    manifest: route.manifest,
    path: 'spec.host',
    value: route.spec.host,
    message: `${displayName(owner.manifest)} has the same host in another namespace, and by default the router serves only the namespace with the oldest Route`,
    remedy: 'Use another host, unless routeAdmission.namespaceOwnership of the IngressController is InterNamespaceAllowed.',
  };
}

function withOtherLabels(route: RouteView, claimant: RouteView): Violation {
  return {
    manifest: route.manifest,
    path: 'spec.host',
    value: route.spec.host,
    message: `${displayName(claimant.manifest)} has the same host and path, and a router that serves both rejects one of them`,
    remedy: 'Use another host or path, unless the labels of the two lead them to different routers.',
  };
}
