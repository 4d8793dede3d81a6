import { NODE_PORTS, openSensitivePorts, PORT_NUMBERS } from '../../../../admission';
import type { ServiceView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext } from '../../../rule';
import { namesOfPorts } from '../../../sensitive-port-names';
import { Severity } from '../../../severity';

export const sensitivePortOnNodes: Rule<ServiceView> = {
  id: 'sensitive-port-on-nodes',
  title: 'Remote access to VMs, and their databases, are on no port of the nodes without a network policy',
  severity: Severity.INFO,
  category: 'security',
  rationale:
    'A Service of type NodePort opens its port on every address of every node, and has no list of clients: whoever reaches a node reaches the VM. How far that is depends on the network of the nodes.',
  remediation:
    'Use type: LoadBalancer with loadBalancerSourceRanges, or virtctl ssh, vnc or port-forward, which go through the API server, with its access control. Or add a NetworkPolicy with the ipBlock of the clients: it needs externalTrafficPolicy: Local, without which nodes hide the addresses of clients.',
  references: [NODE_PORTS, PORT_NUMBERS],
  mentions: ['NodePort'],
  subjects: (graph) => graph.services,
  evaluate,
};

function evaluate(service: ServiceView, { graph }: RuleContext): Outcome {
  if (service.spec.type !== 'NodePort' || graph.virtualMachinesBehind(service.manifest).length === 0) {
    return NOT_APPLICABLE;
  }
  const ports = openSensitivePorts(service, graph);
  return ports.length === 0
    ? []
    : [
        {
          manifest: service.manifest,
          path: 'spec.type',
          value: 'NodePort',
          message: `whoever reaches a node of the cluster reaches ${namesOfPorts(ports)}, and no network policy says who may`,
          remedy: 'Use type: LoadBalancer with loadBalancerSourceRanges, or virtctl ssh, vnc or port-forward, which need no Service.',
        },
      ];
}
