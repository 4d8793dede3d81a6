import { INGRESS_GROUP, MONITORING_GROUP } from '../facts';
import { isObject, type Manifest, objectsOf } from './manifest';
import { perGraph } from './per-graph';
import type { VirtualMachineView } from './virtual-machine-view';

/** A selector that looks for pods of one namespace. */
export interface PodSelector {
  /** The object that has the selector. */
  readonly manifest: Manifest;
  /** Manifest path of the selector, e.g. `spec.selector`. */
  readonly path: string;
  /** The selector as it stands. */
  readonly value: unknown;
  /** The same as a LabelSelector. */
  readonly selector: Readonly<Record<string, any>>;
  /** The namespace whose pods it looks for. */
  readonly namespace: string | undefined;
}

/** The selectors of Services, disruption budgets, network policies and monitors of pods, as far as they ask for labels. */
export const podSelectors = perGraph((graph): readonly PodSelector[] =>
  [
    ...graph.services.filter(({ hasSelector }) => hasSelector).map(({ manifest }) => serviceSelector(manifest)),
    ...graph.ofKind('policy', 'PodDisruptionBudget').map((budget) => podSelector(budget, 'spec.selector', budget.spec?.selector)),
    ...graph.ofKind(INGRESS_GROUP, 'NetworkPolicy').map((policy) => podSelector(policy, 'spec.podSelector', policy.spec?.podSelector)),
    ...graph
      .ofKind(MONITORING_GROUP, 'PodMonitor')
      .filter(({ spec }) => spec?.namespaceSelector === undefined)
      .map((monitor) => podSelector(monitor, 'spec.selector', monitor.spec?.selector)),
  ].filter(({ selector }) => asksForLabels(selector)),
);

/** The selectors by which VMs keep away from pods of their namespace, or near to them. */
export function placementSelectors(vm: VirtualMachineView): PodSelector[] {
  const { affinity, topologySpreadConstraints } = vm.spec;
  const terms = ['podAffinity', 'podAntiAffinity'].flatMap((kind) => affinityTerms(`affinity.${kind}`, affinity?.[kind]));
  const constraints = placed('topologySpreadConstraints', topologySpreadConstraints);
  return [...terms, ...constraints]
    .filter(({ term }) => term.namespaces === undefined && term.namespaceSelector === undefined)
    .map(({ path, term }) => podSelector(vm.manifest, vm.path(`${path}.labelSelector`), term.labelSelector))
    .filter(({ selector }) => asksForLabels(selector));
}

interface PlacedTerm {
  readonly path: string;
  readonly term: Record<string, any>;
}

function affinityTerms(path: string, affinity: unknown): PlacedTerm[] {
  if (!isObject(affinity)) {
    return [];
  }
  const preferred = placed(
    `${path}.preferredDuringSchedulingIgnoredDuringExecution`,
    affinity.preferredDuringSchedulingIgnoredDuringExecution,
  );
  return [
    ...placed(`${path}.requiredDuringSchedulingIgnoredDuringExecution`, affinity.requiredDuringSchedulingIgnoredDuringExecution),
    ...preferred
      .filter(({ term }) => isObject(term.podAffinityTerm))
      .map(({ path, term }) => ({ path: `${path}.podAffinityTerm`, term: term.podAffinityTerm })),
  ];
}

function placed(path: string, list: unknown): PlacedTerm[] {
  return objectsOf(list).map((term, index) => ({ path: `${path}[${index}]`, term }));
}

function serviceSelector(manifest: Manifest): PodSelector {
  const value = manifest.spec?.selector;
  return { ...podSelector(manifest, 'spec.selector', value), selector: { matchLabels: value } };
}

function podSelector(manifest: Manifest, path: string, value: unknown): PodSelector {
  return { manifest, path, value, selector: isObject(value) ? value : {}, namespace: manifest.metadata?.namespace };
}

function asksForLabels({ matchLabels, matchExpressions }: Record<string, any>): boolean {
  return (isObject(matchLabels) && Object.keys(matchLabels).length > 0) || objectsOf(matchExpressions).length > 0;
}
