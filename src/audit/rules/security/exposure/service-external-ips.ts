import { EXTERNAL_IPS_DEPRECATED, EXTERNAL_IPS_VULNERABILITY, OPENSHIFT_EXTERNAL_IPS } from '../../../../admission';
import type { ServiceView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext } from '../../../rule';
import { Severity } from '../../../severity';

export const serviceExternalIps: Rule<ServiceView> = {
  id: 'service-external-ips',
  title: 'A Service in front of VMs takes no addresses that nobody has given to it',
  severity: Severity.WARNING,
  category: 'security',
  rationale:
    'Nodes answer for externalIPs whomever they belong to: with the right to make Services somebody takes over the traffic of pods to any address (CVE-2020-8554), and there is no list of clients. OpenShift refuses the field unless its Network configuration or a role allows it, other clusters may with the admission plugin DenyServiceExternalIPs. Kubernetes 1.36 warns of it, and a later release of kube-proxy ignores it: the VM is no longer reached then.',
  remediation: 'Use type: LoadBalancer, on bare metal with MetalLB or the like, or a Route, an Ingress or a Gateway.',
  references: [EXTERNAL_IPS_VULNERABILITY, EXTERNAL_IPS_DEPRECATED, OPENSHIFT_EXTERNAL_IPS],
  subjects: (graph) => graph.services,
  evaluate,
};

function evaluate({ spec, manifest }: ServiceView, { graph }: RuleContext): Outcome {
  if (graph.virtualMachinesBehind(manifest).length === 0) {
    return NOT_APPLICABLE;
  }
  const { externalIPs } = spec;
  return Array.isArray(externalIPs) && externalIPs.length > 0
    ? [
        {
          manifest,
          path: 'spec.externalIPs',
          value: externalIPs,
          message:
            'the nodes answer for these addresses whoever owns them (CVE-2020-8554), so that OpenShift and hardened clusters refuse them, Kubernetes 1.36 deprecates them, and a later release stops serving them',
          remedy: 'Use type: LoadBalancer, with MetalLB on bare metal, or a Route, an Ingress or a Gateway.',
        },
      ]
    : [];
}
