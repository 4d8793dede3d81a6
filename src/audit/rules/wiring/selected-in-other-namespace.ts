import { SERVICE_API } from '../../../admission';
import { POD_KIND_LABEL } from '../../../facts';
import { apiGroup, displayName, type Manifest, type ManifestGraph, type PodSelector, podSearch, podSelectors } from '../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext } from '../../rule';
import { Severity } from '../../severity';

/** Kinds that stand beside what they select; the others are copied into many namespaces, whatever is in there. */
const KINDS = ['Service', 'PodDisruptionBudget'];

export const selectedInOtherNamespace: Rule<PodSelector> = {
  id: 'selected-in-other-namespace',
  title: 'A Service or PodDisruptionBudget is in the namespace of the VMs that it selects',
  severity: Severity.WARNING,
  category: 'wiring',
  rationale:
    'A selector looks for pods in the namespace of its object only. Where nothing in this namespace has the labels and a VM in another has, the object was probably put into the wrong one.',
  remediation: 'Put the object into the namespace of the VM.',
  references: [SERVICE_API],
  subjects: podSelectors,
  evaluate,
};

function evaluate(selector: PodSelector, { graph }: RuleContext): Outcome {
  const { manifest, namespace } = selector;
  if (!KINDS.includes(manifest.kind) || !tellsOneFromAnother(selector)) {
    return NOT_APPLICABLE;
  }
  const search = podSearch(graph);
  if (search.selected(selector).length > 0) {
    return [];
  }
  const elsewhere = search.elsewhere(selector);
  if (elsewhere.length === 0) {
    return NOT_APPLICABLE;
  }
  const isExplained = search.selectsOthers(selector) || search.missed(selector).length > 0;
  const vm = elsewhere.find((candidate) => !hasCopy(manifest, candidate.namespace, graph));
  if (isExplained || vm === undefined) {
    return [];
  }
  const message = `it selects pods of this namespace only, in which nothing that is known has its labels, while ${displayName(vm.manifest)} has them`;
  return [{ manifest, path: 'metadata.namespace', value: namespace, message, remedy: `Put it into the namespace ${vm.namespace}.` }];
}

/** Labels that every VM has say nothing about which of them is meant. */
function tellsOneFromAnother({ selector }: PodSelector): boolean {
  return Object.keys(selector.matchLabels ?? {}).some((key) => key !== POD_KIND_LABEL);
}

/** Whether the VM has an object of the same name beside it: then the namespaces are alike, and this one's VM is elsewhere. */
function hasCopy(manifest: Manifest, namespace: string | undefined, graph: ManifestGraph): boolean {
  return graph.find(apiGroup(manifest), manifest.kind, namespace, manifest.metadata?.name ?? '') !== undefined;
}
