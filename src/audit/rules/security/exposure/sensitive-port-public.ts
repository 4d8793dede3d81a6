import {
  hasPrivatePoolsOnly,
  INTERNAL_LOAD_BALANCERS,
  isLimitedLoadBalancer,
  KubevirtSource,
  LOAD_BALANCER_SOURCE_RANGES,
  openSensitivePorts,
  PORT_NUMBERS,
  sourceRangesOf,
} from '../../../../admission';
import { coversEveryAddress } from '../../../../facts';
import type { ServiceView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext } from '../../../rule';
import { namesOfPorts } from '../../../sensitive-port-names';
import { Severity } from '../../../severity';

export const sensitivePortPublic: Rule<ServiceView> = {
  id: 'sensitive-port-public',
  title: 'A load balancer leaves remote access to VMs, and their databases, to some addresses',
  severity: Severity.WARNING,
  category: 'security',
  rationale:
    'Without ranges a load balancer lets everybody through who reaches its address, on most clouds the whole Internet. What answers with a log-in is found within minutes, and its passwords are tried from then on; what is not up to date is taken over. Ranges that add up to all addresses are no limit. Nothing is said of internal load balancers, of addresses that are private, whether they are asked for or come from pools among the manifests, and of VMs that network policies keep to some addresses.',
  remediation:
    'List the networks of the clients in loadBalancerSourceRanges, or have the cloud make an internal load balancer. virtctl ssh, vnc and port-forward need no Service: they go through the API server, with its access control.',
  references: [LOAD_BALANCER_SOURCE_RANGES, INTERNAL_LOAD_BALANCERS, PORT_NUMBERS, KubevirtSource.SERVICES],
  mentions: ['LoadBalancer'],
  subjects: (graph) => graph.services,
  evaluate,
};

function evaluate(service: ServiceView, { graph }: RuleContext): Outcome {
  if (service.spec.type !== 'LoadBalancer' || graph.virtualMachinesBehind(service.manifest).length === 0) {
    return NOT_APPLICABLE;
  }
  const ports = openSensitivePorts(service, graph);
  const { path, value, ranges } = sourceRangesOf(service);
  const isPrivate = isLimitedLoadBalancer(service) || hasPrivatePoolsOnly(graph);
  const isLimited = isPrivate || (ranges.length > 0 && !coversEveryAddress(ranges));
  return ports.length === 0 || isLimited
    ? []
    : [
        {
          manifest: service.manifest,
          path,
          value,
          message: `everybody who reaches the load balancer, on most clouds the whole Internet, reaches ${namesOfPorts(ports)}`,
          remedy: 'List the networks of the clients in loadBalancerSourceRanges, or ask for an internal load balancer.',
        },
      ];
}
