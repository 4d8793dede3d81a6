import type { ApiObject } from 'cdk8s';
import { Resource, type Service } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { ManifestCheck } from '../check';
import { Arguments } from '../errors';
import { IntOrString, KubeRoute } from '../imports';
import { routeAnnotations } from './route-annotations';
import { RouteTls } from './route-tls';
import type { StickyRouteProps } from './sticky-route-props';

const HOST = /^(?=.{1,253}$)[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?(\.[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?)*$/;

/**
 * An OpenShift Route that keeps each client on one VM.
 *
 * The router gives each client a cookie that leads it back to the VM that served it first; when that VM is no longer
 * ready, the client is sent to another one. The cookie stands for the pod of the VM: a live migration makes a new pod, so
 * that the next request may reach another VM. Sessions that have to survive it belong into a store that the VMs share.
 *
 * @see https://docs.redhat.com/en/documentation/openshift_container_platform/4.20/html/ingress_and_load_balancing/configuring-routes
 */
export class StickyRoute extends Resource {
  /** Plural name of the resource, for permissions. */
  public readonly resourceType = 'routes';
  /** Service that the requests go to. */
  public readonly service: Service;

  protected readonly apiObject: ApiObject;

  /**
   * @param scope construct that the Route belongs to
   * @param id id of the construct
   * @param props options
   * @throws when an option is out of its range, or the Service is in another namespace or has one port without a name
   */
  public constructor(scope: Construct, id: string, props: StickyRouteProps) {
    super(scope, id);
    const args = new Arguments(this.node.path);
    const tls = props.tls ?? RouteTls.edge();
    const port = props.port ?? onlyPortName(args, props.service);
    this.service = props.service;
    this.apiObject = new KubeRoute(this, 'Resource', {
      metadata: {
        ...props.metadata,
        annotations: { ...props.metadata?.annotations, ...routeAnnotations(args, props, tls) },
      },
      spec: {
        host: validHost(args, props.host),
        path: validPath(args, props.path),
        to: { kind: 'Service', name: props.service.name, weight: args.integer('weight', props.weight, { min: 0, max: 256 }) },
        port: port === undefined ? undefined : { targetPort: IntOrString.fromString(port) },
        tls: tls._config,
      },
    });
    this.refuseOtherNamespace(args);
    ManifestCheck.attachTo(this);
  }

  private refuseOtherNamespace(args: Arguments): void {
    const [own, other] = [this.metadata.namespace, this.service.metadata.namespace];
    if (own !== undefined && other !== undefined && own !== other) {
      const rule = `a Route reaches only Services of its own namespace, ${own}`;
      const remedy = `Create the Route in the namespace ${other}.`;
      args.refuse('service-in-other-namespace', 'service', `${this.service.node.path} in the namespace ${other}`, rule, remedy);
    }
  }
}

/** Of several ports none is the obvious one: the rule `route-port-unset` says so. */
function onlyPortName(args: Arguments, service: Service): string | undefined {
  const [port, ...others] = service.ports;
  if (port === undefined || others.length > 0) {
    return undefined;
  }
  if (port.name === undefined) {
    const value = `${service.node.path}, whose port ${port.port} has no name`;
    const rule = 'a Route finds a port of a Service by its name only';
    args.refuse('service-port-unnamed', 'service', value, rule, 'Give the port a name, such as "http".');
  }
  return port.name;
}

function validHost(args: Arguments, host: string | undefined): string | undefined {
  const rule = 'a host has labels of at most 63 lower-case letters, digits or "-" between dots, and at most 253 characters';
  return args.matching('host', host, HOST, rule, 'Pass a name such as "shop.apps.example.com".', 'host-invalid');
}

function validPath(args: Arguments, path: string | undefined): string | undefined {
  const rule = 'a path begins with "/" and has neither "#" nor spaces';
  return args.matching('path', path, /^\/[^# ]*$/, rule, 'Pass a path such as "/shop".', 'path-invalid');
}
