import { KubevirtSource, purposeOf } from '../../../../admission';
import { CONSOLE_HEADLESS_LABEL } from '../../../../facts';
import { displayName, type ManifestGraph, type ServiceView, type VirtualMachineView } from '../../../../graph';
import { setting } from '../../../fix';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext, type Violation } from '../../../rule';
import { Severity } from '../../../severity';

export const subdomainMissing: Rule<VirtualMachineView> = {
  id: 'subdomain-missing',
  title: 'A VM behind a headless Service that gives names is in its subdomain',
  severity: Severity.WARNING,
  category: 'wiring',
  rationale:
    'A pod gets a DNS name of its own only with a subdomain that is called like the headless Service which selects it. Without it the name of the VM does not exist, and that of the Service leads to all of its VMs.',
  remediation: 'Set spec.template.spec.subdomain to the name of the headless Service.',
  references: [KubevirtSource.DNS],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView, { graph }: RuleContext): Outcome {
  const services = graph.servicesInFrontOf(vm);
  if (!services.some((service) => purposeOf(service, graph) === 'names')) {
    return NOT_APPLICABLE;
  }
  if (!isUnset(vm.spec.subdomain) || isFoundOtherwise(vm, services)) {
    return [];
  }
  const hasName = !isUnset(vm.spec.hostname);
  const service = services.find((candidate) => purposeOf(candidate, graph) === 'names' && (hasName || isShared(candidate, graph)));
  return service === undefined ? [] : [violation(vm, service)];
}

/** Whether the name of a Service stands for several VMs, or is meant to. */
function isShared({ manifest, spec }: ServiceView, graph: ManifestGraph): boolean {
  return graph.virtualMachinesBehind(manifest).length > 1 || CONSOLE_HEADLESS_LABEL in spec.selector;
}

function isUnset(value: unknown): boolean {
  return value === undefined || value === '';
}

/** Whether a name leads to the VM alone: that of a Service with an address, or of a headless one that has no other VM. */
function isFoundOtherwise(vm: VirtualMachineView, services: readonly ServiceView[]): boolean {
  return isUnset(vm.spec.hostname) && services.some((service) => !service.isHeadless);
}

function violation(vm: VirtualMachineView, service: ServiceView): Violation {
  const name = typeof vm.spec.hostname === 'string' && vm.spec.hostname !== '' ? vm.spec.hostname : undefined;
  const host = name ?? (vm.manifest.kind === 'VirtualMachine' ? vm.name : '<VM>');
  return {
    manifest: vm.manifest,
    path: vm.path('subdomain'),
    value: vm.spec.subdomain,
    message: `${displayName(service.manifest)} is headless and selects the VM, but gives it no name of its own: ${host}.${service.name} does not exist without a subdomain`,
    remedy: `Set it to ${service.name}.`,
    fix: setting(vm.path('subdomain'), service.name),
  };
}
