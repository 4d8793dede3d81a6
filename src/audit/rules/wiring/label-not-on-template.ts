import { KubevirtSource, misplacedLabels } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { displayName, type PodSelector, podSearch, podSelectors, type VirtualMachineView } from '../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext, type Violation } from '../../rule';
import { Severity } from '../../severity';

/** What it comes to that a selector finds no pod, by kind. */
const CONSEQUENCES: Readonly<Record<string, string>> = {
  Service: 'the Service has no endpoints',
  PodDisruptionBudget: 'the budget protects nothing',
  NetworkPolicy: 'the policy applies to nothing',
  PodMonitor: 'nothing is measured',
};

export const labelNotOnTemplate: Rule<PodSelector> = {
  id: 'label-not-on-template',
  title: 'A label by which pods of a VM are selected is on the template of the VM',
  severity: Severity.ERROR,
  stage: Stage.RUN,
  category: 'wiring',
  rationale:
    'Only the labels of spec.template.metadata reach the pod of a VM. Those of the VirtualMachine itself, or of the VMs of a pool, stay there: a Service, a PodDisruptionBudget or a NetworkPolicy that selects them finds no pod.',
  remediation: 'Put the label on spec.template.metadata.labels.',
  references: [KubevirtSource.SERVICES, KubevirtSource.VM_CONTROLLER],
  subjects: podSelectors,
  evaluate,
};

function evaluate(selector: PodSelector, { graph }: RuleContext): Outcome {
  const search = podSearch(graph);
  if (search.selected(selector).length > 0) {
    return [];
  }
  const missed = search.missed(selector);
  if (missed.length === 0) {
    return NOT_APPLICABLE;
  }
  return search.selectsOthers(selector) ? [] : missed.filter((vm) => !isInSubdomain(selector, vm)).map((vm) => violation(selector, vm));
}

/** What becomes of the VM's name in a subdomain is another rule's. */
function isInSubdomain({ manifest }: PodSelector, vm: VirtualMachineView): boolean {
  return manifest.kind === 'Service' && vm.spec.subdomain === manifest.metadata?.name;
}

function violation(selector: PodSelector, vm: VirtualMachineView): Violation {
  const { path, value, labels, owner } = misplacedLabels(selector.selector, vm);
  const { kind } = selector.manifest;
  return {
    manifest: vm.manifest,
    path,
    value,
    message: `${displayName(selector.manifest)} selects ${labels}, which the template lacks: labels of ${owner} do not reach the pods, and ${CONSEQUENCES[kind]}`,
    remedy: `Put ${labels} on ${path}.`,
  };
}
