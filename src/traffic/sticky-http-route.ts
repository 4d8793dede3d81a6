import type { ApiObject } from 'cdk8s';
import { Resource } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { ManifestCheck } from '../check';
import { Arguments, checkConstruction } from '../errors';
import { COOKIE_NAME, IntentAnnotation } from '../facts';
import type { SessionPersistence } from '../imports';
import { GatewayChannel } from './gateway-channel';
import { gatewayDuration } from './gateway-duration';
import { refuseBackendsElsewhere } from './gateway-route-fields';
import { httpRouteObject } from './http-route-object';
import type { StickyHttpRouteProps } from './sticky-http-route-props';

/**
 * Requests that come in through a Gateway and go to Services in front of VMs, each client always to the same VM, by a cookie.
 *
 * The field that it uses is in the experimental channel of the Gateway API, as of release 1.6, and not every gateway
 * implements it. The cookie leads to the pod of a VM: after a live migration the next request may reach another VM.
 *
 * @see https://gateway-api.sigs.k8s.io/geps/gep-1619/
 */
export class StickyHttpRoute extends Resource {
  /** Plural name of the resource, for permissions. */
  public readonly resourceType = 'httproutes';

  protected readonly apiObject: ApiObject;

  /**
   * @param scope construct that the HTTPRoute belongs to
   * @param id id of the construct
   * @param props options
   * @throws when the channel is the standard one (`gateway-channel-standard`), an option is out of its range (`out-of-range`), or a Service
   * is in another namespace (`service-in-other-namespace`) or has several ports and none is chosen (`service-port-unset`)
   */
  public constructor(scope: Construct, id: string, props: StickyHttpRouteProps) {
    checkConstruction('StickyHttpRoute', scope, id, props);
    super(scope, id);
    const args = new Arguments(() => this.node.path);
    args.metadata(props.metadata);
    requireExperimental(args, props.channel);
    const annotations = { ...props.metadata?.annotations, [IntentAnnotation.GATEWAY_CHANNEL]: props.channel };
    this.apiObject = httpRouteObject(this, args, props, { ...props.metadata, annotations }, sessionPersistence(args, props));
    refuseBackendsElsewhere(args, this, props.backends);
    ManifestCheck.attachTo(this);
  }
}

function requireExperimental(args: Arguments, channel: GatewayChannel): void {
  if (channel !== GatewayChannel.EXPERIMENTAL) {
    const rule = 'session persistence is in the experimental channel of the Gateway API, and other clusters drop the field';
    const remedy = 'Use GatewayChannel.EXPERIMENTAL if the cluster has it; otherwise HttpRoute, or StickyIngress for sticky sessions.';
    args.refuse('gateway-channel-standard', 'channel', JSON.stringify(channel), rule, remedy);
  }
}

function sessionPersistence(args: Arguments, { cookieName, sessionLifetime }: StickyHttpRouteProps): SessionPersistence {
  const rule = `a cookie name has ${COOKIE_NAME.words}`;
  args.matching('cookieName', cookieName, COOKIE_NAME.pattern, rule, 'Choose a name such as "shop".', 'session-name-invalid');
  return {
    type: 'Cookie',
    sessionName: cookieName,
    absoluteTimeout: gatewayDuration(args, 'sessionLifetime', sessionLifetime),
    cookieConfig: { lifetimeType: sessionLifetime === undefined ? 'Session' : 'Permanent' },
  };
}
