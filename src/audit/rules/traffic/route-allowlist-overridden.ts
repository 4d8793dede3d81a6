import { ROUTER_TEMPLATE } from '../../../admission';
import { ALLOWLISTS, annotationPath, effectiveAllowlist, RouterAnnotation, type RouteView } from '../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../rule';
import { Severity } from '../../severity';

export const routeAllowlistOverridden: Rule<RouteView> = {
  id: 'route-allowlist-overridden',
  title: 'A Route has one allowlist',
  severity: Severity.WARNING,
  category: 'wiring',
  rationale:
    'ip_whitelist is the old name of ip_allowlist. The router reads one of the two, the new one if it can, and does not join them: clients that stand in the other one only are refused.',
  remediation: 'Join the two in haproxy.router.openshift.io/ip_allowlist.',
  references: [ROUTER_TEMPLATE],
  mentions: [RouterAnnotation.IP_WHITELIST],
  subjects: (graph) => graph.routes,
  evaluate,
};

function evaluate(route: RouteView): Outcome {
  const lists = ALLOWLISTS.filter((name) => route.annotation(name));
  const effective = effectiveAllowlist(route);
  if (effective === undefined || lists.length < 2) {
    return NOT_APPLICABLE;
  }
  return lists
    .filter((name) => name !== effective.name && route.annotation(name) !== effective.value)
    .map((name) => ({
      manifest: route.manifest,
      path: annotationPath(name),
      value: route.annotation(name),
      message: `the router reads ${effective.name} and ignores this list, so that clients that stand in this one only are refused`,
      remedy: `Join the two in ${RouterAnnotation.IP_ALLOWLIST}, in one line.`,
    }));
}
