import { KubevirtSource, purposeOf } from '../../../admission';
import { NETWORK_PROBE_HANDLERS } from '../../../facts';
import { displayName, isObject, type ManifestGraph, objectsOf, type ServiceView, type VirtualMachineView } from '../../../graph';
import { setting } from '../../fix';
import { listed } from '../../listed';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext, type Violation } from '../../rule';
import { Severity } from '../../severity';

/** A Service in front of a VM and the ports of the VM that it sends TCP connections to. */
interface Traffic {
  readonly service: ServiceView;
  readonly ports: readonly number[];
}

export const readinessPortNotServed: Rule<VirtualMachineView> = {
  id: 'readiness-port-not-served',
  title: 'The readiness probe of a VM asks a port that a Service sends traffic to',
  severity: Severity.WARNING,
  category: 'availability',
  rationale:
    'A readinessProbe of another port, such as that of SSH, succeeds while the service that gets the traffic still starts, and after it has failed: the VM stays among the endpoints of the Service.',
  remediation: 'Probe a port that the Service sends traffic to.',
  references: [KubevirtSource.PROBES],
  mentions: ['readinessProbe'],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView, { graph }: RuleContext): Outcome {
  const handler = NETWORK_PROBE_HANDLERS.find((name) => isObject(vm.spec.readinessProbe?.[name]));
  const value = handler === undefined ? undefined : vm.spec.readinessProbe[handler].port;
  const probed = portNumber(vm, value);
  const traffic = graph
    .servicesInFrontOf(vm)
    .filter((service) => sendsTraffic(service, graph))
    .map((service) => ({ service, ports: tcpPorts(vm, service) }))
    .filter(({ ports }) => ports.length > 0);
  if (probed === undefined || traffic.length === 0) {
    return NOT_APPLICABLE;
  }
  const isServed = traffic.some(({ ports }) => ports.includes(probed));
  return isServed ? [] : [violation(vm, `readinessProbe.${handler}.port`, value, traffic)];
}

/** Who administers a VM wants to reach it when its service is down, and DNS names have no ports. */
function sendsTraffic(service: ServiceView, graph: ManifestGraph): boolean {
  return !service.publishesNotReadyAddresses && ['traffic', 'discovery'].includes(purposeOf(service, graph));
}

function violation(vm: VirtualMachineView, field: string, value: unknown, traffic: readonly Traffic[]): Violation {
  const served = [...new Set(traffic.flatMap(({ ports }) => ports))];
  const destinations = listed(traffic, ({ service, ports }) => `${displayName(service.manifest)} to ${ports.join(', ')}`, '; ');
  return {
    manifest: vm.manifest,
    path: vm.path(field),
    value,
    message: `no traffic goes to this port (${destinations}), and the VM counts as ready whether or not the port that gets the traffic answers`,
    remedy: `Probe port ${served.join(' or ')}.`,
    fix: served.length === 1 ? setting(vm.path(field), served[0]) : undefined,
  };
}

function tcpPorts(vm: VirtualMachineView, service: ServiceView): number[] {
  const numbers = service.tcpPorts.map(({ targetPort }) => portNumber(vm, targetPort));
  return numbers.filter((number) => number !== undefined);
}

/** The number of a port; undefined for a name that the interface on the pod network does not list. */
function portNumber(vm: VirtualMachineView, port: unknown): number | undefined {
  const named = objectsOf(vm.podConnection?.networkInterface.ports).find(({ name }) => name === port && name !== undefined);
  const number = Number(named?.port ?? port);
  return Number.isInteger(number) && number > 0 ? number : undefined;
}
