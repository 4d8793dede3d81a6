import { ADMIN_NETWORK_POLICIES, isolatingPolicies, maySelectByOtherPolicy, NETWORK_POLICIES } from '../../../../admission';
import { INGRESS_GROUP, LAUNCHER, POD_KIND_LABEL } from '../../../../facts';
import { defaultNetworkIsMultus, type VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext } from '../../../rule';
import { Severity } from '../../../severity';

export const networkPolicyMissing: Rule<VirtualMachineView> = {
  id: 'network-policy-missing',
  title: 'Where manifests have network policies, one of them is about each VM',
  severity: Severity.INFO,
  category: 'security',
  rationale:
    'A pod that no NetworkPolicy selects for ingress takes connections from every pod of the cluster, on all ports of the guest. Where policies are among the manifests, a VM that none of them selects was probably forgotten: its labels are on the VirtualMachine instead of its template, or its namespace has no policy yet. Nothing is said where the manifests have no policies at all: they may be kept elsewhere.',
  remediation:
    'Add a NetworkPolicy that denies what nobody needs, for all VMs of the namespace by the label kubevirt.io: virt-launcher of their pods, and others for what is needed.',
  references: [NETWORK_POLICIES, ADMIN_NETWORK_POLICIES],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView, { graph }: RuleContext): Outcome {
  const hasPolicies = graph.ofKind(INGRESS_GROUP, 'NetworkPolicy').length > 0;
  if (!hasPolicies || vm.podConnection === undefined || defaultNetworkIsMultus(vm)) {
    return NOT_APPLICABLE;
  }
  return isolatingPolicies(vm, graph).length > 0 || maySelectByOtherPolicy(vm, graph)
    ? []
    : [
        {
          manifest: vm.manifest,
          path: vm.templateMetadataPath('labels'),
          value: vm.templateMetadata.labels,
          message: 'no NetworkPolicy among the manifests selects this VM, so that every pod of the cluster reaches all ports of its guest',
          remedy: `Add a NetworkPolicy whose podSelector matches these labels, or one for all VMs of the namespace, with the label ${POD_KIND_LABEL}: ${LAUNCHER}.`,
        },
      ];
}
