import { NGINX_ALLOWLIST, ROUTE_ANNOTATIONS } from '../../../../admission';
import { coversEveryAddress, INGRESS_ALLOWLISTS } from '../../../../facts';
import {
  ALLOWLISTS,
  type AllowlistAnnotation,
  annotationPath,
  effectiveAllowlist,
  type IngressView,
  ingresses,
  type ManifestGraph,
  RouteView,
  readIpAllowlist,
} from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

/** OpenShift makes a Route of an Ingress, with its annotations. */
const ANNOTATIONS = [...ALLOWLISTS, ...INGRESS_ALLOWLISTS];

export const allowlistLetsEveryoneIn: Rule<RouteView | IngressView> = {
  id: 'allowlist-lets-everyone-in',
  title: 'The allowlist of a Route or an Ingress leaves somebody out',
  severity: Severity.WARNING,
  category: 'security',
  rationale:
    'A list with 0.0.0.0/0 or ::/0, or with ranges that add up to it, such as 0.0.0.0/1 and 128.0.0.0/1, lets everybody in, whatever else it names. It looks like a limit and is none.',
  remediation: 'List the networks of the clients only, or remove the annotation.',
  references: [ROUTE_ANNOTATIONS, NGINX_ALLOWLIST],
  mentions: ANNOTATIONS,
  subjects: routesAndIngresses,
  evaluate,
};

function routesAndIngresses(graph: ManifestGraph): (RouteView | IngressView)[] {
  return [...graph.routes, ...ingresses(graph)];
}

function evaluate(view: RouteView | IngressView): Outcome {
  const allowlists = view instanceof RouteView ? allowlistOf(view) : allowlistsOf(view);
  if (allowlists.length === 0) {
    return NOT_APPLICABLE;
  }
  return allowlists
    .filter(({ entries }) => coversEveryAddress(entries))
    .map(({ name, value }) => ({
      manifest: view.manifest,
      path: annotationPath(name),
      value,
      message: 'together these are all addresses, so that the list keeps nobody out',
      remedy: 'List the networks of the clients only, or remove the annotation.',
    }));
}

interface Allowlist extends AllowlistAnnotation {
  readonly entries: readonly string[];
}

/** What the router cannot read is the business of other rules. */
function allowlistOf(route: RouteView): Allowlist[] {
  const allowlist = effectiveAllowlist(route);
  return allowlist !== undefined && readIpAllowlist(allowlist.value).isClosed
    ? [{ ...allowlist, entries: allowlist.value.split(/\s+/) }]
    : [];
}

function allowlistsOf({ annotations }: IngressView): Allowlist[] {
  return ANNOTATIONS.flatMap((name) => {
    const value = annotations[name];
    return typeof value === 'string' ? [{ name, value, entries: value.split(/[\s,]+/) }] : [];
  });
}
