import type { Fields } from '../../admission';
import { NAMESPACE_NAME_LABEL } from '../../facts';
import { isObject, type Labels, labelMatcher, type ManifestGraph, objectsOf } from '../../graph';

/** A pod, as far as terms of other pods look at it. */
export interface LabelledPod {
  readonly namespace: string | undefined;
  readonly labels: Labels;
}

/** Which pods a term is about, and by which label of nodes they are near to one another. */
export interface PodTerm {
  /** The same for terms that say the same. */
  readonly key: string;
  readonly topologyKey: string;
  readonly matches: (pod: LabelledPod) => boolean;
}

/** How evenly pods have to be spread. */
export interface SpreadTerm extends PodTerm {
  readonly maxSkew: number;
  readonly minDomains: number;
  /** Whether nodes count on which the pod may not run. */
  readonly countsForeignNodes: boolean;
  /** Whether nodes count whose taints keep the pod away. */
  readonly countsTaintedNodes: boolean;
}

const REQUIRED = 'requiredDuringSchedulingIgnoredDuringExecution';

/** The terms by which a pod has to be near to others, or away from them. */
export function affinityTerms(
  affinity: unknown,
  kind: 'podAffinity' | 'podAntiAffinity',
  pod: LabelledPod,
  graph: ManifestGraph,
): PodTerm[] {
  const terms = isObject(affinity) && isObject(affinity[kind]) ? objectsOf(affinity[kind][REQUIRED]) : [];
  return terms.map((term) => podTerm(term, pod, graph));
}

function podTerm(term: Fields, pod: LabelledPod, graph: ManifestGraph): PodTerm {
  const { topologyKey, namespaces, namespaceSelector } = term;
  const selector = selectorWithKeys(term, pod.labels);
  const listed = Array.isArray(namespaces) ? namespaces : [];
  const isOwn = listed.length === 0 && namespaceSelector === undefined;
  const matchesLabels = labelMatcher(selector);
  const matchesNamespace = labelMatcher(namespaceSelector);
  return {
    key: JSON.stringify([topologyKey, selector, isOwn ? pod.namespace : [listed, namespaceSelector]]),
    topologyKey: String(topologyKey),
    matches: ({ namespace, labels }) => {
      const isElsewhere = () =>
        listed.includes(namespace) || (namespaceSelector !== undefined && matchesNamespace(namespaceLabels(namespace, graph)));
      return (isOwn ? namespace === pod.namespace : isElsewhere()) && matchesLabels(labels);
    },
  };
}

function namespaceLabels(name: string | undefined, graph: ManifestGraph): Labels {
  const labels = graph.find('', 'Namespace', undefined, name ?? '')?.metadata?.labels;
  return { ...(isObject(labels) ? labels : {}), [NAMESPACE_NAME_LABEL]: name ?? '' };
}

/** The selector with the values that the pod itself has under some keys, and without those under others. */
function selectorWithKeys({ labelSelector, matchLabelKeys, mismatchLabelKeys }: Fields, labels: Labels): unknown {
  const expressions = (keys: unknown, operator: string) =>
    (Array.isArray(keys) ? keys : []).filter((key) => labels[key] !== undefined).map((key) => ({ key, operator, values: [labels[key]] }));
  const further = [...expressions(matchLabelKeys, 'In'), ...expressions(mismatchLabelKeys, 'NotIn')];
  return further.length === 0 || !isObject(labelSelector)
    ? labelSelector
    : { ...labelSelector, matchExpressions: [...objectsOf(labelSelector.matchExpressions), ...further] };
}

/** The terms by which the scheduler refuses to spread a pod otherwise. */
export function spreadTerms(constraints: unknown, pod: LabelledPod): SpreadTerm[] {
  return objectsOf(constraints)
    .filter(({ whenUnsatisfiable }) => whenUnsatisfiable === undefined || whenUnsatisfiable === 'DoNotSchedule')
    .map((constraint) => {
      const { topologyKey, maxSkew, minDomains, nodeAffinityPolicy, nodeTaintsPolicy } = constraint;
      const selector = selectorWithKeys(constraint, pod.labels);
      const matchesLabels = labelMatcher(selector);
      return {
        key: JSON.stringify([topologyKey, selector, pod.namespace]),
        topologyKey: String(topologyKey),
        matches: ({ namespace, labels }) => namespace === pod.namespace && matchesLabels(labels),
        maxSkew: typeof maxSkew === 'number' ? maxSkew : 1,
        minDomains: typeof minDomains === 'number' ? minDomains : 1,
        countsForeignNodes: nodeAffinityPolicy === 'Ignore',
        countsTaintedNodes: nodeTaintsPolicy !== 'Honor',
      };
    });
}
