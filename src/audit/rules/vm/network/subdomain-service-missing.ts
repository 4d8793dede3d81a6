import { KubevirtSource } from '../../../../admission';
import type { VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext } from '../../../rule';
import { Severity } from '../../../severity';

export const subdomainServiceMissing: Rule<VirtualMachineView> = {
  id: 'subdomain-service-missing',
  title: 'The headless Service of a subdomain is among the manifests',
  severity: Severity.INFO,
  category: 'wiring',
  rationale:
    'A VM is found under its subdomain only if a headless Service of that name, in the same namespace, selects it. The Service may stand elsewhere, but where other Services of the namespace are at hand it was probably left out.',
  remediation: 'Add a Service with clusterIP: None, called like the subdomain, that selects a label of the template of the VM.',
  references: [KubevirtSource.DNS],
  mentions: ['subdomain'],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView, { graph }: RuleContext): Outcome {
  const value = vm.spec.subdomain;
  if (typeof value !== 'string' || value === '') {
    return NOT_APPLICABLE;
  }
  if (graph.service(vm.namespace, value) !== undefined) {
    return [];
  }
  const isAlone = !graph.services.some(({ manifest }) => manifest.metadata?.namespace === vm.namespace);
  if (isAlone || graph.servicesInFrontOf(vm).some(({ isHeadless }) => isHeadless)) {
    return NOT_APPLICABLE;
  }
  const message = `no Service of this name is among the manifests: unless a headless one is in the cluster, the VM is not found under its name there`;
  const remedy = `Add a Service ${value} with clusterIP: None that selects a label of the template of the VM.`;
  return [{ manifest: vm.manifest, path: vm.path('subdomain'), value, message, remedy }];
}
