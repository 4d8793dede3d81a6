import { ROUTER_UNIQUE_HOST } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { displayName, type HostClaims, hostClaims, labelsText, type RouteView } from '../../../graph';
import type { Outcome, Rule } from '../../rule';
import { Severity } from '../../severity';

export const routeHostClaimedTwice: Rule<HostClaims> = {
  id: 'route-host-claimed-twice',
  title: 'No two Routes claim the same host and path',
  severity: Severity.ERROR,
  stage: Stage.RUN,
  category: 'wiring',
  rationale: 'The router serves the older of two Routes with the same host and path and rejects the other one with HostAlreadyClaimed.',
  remediation: 'Change the host or the path, or send parts of the traffic to several Services with alternateBackends.',
  references: [ROUTER_UNIQUE_HOST],
  subjects: hostClaims,
  evaluate,
};

function evaluate({ routes }: HostClaims): Outcome {
  const first = new Map<string, RouteView>();
  return routes.flatMap((route) => {
    const claim = JSON.stringify([route.namespace, route.spec.path, labelsText(route)]);
    const claimant = first.get(claim);
    if (claimant === undefined) {
      first.set(claim, route);
      return [];
    }
    return [
      {
        manifest: route.manifest,
        path: 'spec.host',
        value: route.spec.host,
        message: `${displayName(claimant.manifest)} claims this host with the same path, and the router serves only one of the two`,
        remedy: 'Change the host or the path, or join the Routes into one with alternateBackends.',
      },
    ];
  });
}
