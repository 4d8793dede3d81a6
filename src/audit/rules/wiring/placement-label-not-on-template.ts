import { KubevirtSource, misplacedLabels, podsOf } from '../../../admission';
import { type PodSelector, placementSelectors, podSearch, type VirtualMachineView } from '../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext, type Violation } from '../../rule';
import { Severity } from '../../severity';

export const placementLabelNotOnTemplate: Rule<VirtualMachineView> = {
  id: 'placement-label-not-on-template',
  title: 'A label by which VMs keep away from each other is on their templates',
  severity: Severity.WARNING,
  category: 'availability',
  rationale:
    'The scheduler compares the labels of pods, and only those of spec.template.metadata reach the pod of a VM. An anti-affinity or a spread over a label of the VirtualMachine itself sees no pod: all VMs may run on one host.',
  remediation: 'Put the label on spec.template.metadata.labels.',
  references: [KubevirtSource.TOPOLOGY_SPREAD, KubevirtSource.VM_CONTROLLER],
  mentions: ['affinity', 'topologySpreadConstraints'],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView, { graph }: RuleContext): Outcome {
  const selectors = placementSelectors(vm);
  if (selectors.length === 0) {
    return NOT_APPLICABLE;
  }
  const search = podSearch(graph);
  return selectors.flatMap((selector) => {
    const isSeen = search.selected(selector).length > 0 || search.selectsOthers(selector);
    const missed = isSeen ? [] : search.missed(selector);
    return isAboutSeveral(missed) ? [violation(vm, selector, missed[0])] : [];
  });
}

/** A single VM has nothing of its own to keep away from: whom it means may be outside the manifests. */
function isAboutSeveral(machines: readonly VirtualMachineView[]): boolean {
  return machines.reduce((sum, vm) => sum + podsOf(vm), 0) > 1;
}

function violation({ manifest }: VirtualMachineView, selector: PodSelector, missed: VirtualMachineView): Violation {
  const { path, labels, owner } = misplacedLabels(selector.selector, missed);
  return {
    manifest,
    path: selector.path,
    value: selector.value,
    message: `no pod has ${labels}: it is among the labels of ${owner}, which do not reach the pods, so the scheduler sees nothing to keep away from or near to`,
    remedy: `Put ${labels} on ${path} of each VM that is meant.`,
  };
}
