import { Ingress, IngressBackend, type Service } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { ManifestCheck } from '../check';
import { Arguments, checkConstruction } from '../errors';
import { COOKIE_NAME } from '../facts';
import { validHostOrWildcard } from './host-name';
import type { IngressController } from './ingress-controller';
import { refuseServiceElsewhere } from './service-in-namespace';
import { servicePort } from './service-port';
import type { IngressPathOptions, StickyIngressProps } from './sticky-ingress-props';

/**
 * An Ingress that keeps each client on one VM, on clusters without OpenShift's router.
 *
 * It is a cdk8s-plus Ingress with the annotations that its controller wants. The controller gives each client a cookie that
 * leads back to the pod of its VM: a live migration makes a new pod, so that the next request may reach another VM. Sessions
 * that have to survive it belong into a store that the VMs share.
 *
 * Services that are added with the methods of cdk8s-plus, such as `addRule`, are not sticky with controllers that look for
 * the cookie on the Service: use `addService`.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/ingress/
 */
export class StickyIngress extends Ingress {
  private readonly args: Arguments;
  private readonly controller: IngressController;
  private readonly isEncrypted: boolean;
  private readonly places = new Set<string>();

  /**
   * @param scope construct that the Ingress belongs to
   * @param id id of the construct
   * @param props options
   * @throws when an option is out of its range (`out-of-range`), or the Service is in another namespace (`service-in-other-namespace`), has
   * several ports and none is chosen (`service-port-unset`), or is sticky in another way already (`service-annotation-conflict`)
   */
  public constructor(scope: Construct, id: string, props: StickyIngressProps) {
    checkConstruction('StickyIngress', scope, id, props);
    const { controller, service, tls } = props;
    super(scope, id, { metadata: props.metadata, className: controller.className, tls });
    this.args = new Arguments(() => this.node.path);
    this.args.metadata(props.metadata);
    this.controller = controller;
    this.isEncrypted = tls !== undefined && tls.length > 0;
    const annotations = controller._onIngress(this.cookieName(service, props), this.isEncrypted);
    for (const [name, value] of Object.entries(annotations)) {
      this.metadata.addAnnotation(name, value);
    }
    this.addService(service, props);
    ManifestCheck.attachTo(this);
  }

  /**
   * Sends other requests to another Service, sticky as well. With ingress-nginx all Services of an Ingress share the name of
   * the cookie.
   *
   * @param service a Service in the namespace of the Ingress
   * @param options which requests, and the port and the cookie of the Service
   * @throws when the Service is in another namespace (`service-in-other-namespace`), has several ports and none is chosen
   * (`service-port-unset`), or is sticky in another way already (`service-annotation-conflict`), or when these requests go to a Service
   * already (`path-twice`)
   */
  public addService(service: Service, options: IngressPathOptions = {}): void {
    refuseServiceElsewhere(this.args, this, 'service', service);
    const port = servicePort(this.args, 'port', service, options.port);
    this.refuseUnknownPort(service, port);
    const host = validHostOrWildcard(this.args, options.host);
    const path = this.validPath(options.path ?? '/');
    this.refuseTakenPath(path, host);
    for (const [name, value] of Object.entries(this.controller._onService(this.cookieName(service, options), this.isEncrypted))) {
      this.annotateService(service, name, value);
    }
    this.addRules({ host, path, pathType: options.pathType, backend: IngressBackend.fromService(service, { port }) });
  }

  private cookieName(service: Service, { cookieName }: IngressPathOptions): string {
    const rule = `a cookie name has ${COOKIE_NAME.words}`;
    this.args.matching('cookieName', cookieName, COOKIE_NAME.pattern, rule, 'Choose a name such as "shop".', 'session-name-invalid');
    return cookieName ?? `${service.name}-vm`;
  }

  private validPath(path: string): string {
    const remedy = 'Pass a path such as "/shop".';
    this.args.matching('path', path, /^\/[^\s#]*$/, 'a path begins with "/" and has neither "#" nor spaces', remedy, 'path-invalid');
    return path;
  }

  private refuseTakenPath(path: string, host = ''): void {
    if (this.places.has(host + path)) {
      const rule = `requests to ${host}${path} go to a Service of this Ingress already`;
      this.args.refuse('path-twice', 'path', JSON.stringify(path), rule, 'Pass another path or host.');
    }
    this.places.add(host + path);
  }

  private refuseUnknownPort(service: Service, port: number): void {
    const ports = service.ports.map((known) => known.port);
    if (!ports.includes(port)) {
      const rule = `${service.node.path} has only ${ports.join(', ')}, and an Ingress asks for the port of the Service, not of the guest`;
      this.args.refuse('service-port-missing', 'port', String(port), rule, 'Pass one of them.');
    }
  }

  /** Two Ingresses may lead to one Service, but it has one set of annotations. */
  private annotateService(service: Service, name: string, value: string): void {
    const present = service.metadata.toJson()?.annotations?.[name];
    if (present !== undefined && present !== value) {
      const rule = `the Service is annotated with ${name}: ${present} already, and the Ingress wants ${value}`;
      const remedy = 'Use the same controller and cookie name for each Ingress that leads to the Service.';
      this.args.refuse('service-annotation-conflict', 'service', service.node.path, rule, remedy);
    }
    service.metadata.addAnnotation(name, value);
  }
}
