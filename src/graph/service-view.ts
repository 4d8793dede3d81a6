import { isObject, type Manifest, objectsOf } from './manifest';

/** A port of a Service. */
export interface ServicePortView {
  /** Position in `spec.ports`. */
  readonly index: number;
  /** Name of the port; undefined when it has none. */
  readonly name?: string;
  /** Port of the Service itself. */
  readonly port: unknown;
  /** Port of the pod, a number or the name of a port of the pod. */
  readonly targetPort: unknown;
  /** Whether the target port is written down, and not the port of the Service in its place. */
  readonly hasTargetPort: boolean;
  /** Port of the nodes; undefined when the cluster chooses it or there is none. */
  readonly nodePort: unknown;
  /** `TCP`, `UDP` or `SCTP`. */
  readonly protocol: string;
}

/** A Service as the rules see it. */
export class ServiceView {
  public readonly spec: Record<string, any>;
  /** The ports with their defaults: a targetPort that is not set equals the port. */
  public readonly ports: readonly ServicePortView[];

  public constructor(public readonly manifest: Manifest) {
    this.spec = isObject(manifest.spec) ? manifest.spec : {};
    this.ports = objectsOf(this.spec.ports).map(portView);
  }

  public get name(): string {
    return this.manifest.metadata?.name ?? '';
  }

  /** Whether Kubernetes keeps the endpoints of the Service itself, from the pods that it selects. */
  public get hasSelector(): boolean {
    return this.spec.type !== 'ExternalName' && isObject(this.spec.selector) && Object.keys(this.spec.selector).length > 0;
  }

  /** Whether the Service has no address of its own: its name resolves to the pods. */
  public get isHeadless(): boolean {
    return this.spec.clusterIP === 'None';
  }

  /** Whether pods that are not ready get traffic as well. */
  public get publishesNotReadyAddresses(): boolean {
    return this.spec.publishNotReadyAddresses === true;
  }

  /** The ports that a router can send requests to. */
  public get tcpPorts(): ServicePortView[] {
    return this.ports.filter((port) => port.protocol === 'TCP');
  }
}

function portView(port: Record<string, any>, index: number): ServicePortView {
  return {
    index,
    name: typeof port.name === 'string' && port.name !== '' ? port.name : undefined,
    port: port.port,
    targetPort: port.targetPort || port.port,
    hasTargetPort: Boolean(port.targetPort),
    nodePort: port.nodePort,
    protocol: typeof port.protocol === 'string' && port.protocol !== '' ? port.protocol : 'TCP',
  };
}
