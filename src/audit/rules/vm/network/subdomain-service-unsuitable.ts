import { KubevirtSource } from '../../../../admission';
import { isObject, matchLabels, type VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext } from '../../../rule';
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
  const selector = service?.manifest.spec?.selector;
  if (service === undefined || !isObject(selector) || Object.keys(selector).length === 0) {
    return NOT_APPLICABLE;
  }
  const path = vm.path('subdomain');
  const unfound = 'so the VM is not found under its name there';
  if (!service.isHeadless) {
    const message = `the Service ${value} is not headless, ${unfound}`;
    return [{ manifest: vm.manifest, path, value, message, remedy: 'Set clusterIP: None in the Service.' }];
  }
  const message = `the Service ${value} does not select the VM, ${unfound}`;
  const remedy = 'Let the Service select a label of the template of the VM.';
  return matchLabels(selector, vm.launcherLabels) ? [] : [{ manifest: vm.manifest, path, value, message, remedy }];
}
