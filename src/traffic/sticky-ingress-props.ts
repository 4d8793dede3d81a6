import type { ApiObjectMetadata } from 'cdk8s';
import type { HttpIngressPathType, IngressTls, Service } from 'cdk8s-plus-27';
import type { IngressController } from './ingress-controller';

/** Which requests of an Ingress go to a Service. */
export interface IngressPathOptions {
  /**
   * Host that clients use, in lower case, with `*.` in front if it stands for its subdomains.
   *
   * Sets `spec.rules[].host`.
   *
   * @default - all hosts
   */
  readonly host?: string;

  /**
   * Path that requests begin with.
   *
   * Sets `spec.rules[].http.paths[].path`.
   *
   * @default "/"
   */
  readonly path?: string;

  /**
   * How the path is compared.
   *
   * Sets `spec.rules[].http.paths[].pathType`.
   *
   * @default HttpIngressPathType.PREFIX
   */
  readonly pathType?: HttpIngressPathType;

  /**
   * Port of the Service, the one that clients of the Service connect to: not the port of the guest.
   *
   * Sets `spec.rules[].http.paths[].backend.service.port.number`.
   *
   * @default - the only port that the Service has by now
   */
  readonly port?: number;

  /**
   * Name of the sticky cookie: letters, digits, `_`, `-` and `.`. Services that share a host need different names.
   *
   * @default - the name of the Service and `-vm`
   */
  readonly cookieName?: string;
}

/** Options of a StickyIngress. */
export interface StickyIngressProps extends IngressPathOptions {
  /**
   * Metadata of the Ingress. Options of the Ingress win over annotations of the same name.
   *
   * @default - a name made from the construct path
   */
  readonly metadata?: ApiObjectMetadata;

  /**
   * Controller that serves the Ingress. It decides which annotations make sessions sticky, and where they go.
   *
   * Sets `spec.ingressClassName` and annotations of the Ingress and the Service.
   */
  readonly controller: IngressController;

  /** Service that the requests go to, in the namespace of the Ingress. */
  readonly service: Service;

  /**
   * Certificates. With them the sticky cookie travels encrypted only, as far as the controller can be told so.
   *
   * Sets `spec.tls`.
   *
   * @default - plain HTTP, unless the controller has a certificate of its own
   */
  readonly tls?: IngressTls[];
}
