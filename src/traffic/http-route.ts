import type { ApiObject } from 'cdk8s';
import { Resource } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { ManifestCheck } from '../check';
import { Arguments, checkConstruction } from '../errors';
import { refuseBackendsElsewhere } from './gateway-route-fields';
import { httpRouteObject } from './http-route-object';
import type { HttpRouteProps } from './http-route-props';

/**
 * Requests that come in through a Gateway and go to Services in front of VMs: the Gateway API's successor of an Ingress.
 *
 * Consecutive requests of a client may reach different VMs. `StickyHttpRoute` keeps a client on one VM, on clusters with the
 * experimental channel of the Gateway API.
 *
 * @see https://gateway-api.sigs.k8s.io/api-types/httproute/
 */
export class HttpRoute extends Resource {
  /** Plural name of the resource, for permissions. */
  public readonly resourceType = 'httproutes';

  protected readonly apiObject: ApiObject;

  /**
   * @param scope construct that the HTTPRoute belongs to
   * @param id id of the construct
   * @param props options
   * @throws when an option is out of its range (`out-of-range`), or a Service is in another namespace (`service-in-other-namespace`) or has
   * several ports and none is chosen (`service-port-unset`)
   */
  public constructor(scope: Construct, id: string, props: HttpRouteProps) {
    checkConstruction('HttpRoute', scope, id, props);
    super(scope, id);
    const args = new Arguments(() => this.node.path);
    args.metadata(props.metadata);
    this.apiObject = httpRouteObject(this, args, props, props.metadata);
    refuseBackendsElsewhere(args, this, props.backends);
    ManifestCheck.attachTo(this);
  }
}
