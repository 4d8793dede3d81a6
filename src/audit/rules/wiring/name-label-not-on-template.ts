import { KubevirtSource } from '../../../admission';
import { KUBEVIRT_GROUP, NAME_LABELS } from '../../../facts';
import { displayName, isObject, type ManifestGraph, objectsOf, type PodSelector, podSearch, podSelectors } from '../../../graph';
import { settingEntries } from '../../fix';
import { NOT_APPLICABLE, type Outcome, type Rule, type Violation } from '../../rule';
import { Severity } from '../../severity';

export const nameLabelNotOnTemplate: Rule<ManifestGraph> = {
  id: 'name-label-not-on-template',
  title: 'A VM that is selected by a label with its name has that label',
  severity: Severity.WARNING,
  category: 'wiring',
  rationale:
    'Examples and consoles label VMs with kubevirt.io/domain or kubevirt.io/vm and the name of the VM, and KubeVirt does not: its own label is vm.kubevirt.io/name. A Service, a PodDisruptionBudget or a NetworkPolicy that selects a VM by a label of this kind finds no pod unless the label is on the template.',
  remediation: 'Put the label on spec.template.metadata.labels, or select vm.kubevirt.io/name.',
  references: [KubevirtSource.SERVICES, KubevirtSource.LAUNCHER_LABELS],
  subjects: (graph) => [graph],
  evaluate,
};

function evaluate(graph: ManifestGraph): Outcome {
  const asked = podSelectors(graph).flatMap((selector) => {
    const label = nameLabelOf(selector);
    return label === undefined ? [] : [{ selector, label }];
  });
  return asked.length === 0 ? NOT_APPLICABLE : asked.flatMap(({ selector, label }) => violationOf(selector, label, graph) ?? []);
}

/** The key of the label, where a selector asks for nothing else. */
function nameLabelOf({ selector: { matchLabels, matchExpressions } }: PodSelector): string | undefined {
  const keys = Object.keys(isObject(matchLabels) ? matchLabels : {});
  return keys.length === 1 && objectsOf(matchExpressions).length === 0 ? NAME_LABELS.find((label) => label === keys[0]) : undefined;
}

function violationOf(selector: PodSelector, label: string, graph: ManifestGraph): Violation | undefined {
  const name: unknown = selector.selector.matchLabels[label];
  const named = typeof name === 'string' ? graph.find(KUBEVIRT_GROUP, 'VirtualMachine', selector.namespace, name) : undefined;
  const vm = named && graph.virtualMachineOf(named);
  const search = podSearch(graph);
  const finds = search.selected(selector).length > 0 || search.missed(selector).length > 0 || search.selectsOthers(selector);
  if (vm === undefined || finds) {
    return undefined;
  }
  const path = vm.templateMetadataPath('labels');
  return {
    manifest: vm.manifest,
    path,
    value: vm.templateMetadata.labels,
    message: `${displayName(selector.manifest)} selects ${label}: ${name}, which KubeVirt gives to no pod and the template lacks: it finds no pod`,
    remedy: `Put the label on ${path}, or select vm.kubevirt.io/name.`,
    fix: settingEntries(vm.manifest, path, { [label]: name }),
  };
}
