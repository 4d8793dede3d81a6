import { ROUTE_ANNOTATIONS, ROUTE_TYPES } from '../../../admission';
import { CRD_GROUP, OPERATOR_GROUP, ROUTE_GROUP } from '../../../facts';
import { isObject, type Manifest, type ManifestGraph } from '../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext } from '../../rule';
import { Severity } from '../../severity';

const KINDS: readonly (readonly [group: string, kind: string])[] = [
  [ROUTE_GROUP, 'Route'],
  [OPERATOR_GROUP, 'IngressController'],
];

export const routeNeedsOpenshift: Rule<Manifest> = {
  id: 'route-needs-openshift',
  title: 'Routes are for clusters with the router of OpenShift',
  severity: Severity.WARNING,
  category: 'wiring',
  rationale:
    'Kubernetes by itself has neither Routes nor IngressControllers: the API server knows no such kind, kubectl answers "no matches for kind", and nothing leads clients to the VMs. Some distributions beside OpenShift have them.',
  remediation: 'Use an Ingress or the Gateway API, or say that the cluster is OpenShift.',
  references: [ROUTE_TYPES, ROUTE_ANNOTATIONS],
  subjects,
  evaluate,
};

function subjects(graph: ManifestGraph): Manifest[] {
  return KINDS.flatMap(([group, kind]) => graph.ofKind(group, kind));
}

function evaluate(manifest: Manifest, { cluster, graph }: RuleContext): Outcome {
  if (cluster._isAssumed) {
    return NOT_APPLICABLE;
  }
  return cluster.isOpenshift || isDefined(manifest, graph)
    ? []
    : [
        {
          manifest,
          path: 'kind',
          value: manifest.kind,
          message: 'a cluster that is Kubernetes with KubeVirt does not know this kind, unless somebody has installed it there',
          remedy:
            'Use StickyIngress or StickyHttpRoute, in plain YAML an Ingress or HTTPRoute; or declare the cluster with ClusterProfile.openshift if it is OpenShift or OKD.',
        },
      ];
}

/** Whether the manifests bring the definition of the kind along. */
function isDefined({ apiVersion, kind }: Manifest, graph: ManifestGraph): boolean {
  const [group] = apiVersion.split('/');
  return graph
    .ofKind(CRD_GROUP, 'CustomResourceDefinition')
    .some(({ spec }) => isObject(spec) && spec.group === group && isObject(spec.names) && spec.names.kind === kind);
}
