import { GATEWAY_API, INGRESS_API, NearNames, ROUTE_TYPES } from '../../../admission';
import { GATEWAY_GROUP } from '../../../facts';
import {
  apiGroup,
  displayName,
  type Manifest,
  type ManifestGraph,
  perGraph,
  type ServiceReference,
  type ServiceView,
} from '../../../graph';
import { setting } from '../../fix';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext, type Violation } from '../../rule';
import { Severity } from '../../severity';

export const backendServiceMissing: Rule<ServiceReference> = {
  id: 'backend-service-missing',
  title: 'A Route, an Ingress or a route of the Gateway API names a Service that is there',
  severity: Severity.WARNING,
  category: 'wiring',
  rationale:
    'A Route or an Ingress to a Service that does not exist in its namespace is accepted, has no servers and answers each request with an error. Where a Service of nearly the same name is there, or one of the same name in another namespace, it was probably meant.',
  remediation: 'Use the name of the Service, and the same namespace.',
  references: [ROUTE_TYPES, INGRESS_API, GATEWAY_API],
  subjects: (graph) => graph.trafficSplits.flat(),
  evaluate,
};

function evaluate(reference: ServiceReference, { graph }: RuleContext): Outcome {
  const { namespace, name } = reference;
  if (typeof name !== 'string' || graph.service(namespace, name) !== undefined) {
    return typeof name === 'string' ? [] : NOT_APPLICABLE;
  }
  const near = nearServices(graph).find(namespace, name);
  if (near !== undefined) {
    return [misnamed(reference, near)];
  }
  const elsewhere = nearServices(graph)
    .called(name)
    .find((service) => isMeantElsewhere(reference, service, graph));
  return elsewhere === undefined ? NOT_APPLICABLE : [misplaced(reference, elsewhere)];
}

const nearServices = perGraph(
  ({ services }) =>
    new NearNames(
      services,
      ({ name }) => name,
      ({ manifest }) => manifest.metadata?.namespace,
    ),
);

/** Whether the Service of another namespace has no object of the same name before it: else both namespaces are alike. */
function isMeantElsewhere({ manifest, namespace }: ServiceReference, service: ServiceView, graph: ManifestGraph): boolean {
  const other = service.manifest.metadata?.namespace;
  const isElsewhere = namespace !== undefined && other !== undefined;
  return isElsewhere && graph.find(apiGroup(manifest), manifest.kind, other, manifest.metadata?.name ?? '') === undefined;
}

function misnamed({ manifest, path, name }: ServiceReference, near: ServiceView): Violation {
  return {
    manifest,
    path: `${path}.name`,
    value: name,
    message: `there is no such Service among the manifests, but ${displayName(near.manifest)}; without the Service requests are answered with errors`,
    remedy: `Did you mean ${near.name}?`,
    fix: setting(`${path}.name`, near.name),
  };
}

function misplaced({ manifest, path, name, namespace }: ServiceReference, service: ServiceView): Violation {
  const other = service.manifest.metadata?.namespace;
  return {
    manifest,
    path: `${path}.name`,
    value: name,
    message: `among the manifests this Service is in the namespace ${other} only, and the ${manifest.kind} looks for it in ${namespace}; without the Service requests are answered with errors`,
    remedy: remedyFor(manifest, other),
  };
}

function remedyFor(manifest: Manifest, namespace: string | undefined): string {
  const together = `Put the ${manifest.kind} into the namespace ${namespace}`;
  return apiGroup(manifest) === GATEWAY_GROUP
    ? `${together}, or set namespace: ${namespace} here and allow it with a ReferenceGrant there.`
    : `${together}, or the Service into that of the ${manifest.kind}.`;
}
