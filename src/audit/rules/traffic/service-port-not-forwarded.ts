import { KubevirtSource } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { counted, isPortName } from '../../../facts';
import { defaultNetworkIsMultus, displayName, type ServicePortView, type ServiceView, type VirtualMachineView } from '../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext, type Violation } from '../../rule';
import { Severity } from '../../severity';

export const servicePortNotForwarded: Rule<ServiceView> = {
  id: 'service-port-not-forwarded',
  title: 'Every VM behind a Service forwards the ports that the Service sends traffic to',
  severity: Severity.ERROR,
  stage: Stage.RUN,
  category: 'wiring',
  rationale:
    'An interface with a list of ports lets only those through to the guest, and a targetPort that is a name is looked up in that list. What is not there is refused at the pod. Headless Services are left out: their ports mean nothing to clients that ask for addresses.',
  remediation: 'Add the port to ports of the interface on the pod network, with its protocol, or correct targetPort.',
  references: [KubevirtSource.INTERFACES],
  subjects: (graph) => graph.services,
  evaluate,
};

function evaluate(service: ServiceView, { graph }: RuleContext): Outcome {
  const machines = graph
    .virtualMachinesBehind(service.manifest)
    .filter((vm) => !defaultNetworkIsMultus(vm) && vm.podConnection !== undefined);
  if (machines.length === 0 || service.isHeadless) {
    return NOT_APPLICABLE;
  }
  return service.ports.flatMap((port) => {
    const deaf = machines.filter((vm) => !vm.forwards(port.targetPort, port.protocol));
    return deaf.length === 0 ? [] : [violation(service, port, deaf)];
  });
}

function violation(service: ServiceView, port: ServicePortView, [vm, ...others]: readonly VirtualMachineView[]): Violation {
  const { targetPort, protocol } = port;
  const machine = displayName(vm.manifest);
  const isName = isPortName(targetPort);
  const ports = vm.path(`domain.devices.interfaces[${Math.max(vm.podConnection?.index ?? 0, 0)}].ports`);
  const nor = (verb: string) => (others.length === 0 ? '' : ` (nor ${verb} ${counted(others.length, 'other VM')} behind it)`);
  return {
    manifest: service.manifest,
    path: `spec.ports[${port.index}].${port.hasTargetPort ? 'targetPort' : 'port'}`,
    value: targetPort,
    message: isName
      ? `${machine} has no ${protocol} port of this name${nor(others.length === 1 ? 'has' : 'have')}, so that the Service sends it no traffic`
      : `${machine} does not forward ${protocol} port ${targetPort} to its guest${nor(others.length === 1 ? 'does' : 'do')}, so that connections are refused`,
    remedy: isName
      ? `Name the port in ${ports} of the VM, or use its number.`
      : `Add ${protocol} port ${targetPort} to ${ports} of the VM, or send the traffic to a port that is listed there.`,
  };
}
