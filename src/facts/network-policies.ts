import { CILIUM_GROUP } from './load-balancers';

/** Namespaces that the connections of OpenShift's routers come from; the second stands for routers in the network of the node. */
export const ROUTER_NAMESPACES: readonly string[] = ['openshift-ingress', 'openshift-host-network'];

/** Label of every namespace: its name. */
export const NAMESPACE_NAME_LABEL = 'kubernetes.io/metadata.name';

/**
 * The label by which network policies let in the routers of OpenShift, wherever they run; its value is empty.
 *
 * Source: https://docs.redhat.com/en/documentation/openshift_container_platform/4.20/html/network_security/network-policy
 */
export const ROUTER_POLICY_GROUP_LABEL = 'policy-group.network.openshift.io/ingress';

const POLICY_GROUP_LABEL = /^policy-group\.network\.openshift\.io\/(.+)$/;
const FORMER_POLICY_GROUP_LABEL = 'network.openshift.io/policy-group';
const ROUTER_POLICY_GROUPS = ['ingress', 'host-network'];

/** Whether a label of a namespace can be that of one with routers of OpenShift; of labels that somebody has thought up, any can. */
export function mayBeRouterNamespace(key: string, value: unknown): boolean {
  const group = POLICY_GROUP_LABEL.exec(key)?.[1] ?? (key === FORMER_POLICY_GROUP_LABEL ? value : undefined);
  if (group !== undefined) {
    return ROUTER_POLICY_GROUPS.includes(String(group));
  }
  return key !== NAMESPACE_NAME_LABEL || ROUTER_NAMESPACES.includes(String(value));
}

/**
 * The kinds of network policies of administrators, of all releases.
 *
 * Source: https://network-policy-api.sigs.k8s.io/api-overview/
 */
export const ADMIN_POLICIES: readonly string[] = ['AdminNetworkPolicy', 'BaselineAdminNetworkPolicy', 'ClusterNetworkPolicy'];

/** Group and kind of the network policies that plugins have of their own: Cilium and Calico. */
export const FOREIGN_POLICIES: readonly (readonly [group: string, kind: string])[] = [
  [CILIUM_GROUP, 'CiliumNetworkPolicy'],
  [CILIUM_GROUP, 'CiliumClusterwideNetworkPolicy'],
  ['projectcalico.org', 'NetworkPolicy'],
  ['projectcalico.org', 'GlobalNetworkPolicy'],
  ['crd.projectcalico.org', 'NetworkPolicy'],
  ['crd.projectcalico.org', 'GlobalNetworkPolicy'],
];
