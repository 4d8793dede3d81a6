import { SERVICE_API } from '../../../admission';
import { Stage } from '../../../admission/stage';
import type { ServiceView } from '../../../graph';
import { removal } from '../../fix';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext } from '../../rule';
import { Severity } from '../../severity';

export const serviceNodePortOnClusterIp: Rule<ServiceView> = {
  id: 'service-node-port-on-cluster-ip',
  title: 'Only a Service of type NodePort or LoadBalancer in front of VMs has ports of the nodes',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale: 'A Service of type ClusterIP, which is the default, opens no port of the nodes: the API server rejects one.',
  remediation: 'Set type: NodePort or LoadBalancer, or remove nodePort.',
  references: [SERVICE_API],
  mentions: ['nodePort'],
  subjects: (graph) => graph.services,
  evaluate,
};

function evaluate(service: ServiceView, { graph }: RuleContext): Outcome {
  if (graph.virtualMachinesBehind(service.manifest).length === 0) {
    return NOT_APPLICABLE;
  }
  if ((service.spec.type ?? 'ClusterIP') !== 'ClusterIP') {
    return [];
  }
  return service.ports
    .filter(({ nodePort }) => nodePort)
    .map(({ index, nodePort }) => ({
      manifest: service.manifest,
      path: `spec.ports[${index}].nodePort`,
      value: nodePort,
      message: 'the API server rejects a port of the nodes in a Service of type ClusterIP',
      remedy: 'Set type: NodePort or type: LoadBalancer, or remove nodePort.',
      fix: removal(`spec.ports[${index}].nodePort`),
    }));
}
