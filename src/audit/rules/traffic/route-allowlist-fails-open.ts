import { ROUTER_TEMPLATE_HELPERS } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { annotationPath, effectiveAllowlist, RouterAnnotation, type RouteView, readIpAllowlist } from '../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../rule';
import { Severity } from '../../severity';

export const routeAllowlistFailsOpen: Rule<RouteView> = {
  id: 'route-allowlist-fails-open',
  title: 'The allowlist of a Route can be read by the router',
  severity: Severity.ERROR,
  stage: Stage.RUN,
  category: 'wiring',
  rationale:
    'The router drops an allowlist with spaces around it, with line breaks or without a single valid entry, and then lets everyone in. Commas make entries invalid.',
  remediation: 'Write IP addresses and CIDR ranges with one space between them, in one line.',
  references: [ROUTER_TEMPLATE_HELPERS],
  mentions: [RouterAnnotation.IP_ALLOWLIST, RouterAnnotation.IP_WHITELIST],
  subjects: (graph) => graph.routes,
  evaluate,
};

function evaluate(route: RouteView): Outcome {
  const allowlist = effectiveAllowlist(route);
  if (allowlist === undefined) {
    return NOT_APPLICABLE;
  }
  return readIpAllowlist(allowlist.value).isClosed
    ? []
    : [
        {
          manifest: route.manifest,
          path: annotationPath(allowlist.name),
          value: allowlist.value,
          message: 'the router cannot read the list and lets everyone in',
          remedy: 'Write IP addresses and CIDR ranges in one line, with one space between them, no commas, and nothing around them.',
        },
      ];
}
