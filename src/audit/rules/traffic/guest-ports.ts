import { isObject, type ManifestGraph, objectsOf, type ServiceNode, type VirtualMachineNode } from '../../../graph';

/** Whether the address of the pod is on a network of Multus, so that KubeVirt's pod network has no part in Services. */
export function defaultNetworkIsMultus(vm: VirtualMachineNode): boolean {
  return vm.networks.some((network) => isObject(network.multus) && network.multus.default === true);
}

/**
 * Whether a Route with this targetPort finds endpoints of a Service: by the name of a Service port, or by the number of
 * a port of the pods. Undefined when the number may be behind a name that pods outside the manifests give to a port.
 */
export function hasEndpointPort(service: ServiceNode, target: string, graph: ManifestGraph): boolean | undefined {
  const { tcpPorts } = service;
  const numbers = tcpPorts.map(({ targetPort }) => podPorts(targetPort, service, graph));
  if (tcpPorts.some(({ name }) => name === target) || numbers.some((ports) => ports?.includes(target))) {
    return true;
  }
  return numbers.includes(undefined) && /^\d+$/.test(target) ? undefined : false;
}

function podPorts(targetPort: unknown, service: ServiceNode, graph: ManifestGraph): string[] | undefined {
  if (typeof targetPort !== 'string' || /^\d+$/.test(targetPort)) {
    return [String(targetPort)];
  }
  const listed = graph.virtualMachinesBehind(service.manifest).flatMap((vm) => objectsOf(vm.podConnection?.networkInterface.ports));
  const numbers = listed.filter(({ name }) => name === targetPort).map(({ port }) => String(port));
  return numbers.length > 0 ? numbers : undefined;
}
