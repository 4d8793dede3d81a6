import type { ApiObject, ApiObjectMetadata } from 'cdk8s';
import { Resource } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { ManifestCheck } from '../check';
import { Arguments, checkConstruction } from '../errors';
import { KubeTCPRoute } from '../imports';
import type { GatewayBackend } from './gateway-backend';
import type { GatewayReference } from './gateway-reference';
import { backendReferences, parentReferences, refuseBackendsElsewhere } from './gateway-route-fields';

/** Options of a TcpRoute. */
export interface TcpRouteProps {
  /**
   * Metadata of the TCPRoute.
   *
   * @default - a name made from the construct path
   */
  readonly metadata?: ApiObjectMetadata;

  /**
   * Gateways that the connections come in through, at least one. The port is that of the listener: name one, or every TCP
   * listener of the Gateway takes part.
   *
   * Sets `spec.parentRefs`.
   */
  readonly gateways: GatewayReference[];

  /**
   * Services that the connections go to, at least one, each with its share.
   *
   * Sets `spec.rules[0].backendRefs`.
   */
  readonly backends: GatewayBackend[];
}

/**
 * Connections that come in through a TCP listener of a Gateway and go to Services in front of VMs: SSH, RDP, databases.
 *
 * It is in the standard channel, as `gateway.networking.k8s.io/v1`, since Gateway API 1.6.
 *
 * @see https://gateway-api.sigs.k8s.io/guides/tcp/
 */
export class TcpRoute extends Resource {
  /** Plural name of the resource, for permissions. */
  public readonly resourceType = 'tcproutes';

  protected readonly apiObject: ApiObject;

  /**
   * @param scope construct that the TCPRoute belongs to
   * @param id id of the construct
   * @param props options
   * @throws when an option is out of its range (`out-of-range`), or a Service is in another namespace (`service-in-other-namespace`) or has
   * several ports and none is chosen (`service-port-unset`)
   */
  public constructor(scope: Construct, id: string, props: TcpRouteProps) {
    checkConstruction('TcpRoute', scope, id, props);
    super(scope, id);
    const args = new Arguments(() => this.node.path);
    args.metadata(props.metadata);
    this.apiObject = new KubeTCPRoute(this, 'Resource', {
      metadata: props.metadata,
      spec: {
        parentRefs: parentReferences(args, props.gateways),
        rules: [{ backendRefs: backendReferences(args, props.backends) }],
      },
    });
    refuseBackendsElsewhere(args, this, props.backends);
    ManifestCheck.attachTo(this);
  }
}
