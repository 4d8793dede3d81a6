/**
 * Which nodes pass on what reaches a port of the nodes.
 *
 * @see https://kubernetes.io/docs/reference/networking/virtual-ips/#external-traffic-policy
 */
export enum ExternalTrafficPolicy {
  /** Every node, to any VM. The guest sees the address of a node in place of the client. */
  CLUSTER = 'Cluster',
  /**
   * Only nodes that run one of the VMs, to that VM. The guest sees the address of the client. A load balancer of the cluster
   * asks each node whether it has a ready VM; with NODE_PORT nobody does, and other nodes drop the connection.
   */
  LOCAL = 'Local',
}
