import { KubevirtSource, misplacedLabels } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { displayName, type ManifestGraph, type PodSelector, podSearch, podSelectors, type VirtualMachineView } from '../../../graph';
import { settingEntries } from '../../fix';
import { NOT_APPLICABLE, type Outcome, type Rule, type Violation } from '../../rule';
import { Severity } from '../../severity';
import { ToldLabels } from '../../told-labels';

/** What it comes to that a selector finds no pod, by kind. */
const CONSEQUENCES: Readonly<Record<string, string>> = {
  Service: 'the Service has no endpoints',
  PodDisruptionBudget: 'the budget protects nothing',
  NetworkPolicy: 'the policy applies to nothing',
  PodMonitor: 'nothing is measured',
};

export const labelNotOnTemplate: Rule<ManifestGraph> = {
  id: 'label-not-on-template',
  title: 'A label by which pods of a VM are selected is on the template of the VM',
  severity: Severity.ERROR,
  stage: Stage.RUN,
  category: 'wiring',
  rationale:
    'Only the labels of spec.template.metadata reach the pod of a VM. Those of the VirtualMachine itself, or of the VMs of a pool, stay there: a Service, a PodDisruptionBudget or a NetworkPolicy that selects them finds no pod.',
  remediation: 'Put the label on spec.template.metadata.labels.',
  references: [KubevirtSource.SERVICES, KubevirtSource.VM_CONTROLLER],
  subjects: (graph) => [graph],
  evaluate,
};

function evaluate(graph: ManifestGraph): Outcome {
  const told = new ToldLabels();
  const selectors = podSelectors(graph).filter((selector) => isAboutMachines(selector, graph));
  return selectors.length === 0
    ? NOT_APPLICABLE
    : selectors.flatMap((selector) => told.untold(selector, missedBy(selector, graph)).map((vm) => violation(selector, vm)));
}

function isAboutMachines(selector: PodSelector, graph: ManifestGraph): boolean {
  const search = podSearch(graph);
  return search.selected(selector).length > 0 || search.missed(selector).length > 0;
}

function missedBy(selector: PodSelector, graph: ManifestGraph): readonly VirtualMachineView[] {
  const search = podSearch(graph);
  const isFound = search.selected(selector).length > 0 || search.selectsOthers(selector);
  return isFound ? [] : search.missed(selector).filter((vm) => !isInSubdomain(selector, vm));
}

/** What becomes of the VM's name in a subdomain is another rule's. */
function isInSubdomain({ manifest }: PodSelector, vm: VirtualMachineView): boolean {
  return manifest.kind === 'Service' && vm.spec.subdomain === manifest.metadata?.name;
}

function violation(selector: PodSelector, vm: VirtualMachineView): Violation {
  const { path, value, labels, entries, owner } = misplacedLabels(selector.selector, vm);
  const { kind } = selector.manifest;
  return {
    manifest: vm.manifest,
    path,
    value,
    message: `${displayName(selector.manifest)} selects ${labels}, which the template lacks: labels of ${owner} do not reach the pods, and ${CONSEQUENCES[kind]}`,
    remedy: `Put ${labels} on ${path}.`,
    fix: settingEntries(vm.manifest, path, entries),
  };
}
