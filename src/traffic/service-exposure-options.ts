import type { ExternalTrafficPolicy } from './external-traffic-policy';

/** How a Service of the type LOAD_BALANCER or NODE_PORT is reached from outside, for what no Route carries: SSH, RDP, databases. */
export interface ServiceExposureOptions {
  /**
   * Which nodes pass on what reaches them. `LOCAL` keeps the address of the client, for address lists and logs in the guest,
   * and spares a hop. It needs the type LOAD_BALANCER or NODE_PORT.
   *
   * Sets `spec.externalTrafficPolicy`.
   *
   * @default - ExternalTrafficPolicy.CLUSTER, filled in by Kubernetes
   */
  readonly externalTrafficPolicy?: ExternalTrafficPolicy;

  /**
   * Which of several load balancer implementations serves the Service, such as `example.com/internal`. It cannot be changed
   * later. It needs the type LOAD_BALANCER.
   *
   * Sets `spec.loadBalancerClass`.
   *
   * @default - the default of the cluster
   */
  readonly loadBalancerClass?: string;

  /**
   * CIDR ranges of the clients that the load balancer lets in, where it can. It needs the type LOAD_BALANCER.
   *
   * Sets `spec.loadBalancerSourceRanges`.
   *
   * @default - everyone
   */
  readonly loadBalancerSourceRanges?: string[];

  /**
   * Whether each port also gets a port of the nodes. A load balancer that sends traffic to its own address on the nodes, or
   * to the pods, does without. It needs the type LOAD_BALANCER.
   *
   * Sets `spec.allocateLoadBalancerNodePorts`.
   *
   * @default true
   */
  readonly allocateLoadBalancerNodePorts?: boolean;
}
