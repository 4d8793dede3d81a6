import { isPortName } from '../facts';
import { isObject, objectsOf } from './manifest';
import type { ManifestGraph } from './manifest-graph';
import type { ServiceView } from './service-view';
import type { VirtualMachineView } from './virtual-machine-view';

/** Whether the address of the pod is on a network of Multus, so that KubeVirt's pod network has no part in Services. */
export function defaultNetworkIsMultus(vm: VirtualMachineView): boolean {
  return vm.networks.some((network) => isObject(network.multus) && network.multus.default === true);
}

/**
 * Whether a Route with this targetPort finds endpoints of a Service: by the name of a Service port, or by the number of
 * a port of the pods. Undefined when the number may be behind a name that pods outside the manifests give to a port.
 */
export function hasEndpointPort(service: ServiceView, target: string, graph: ManifestGraph): boolean | undefined {
  const { tcpPorts } = service;
  const numbers = tcpPorts.map(({ targetPort }) => podPorts(targetPort, service, graph));
  if (tcpPorts.some(({ name }) => name === target) || numbers.some((ports) => ports?.includes(target))) {
    return true;
  }
  return numbers.includes(undefined) && !isPortName(target) ? undefined : false;
}

/** The number of a port of a guest; undefined for a name that the VM does not explain. */
export function guestPort(port: unknown, vm: VirtualMachineView): number | undefined {
  const named = objectsOf(vm.podConnection?.networkInterface.ports).find(({ name }) => name !== undefined && name === port);
  const number = Number(named?.port ?? port);
  return Number.isInteger(number) ? number : undefined;
}

function podPorts(targetPort: unknown, service: ServiceView, graph: ManifestGraph): string[] | undefined {
  if (!isPortName(targetPort)) {
    return [String(targetPort)];
  }
  const listed = graph.virtualMachinesBehind(service.manifest).flatMap((vm) => objectsOf(vm.podConnection?.networkInterface.ports));
  const numbers = listed.filter(({ name }) => name === targetPort).map(({ port }) => String(port));
  return numbers.length > 0 ? numbers : undefined;
}
