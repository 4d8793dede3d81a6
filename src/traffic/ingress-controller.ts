import { Arguments } from '../errors';
import { StickyAnnotation } from '../graph';
import type { HaproxyIngressOptions, IngressControllerOptions, StickyCookieOptions } from './ingress-controller-options';

/** The sticky cookie that an Ingress asks for. */
interface StickyCookie {
  readonly name: string;
  readonly isEncrypted: boolean;
}

type Annotations = Readonly<Record<string, string>>;

/** Where a controller looks for its annotations, and what it wants there. */
interface Behaviour {
  readonly className: string;
  readonly onIngress?: (cookie: StickyCookie) => Annotations;
  readonly onService?: (cookie: StickyCookie) => Annotations;
}

/**
 * The controller that serves an Ingress. Kubernetes has no word for sticky sessions in an Ingress: each controller has
 * annotations of its own, some on the Ingress and some on the Service, and ignores those of the others.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/ingress-controllers/
 */
export class IngressController {
  /**
   * Ingress-nginx of the Kubernetes project. It was retired in March 2026 and gets no more fixes: prefer another one for new
   * clusters.
   *
   * A session stays on its VM until that VM is gone (`affinity-mode: persistent`), and moves on when the VM does not answer
   * (`session-cookie-change-on-failure`).
   *
   * @param options class name and cookie
   * @see https://kubernetes.github.io/ingress-nginx/examples/affinity/cookie/
   * @see https://kubernetes.io/blog/2026/01/29/ingress-nginx-statement/
   */
  public static nginx(options: StickyCookieOptions = {}): IngressController {
    const maxAge = cookieMaxAge('IngressController.nginx', options);
    const onIngress = ({ name }: StickyCookie) => ({
      [StickyAnnotation.NGINX_AFFINITY]: 'cookie',
      [StickyAnnotation.NGINX_AFFINITY_MODE]: 'persistent',
      [StickyAnnotation.NGINX_COOKIE_NAME]: name,
      [StickyAnnotation.NGINX_COOKIE_CHANGE_ON_FAILURE]: 'true',
      ...annotation(StickyAnnotation.NGINX_COOKIE_MAX_AGE, maxAge),
      ...annotation(StickyAnnotation.NGINX_COOKIE_SAME_SITE, options.sameSite),
    });
    return new IngressController({ className: options.className ?? 'nginx', onIngress });
  }

  /**
   * HAProxy Kubernetes Ingress Controller of HAProxy Technologies (haproxytech/kubernetes-ingress). The cookie is a session
   * cookie, and the annotation goes to the Service.
   *
   * @param options class name
   * @see https://github.com/haproxytech/kubernetes-ingress/blob/master/documentation/annotations.md
   */
  public static haproxyTechnologies(options: IngressControllerOptions = {}): IngressController {
    const onService = ({ name }: StickyCookie) => ({ [StickyAnnotation.HAPROXY_TECHNOLOGIES_COOKIE]: name });
    return new IngressController({ className: options.className ?? 'haproxy', onService });
  }

  /**
   * HAProxy Ingress of the community (jcmoraisjr/haproxy-ingress). The cookie is a session cookie, and the annotations go to
   * the Service, so that each Service has a cookie of its own.
   *
   * @param options class name and cookie
   * @see https://haproxy-ingress.github.io/docs/configuration/keys/#affinity
   */
  public static haproxyIngress(options: HaproxyIngressOptions = {}): IngressController {
    const onService = ({ name }: StickyCookie) => ({
      [StickyAnnotation.HAPROXY_INGRESS_AFFINITY]: 'cookie',
      [StickyAnnotation.HAPROXY_INGRESS_COOKIE_NAME]: name,
      ...annotation(StickyAnnotation.HAPROXY_INGRESS_COOKIE_SAME_SITE, options.crossSiteCookie === true ? 'true' : undefined),
    });
    return new IngressController({ className: options.className ?? 'haproxy', onService });
  }

  /**
   * Traefik. The annotations of the cookie go to the Service; an Ingress with TLS gets the one that makes Traefik serve it
   * with TLS, because `spec.tls` alone only names the certificate.
   *
   * @param options class name and cookie
   * @see https://doc.traefik.io/traefik/reference/routing-configuration/kubernetes/ingress/
   */
  public static traefik(options: StickyCookieOptions = {}): IngressController {
    const maxAge = cookieMaxAge('IngressController.traefik', options);
    const onIngress = ({ isEncrypted }: StickyCookie) => annotation(StickyAnnotation.TRAEFIK_TLS, isEncrypted ? 'true' : undefined);
    const onService = ({ name, isEncrypted }: StickyCookie) => ({
      [StickyAnnotation.TRAEFIK_COOKIE]: 'true',
      [StickyAnnotation.TRAEFIK_COOKIE_NAME]: name,
      [StickyAnnotation.TRAEFIK_COOKIE_HTTP_ONLY]: 'true',
      ...annotation(StickyAnnotation.TRAEFIK_COOKIE_SECURE, isEncrypted ? 'true' : undefined),
      ...annotation(StickyAnnotation.TRAEFIK_COOKIE_MAX_AGE, maxAge),
      ...annotation(StickyAnnotation.TRAEFIK_COOKIE_SAME_SITE, options.sameSite?.toLowerCase()),
    });
    return new IngressController({ className: options.className ?? 'traefik', onIngress, onService });
  }

  private readonly behaviour: Behaviour;

  private constructor(behaviour: Behaviour) {
    this.behaviour = behaviour;
  }

  /** Name of the IngressClass that belongs to the controller. */
  public get className(): string {
    return this.behaviour.className;
  }

  /** @internal */
  public _onIngress(cookieName: string, isEncrypted: boolean): Annotations {
    return this.behaviour.onIngress?.({ name: cookieName, isEncrypted }) ?? {};
  }

  /** @internal */
  public _onService(cookieName: string, isEncrypted: boolean): Annotations {
    return this.behaviour.onService?.({ name: cookieName, isEncrypted }) ?? {};
  }
}

function annotation(name: string, value: string | undefined): Annotations {
  return value === undefined ? {} : { [name]: value };
}

function cookieMaxAge(factory: string, { maxAge }: StickyCookieOptions): string | undefined {
  return new Arguments(factory).seconds('maxAge', maxAge, { min: 1 })?.toString();
}
