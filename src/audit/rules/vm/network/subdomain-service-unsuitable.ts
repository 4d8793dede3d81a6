import { KubevirtSource, misplacedLabels } from '../../../../admission';
import { type ManifestGraph, matchLabels, type VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext, type Violation } from '../../../rule';
import { Severity } from '../../../severity';

export const subdomainServiceUnsuitable: Rule<VirtualMachineView> = {
  id: 'subdomain-service-unsuitable',
  title: 'The Service of a subdomain is headless and selects its VMs',
  severity: Severity.WARNING,
  category: 'wiring',
  rationale: 'A VM is found under its subdomain only if a headless Service of that name selects it.',
  remediation: 'Set clusterIP: None, and select a label of the template of the VM.',
  references: [KubevirtSource.DNS],
  mentions: ['subdomain'],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView, { graph }: RuleContext): Outcome {
  const value = vm.spec.subdomain;
  const service = graph.service(vm.namespace, value);
  if (service === undefined) {
    return otherwiseNamed(vm, graph);
  }
  if (!service.hasSelector) {
    return NOT_APPLICABLE;
  }
  if (!service.isHeadless) {
    return [violation(vm, `the Service ${value} is not headless`, 'Set clusterIP: None in the Service.')];
  }
  const { selector } = service.spec;
  return matchLabels(selector, vm.launcherLabels)
    ? []
    : [violation(vm, `the Service ${value} does not select the VM`, selectionRemedy(vm, { matchLabels: selector }))];
}

/** A headless Service that selects the VM gives it a name only if it is called like the subdomain. */
function otherwiseNamed(vm: VirtualMachineView, graph: ManifestGraph): Outcome {
  const headless = typeof vm.spec.subdomain === 'string' ? graph.servicesInFrontOf(vm).filter(({ isHeadless }) => isHeadless) : [];
  if (headless.length === 0 || vm.spec.subdomain === '') {
    return NOT_APPLICABLE;
  }
  const [{ name }] = headless;
  return [
    violation(
      vm,
      `the headless Service that selects the VM is called ${name}`,
      `Set it to ${name}, or call the Service ${vm.spec.subdomain}.`,
    ),
  ];
}

function selectionRemedy(vm: VirtualMachineView, selector: Record<string, any>): string {
  const { labels, path, owner } = misplacedLabels(selector, vm);
  return labels === ''
    ? 'Let the Service select a label of the template of the VM.'
    : `Put ${labels} on ${path}: labels of ${owner} do not reach the pods.`;
}

function violation(vm: VirtualMachineView, reason: string, remedy: string): Violation {
  const message = `${reason}, so the VM is not found under its name there`;
  return { manifest: vm.manifest, path: vm.path('subdomain'), value: vm.spec.subdomain, message, remedy };
}
