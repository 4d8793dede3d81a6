import type { Service } from 'cdk8s-plus-27';

/**
 * Another Service that a Route sends a share of its clients to, for example the next version of the same site.
 *
 * @see https://docs.redhat.com/en/documentation/openshift_container_platform/4.20/html/ingress_and_load_balancing/configuring-routes
 */
export interface AlternateBackend {
  /**
   * The Service, in the namespace of the Route. It needs a port of the same name as the one that the Route uses, because a
   * Route has one port for all its Services.
   *
   * Sets `spec.alternateBackends[].name`.
   */
  readonly service: Service;

  /**
   * Share of the clients in proportion to the other weights, 0 to 256. A weight is the share of the Service, however many
   * VMs it has. With 0 no new client gets there, while clients whose cookie leads to one of its VMs stay: this is how a
   * version is drained. A passthrough Route has no cookies, so that 0 takes the Service out at once.
   *
   * Sets `spec.alternateBackends[].weight`.
   */
  readonly weight: number;
}
