import { contradictsTemplate, KubevirtSource, misplacedLabels } from '../../../admission';
import { displayName, type ManifestGraph, type PodSelector, podSearch, podSelectors, type VirtualMachineView } from '../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type Violation } from '../../rule';
import { Severity } from '../../severity';
import { ToldLabels } from '../../told-labels';

export const labelNotOnEveryTemplate: Rule<ManifestGraph> = {
  id: 'label-not-on-every-template',
  title: 'All VMs with a label have it on their templates when some are selected by it',
  severity: Severity.WARNING,
  category: 'wiring',
  rationale:
    'Only the labels of spec.template.metadata reach the pod of a VM. Of several VMs with the same label, one that has it on the VirtualMachine alone is left out of the Service, the PodDisruptionBudget or the NetworkPolicy that selects the others.',
  remediation: 'Put the label on spec.template.metadata.labels.',
  references: [KubevirtSource.SERVICES, KubevirtSource.VM_CONTROLLER],
  subjects: (graph) => [graph],
  evaluate,
};

function evaluate(graph: ManifestGraph): Outcome {
  const told = new ToldLabels();
  const search = podSearch(graph);
  const selectors = podSelectors(graph).filter((selector) => search.selected(selector).length > 0);
  return selectors.length === 0
    ? NOT_APPLICABLE
    : selectors.flatMap((selector) => {
        const missed = search.missed(selector).filter((vm) => !contradictsTemplate(selector.selector, vm));
        return told.untold(selector, missed).map((vm) => violation(selector, vm));
      });
}

function violation(selector: PodSelector, vm: VirtualMachineView): Violation {
  const { path, value, labels, owner } = misplacedLabels(selector.selector, vm);
  return {
    manifest: vm.manifest,
    path,
    value,
    message: `${displayName(selector.manifest)} selects ${labels} and other VMs by it, but not this one: labels of ${owner} do not reach the pods`,
    remedy: `Put ${labels} on ${path}, or take it off ${owner} if the VM is not meant.`,
  };
}
