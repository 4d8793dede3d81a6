import { purposeOf, type ServicePurpose } from '../admission';
import { INGRESS_GROUP, OPERATOR_GROUP, ROUTE_GROUP, ROUTER_RELOAD, secondsOfGoDuration } from '../facts';
import { apiGroup, type ManifestGraph, type ServiceView, type VirtualMachineView } from '../graph';
import { between, type EventGraph } from './event-graph';
import { behaviour, field, type Setting } from './origins';
import type { Surroundings } from './surroundings';

/** Services that clients find servers by: a headless one leaves a pod that is not ready out of its records. */
const FOR_CLIENTS: readonly ServicePurpose[] = ['traffic', 'discovery'];

/** Whether clients reach the VM through a Service, which leaves out pods that are not ready. */
export function isServed(vm: VirtualMachineView, graph: ManifestGraph): boolean {
  return servicesOf(vm, graph).length > 0;
}

function servicesOf(vm: VirtualMachineView, graph: ManifestGraph): ServiceView[] {
  const { apiVersion, kind } = vm.manifest;
  // A view of what the manifest would be with another value is not that of the graph.
  const manifest = graph.find(apiGroup({ apiVersion, kind }), kind, vm.namespace, vm.name) ?? vm.manifest;
  const original = graph.virtualMachineOf(manifest) ?? vm;
  return graph
    .servicesInFrontOf(original)
    .filter((service) => !service.publishesNotReadyAddresses && FOR_CLIENTS.includes(purposeOf(service, graph)));
}

/** How long the router takes until it heeds a change of the Services in front of a VM; undefined: no Route leads to it. */
export function routerDelay(vm: VirtualMachineView, graph: ManifestGraph, { cluster }: Surroundings): Setting | undefined {
  const routed = servicesOf(vm, graph)
    .flatMap(({ manifest }) => graph.trafficSplitsTo(manifest))
    .flatMap((split) => split.map(({ manifest }) => apiGroup(manifest)));
  // OpenShift makes Routes of Ingresses.
  const isRouted = routed.some((group) => group === ROUTE_GROUP || (group === INGRESS_GROUP && cluster.isOpenshift));
  return isRouted ? reloadInterval(graph) : undefined;
}

/** Adds that the router sends to a VM that its Services send to, where a Route leads there: `routed`. */
export function addRouter(events: EventGraph, vm: VirtualMachineView, graph: ManifestGraph, surroundings: Surroundings): void {
  const delay = routerDelay(vm, graph, surroundings);
  if (delay !== undefined) {
    events.add({
      id: 'routed',
      actor: 'router',
      what: 'The router takes the change in, and sends to the VM',
      after: [events.last.id],
      duration: between(0, delay.seconds),
      origin: delay.origin,
    });
  }
}

/** That of the slowest router: nobody knows which one it is. */
function reloadInterval(graph: ManifestGraph): Setting {
  const { interval, latest } = ROUTER_RELOAD;
  const path = 'spec.tuningOptions.reloadInterval';
  const settings = graph.ofKind(OPERATOR_GROUP, 'IngressController').map((manifest): Setting => {
    const value: unknown = manifest.spec?.tuningOptions?.reloadInterval;
    return { seconds: (secondsOfGoDuration(value) ?? interval) + latest, origin: field(manifest, path, value, `${interval} s`) };
  });
  const [slowest] = settings.sort((one, other) => other.seconds - one.seconds);
  const preset = behaviour(`tuningOptions.reloadInterval ${interval} s by default`, INGRESS_CONTROLLER);
  return slowest ?? { seconds: interval + latest, origin: preset };
}

const INGRESS_CONTROLLER = 'https://github.com/openshift/api/blob/master/operator/v1/types_ingress.go';
