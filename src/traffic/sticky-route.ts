import type { ApiObject } from 'cdk8s';
import { Resource, type Service } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { ManifestCheck } from '../check';
import { Arguments, checkConstruction } from '../errors';
import { ROUTE_PATH, rewritePathFault, withoutUndefined } from '../graph';
import { IntOrString, KubeRoute, type RouteSpec, type RouteTargetReference } from '../imports';
import type { AlternateBackend } from './alternate-backend';
import { validHost } from './host-name';
import { routeAnnotations } from './route-annotations';
import type { RouteHttpOptions } from './route-http-options';
import { RouteTls } from './route-tls';
import { RouterSecretAccess } from './router-secret-access';
import { refuseServiceElsewhere } from './service-in-namespace';
import type { StickyRouteProps } from './sticky-route-props';

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
   * @throws when an option is out of its range (`out-of-range`), a Service is in another namespace (`service-in-other-namespace`), the
   * Service has one port without a name (`service-port-unnamed`), or a passthrough Route is to be sticky by cookie
   * (`cookie-on-passthrough`)
   */
  public constructor(scope: Construct, id: string, props: StickyRouteProps) {
    checkConstruction('StickyRoute', scope, id, props);
    super(scope, id);
    const args = new Arguments(() => this.node.path);
    args.metadata(props.metadata);
    const tls = props.tls ?? RouteTls.edge();
    this.service = props.service;
    if (tls._externalCertificate !== undefined) {
      new RouterSecretAccess(this, 'SecretAccess', tls._externalCertificate, props.metadata?.namespace);
    }
    this.apiObject = new KubeRoute(this, 'Resource', {
      metadata: Object.assign({}, props.metadata, {
        annotations: { ...props.metadata?.annotations, ...routeAnnotations(args, props, tls) },
      }),
      spec: routeSpec(args, props, tls),
    });
    refuseServiceElsewhere(args, this, 'service', this.service);
    for (const [index, { service }] of (props.alternateBackends ?? []).entries()) {
      refuseServiceElsewhere(args, this, `alternateBackends[${index}].service`, service);
    }
    ManifestCheck.attachTo(this);
  }
}

function routeSpec(args: Arguments, props: StickyRouteProps, tls: RouteTls): RouteSpec {
  const port = validPort(args, props.port) ?? onlyPortName(args, props.service);
  return withoutUndefined({
    host: validHost(args, props.host),
    path: validPath(args, props),
    wildcardPolicy: props.wildcardPolicy,
    to: target(args, 'weight', props.service, props.weight),
    alternateBackends: alternateTargets(args, props.alternateBackends),
    port: port === undefined ? undefined : { targetPort: IntOrString.fromString(port) },
    tls: tls._config,
    httpHeaders: httpHeaders(props),
  });
}

function target(args: Arguments, argument: string, service: Service, weight: number | undefined): RouteTargetReference {
  return { kind: 'Service', name: service.name, weight: args.integer(argument, weight, { min: 0, max: 256 }) };
}

function alternateTargets(args: Arguments, backends: AlternateBackend[] = []): RouteTargetReference[] | undefined {
  const targets = backends.map(({ service, weight }, index) => target(args, `alternateBackends[${index}].weight`, service, weight));
  return targets.length === 0 ? undefined : targets;
}

/** OpenShift refuses even an empty object on a passthrough Route: without actions there is none. */
function httpHeaders({ requestHeaders, responseHeaders }: RouteHttpOptions): RouteSpec['httpHeaders'] {
  const [request, response] = [requestHeaders, responseHeaders].map((headers) => headers?.map((header) => header._config));
  return request?.length || response?.length ? { actions: { request, response } } : undefined;
}

function validPort(args: Arguments, port: string | undefined): string | undefined {
  const remedy = 'Pass the name of a port of the Service, or leave the option out if it has one port.';
  return args.matching('port', port, /./, 'OpenShift rejects an empty port', remedy, 'route-port-empty');
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

function validPath(args: Arguments, { path, rewriteTarget }: StickyRouteProps): string | undefined {
  const rule = 'a path begins with "/" and has only characters of a URL path, without "?", "#" and spaces';
  args.matching('path', path, ROUTE_PATH, rule, 'Pass a path such as "/shop", with other characters as they are encoded.', 'path-invalid');
  if (path !== undefined && rewriteTarget !== undefined && rewritePathFault(path, rewriteTarget) !== undefined) {
    const reason = 'beside rewriteTarget the router takes the path for a regular expression, and this one is none, or means something else';
    const remedy = 'Use a path without parentheses, brackets and the like, or leave rewriteTarget out.';
    args.refuse('path-not-literal', 'path', JSON.stringify(path), reason, remedy);
  }
  return path;
}
