import { ROUTER_TEMPLATE_HELPERS } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { partWithoutSecrets } from '../../../facts';
import { annotationPath, effectiveAllowlist, RouterAnnotation, type RouteView, readIpAllowlist } from '../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../rule';
import { Severity } from '../../severity';

export const routeAllowlistEntryDropped: Rule<RouteView> = {
  id: 'route-allowlist-entry-dropped',
  title: 'Each entry of the allowlist of a Route is an IP address or a CIDR range',
  severity: Severity.ERROR,
  stage: Stage.RUN,
  category: 'wiring',
  rationale: 'The router drops entries that it cannot read without a word, and refuses the clients that they stand for.',
  remediation: 'Correct the entry.',
  references: [ROUTER_TEMPLATE_HELPERS],
  mentions: [RouterAnnotation.IP_ALLOWLIST, RouterAnnotation.IP_WHITELIST],
  subjects: (graph) => graph.routes,
  evaluate,
};

function evaluate(route: RouteView): Outcome {
  const allowlist = effectiveAllowlist(route);
  const content = allowlist && readIpAllowlist(allowlist.value);
  if (!allowlist || !content?.isClosed) {
    return NOT_APPLICABLE;
  }
  return content.dropped.map((entry) => ({
    manifest: route.manifest,
    path: annotationPath(allowlist.name),
    value: allowlist.value,
    message: `the router drops ${JSON.stringify(partWithoutSecrets(entry, allowlist.value))}, which is neither an IP address nor a CIDR range, and refuses the clients that it stands for`,
    remedy: 'Correct the entry; entries have a space between them and no commas.',
  }));
}
