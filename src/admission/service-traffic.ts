import { ADMINISTRATION_PORT_NAME, ADMINISTRATION_PORTS, CONSOLE_DUMMY_PORT, CONSOLE_HEADLESS_LABEL } from '../facts';
import { eachObjectOnce, isObject, type ManifestGraph, type ServicePortView, type ServiceView, type VirtualMachineView } from '../graph';
import { isAutoscaled } from './autoscalers';
import { podsOf } from './disruption-budgets';

/**
 * What a Service in front of VMs is there for.
 *
 * - `traffic`: it spreads connections over its VMs, itself or through what leads to it;
 * - `administration`: SSH, remote desktops, DNS: a client that is refused tries again;
 * - `discovery`: headless, its clients choose one of the addresses;
 * - `names`: headless, each VM has a DNS name of its own.
 */
export type ServicePurpose = 'traffic' | 'administration' | 'discovery' | 'names';

const PURPOSES = new WeakMap<ServiceView, ServicePurpose>();
const SHARED = new WeakMap<ServiceView, boolean>();

/** What a Service is there for, as far as its manifest and those of its VMs tell. Each of its VMs may ask. */
export function purposeOf(service: ServiceView, graph: ManifestGraph): ServicePurpose {
  const purpose = PURPOSES.get(service) ?? findPurpose(service, graph);
  PURPOSES.set(service, purpose);
  return purpose;
}

function findPurpose(service: ServiceView, graph: ManifestGraph): ServicePurpose {
  if (!service.isHeadless || graph.trafficSplitsTo(service.manifest).length > 0) {
    return isForAdministration(service) ? 'administration' : 'traffic';
  }
  return isForNames(service, graph) ? 'names' : 'discovery';
}

/** Whether the connections of a Service could go to one of several VMs, so that one that is not up need not get any. */
export function hasSeveralServers(service: ServiceView, graph: ManifestGraph): boolean {
  const isShared = SHARED.get(service) ?? findSeveralServers(service, graph);
  SHARED.set(service, isShared);
  return isShared;
}

function findSeveralServers({ manifest }: ServiceView, graph: ManifestGraph): boolean {
  const machines = eachObjectOnce(graph.virtualMachinesBehind(manifest), graph);
  return (
    machines.length > 1 ||
    machines.some((vm) => podsOf(vm) > 1 || isAutoscaled(vm.manifest, graph)) ||
    graph.trafficSplitsTo(manifest).some((split) => new Set(split.filter(({ isServed }) => isServed).map(({ name }) => name)).size > 1)
  );
}

/** Whether a VM counts as ready as soon as its domain runs, for want of a readiness probe. */
export function lacksReadinessProbe(vm: VirtualMachineView): boolean {
  return !isObject(vm.spec.readinessProbe);
}

function isForAdministration({ ports }: ServiceView): boolean {
  return ports.length > 0 && ports.every(isAdministrationPort);
}

function isAdministrationPort({ name, port, targetPort }: ServicePortView): boolean {
  return [port, targetPort].some((number) => ADMINISTRATION_PORTS.has(Number(number))) || ADMINISTRATION_PORT_NAME.test(name ?? '');
}

/** DNS names need no port, and the host name of a VM is part of its DNS name. */
function isForNames(service: ServiceView, graph: ManifestGraph): boolean {
  const { selector } = service.spec;
  return (
    service.ports.every(({ port }) => port === CONSOLE_DUMMY_PORT) ||
    (isObject(selector) && CONSOLE_HEADLESS_LABEL in selector) ||
    graph.virtualMachinesBehind(service.manifest).some(({ spec }) => spec.subdomain === service.name || Boolean(spec.hostname))
  );
}
