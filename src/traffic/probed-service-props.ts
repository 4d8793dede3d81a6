import type { ApiObjectMetadata, Duration } from 'cdk8s';
import type { Protocol, ServiceType } from 'cdk8s-plus-27';
import type { VirtualMachineWorkload } from '../vm';
import type { ServiceExposureOptions } from './service-exposure-options';

/** A port of a ProbedService. */
export interface ProbedServicePort {
  /**
   * Name of the port, a DNS label. A Route finds the port by it, and each of several ports needs one.
   *
   * Sets `spec.ports[].name`.
   *
   * @default - none, which is accepted of a single port
   */
  readonly name?: string;

  /**
   * Port that clients connect to, 1 to 65535.
   *
   * Sets `spec.ports[].port`.
   */
  readonly port: number;

  /**
   * Port that the guest listens on, 1 to 65535.
   *
   * Sets `spec.ports[].targetPort`.
   *
   * @default - the same as `port`
   */
  readonly targetPort?: number;

  /**
   * Protocol of the port.
   *
   * Sets `spec.ports[].protocol`.
   *
   * @default Protocol.TCP
   */
  readonly protocol?: Protocol;

  /**
   * Port of the nodes, for the types NODE_PORT and LOAD_BALANCER.
   *
   * Sets `spec.ports[].nodePort`.
   *
   * @default - chosen by the cluster
   */
  readonly nodePort?: number;
}

/** What a ProbedService is beside the VMs behind it. */
export interface ProbedServiceOptions extends ServiceExposureOptions {
  /**
   * Metadata of the Service.
   *
   * @default - a name made from the construct path
   */
  readonly metadata?: ApiObjectMetadata;

  /**
   * Ports of the Service, at least one.
   *
   * Sets `spec.ports`.
   */
  readonly ports: ProbedServicePort[];

  /**
   * From where the Service can be reached. EXTERNAL_NAME is refused: such a Service has no VMs behind it.
   *
   * Sets `spec.type`.
   *
   * @default ServiceType.CLUSTER_IP
   */
  readonly type?: ServiceType;

  /**
   * Keeps each client address on one VM until it has been idle for so long: 1 second to 1 day, whole seconds. It has no
   * effect on requests through a Route, because the router connects to the VMs itself.
   *
   * Sets `spec.sessionAffinity` and `spec.sessionAffinityConfig.clientIP.timeoutSeconds`.
   *
   * @default - any VM, for each connection
   */
  readonly clientIpAffinity?: Duration;

  /**
   * Whether the Service leads to its VMs whatever their readiness probes say. It is for administration: SSH or a remote
   * desktop has to reach the very VM whose service is down. In front of several VMs that share other traffic it takes away
   * what readiness probes are there for.
   *
   * Sets `spec.publishNotReadyAddresses`.
   *
   * @default false
   * @see https://kubernetes.io/docs/reference/kubernetes-api/service-resources/service-v1/
   */
  readonly publishNotReadyAddresses?: boolean;

  /**
   * Labels by which the Service finds its VMs. The pod of each VM gets them.
   *
   * Sets `spec.selector`.
   *
   * @default - one label of the Service's own
   */
  readonly selectorLabels?: { readonly [key: string]: string };
}

/** Options of a ProbedService. */
export interface ProbedServiceProps extends ProbedServiceOptions {
  /** VMs behind the Service, at least one, in the namespace of the Service. Each of several needs a readiness probe. */
  readonly vms: VirtualMachineWorkload[];
}
