// Generated from CustomResourceDefinitions. To regenerate: npm run import -- --crds DIR
import { ApiObject, type ApiObjectMetadata, type GroupVersionKind } from 'cdk8s';
import type { Construct } from 'constructs';
import type { HTTPHeader } from './kubernetes';
import { plain } from './plain';

/** The fields of a `KubeHTTPRoute`. */
export interface KubeHTTPRouteProps {
  /**
   * Name, namespace, labels and annotations.
   *
   * @default - a name made from the construct's path
   */
  readonly metadata?: ApiObjectMetadata;

  /** The `spec` of the HTTPRoute. */
  readonly spec: HTTPRouteSpec;
}

/** A HTTPRoute of gateway.networking.k8s.io/v1, in a namespace, as it stands in the manifest. */
export class KubeHTTPRoute extends ApiObject {
  /** `apiVersion` and `kind` of a HTTPRoute. */
  public static readonly GVK: GroupVersionKind = {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'HTTPRoute',
  };

  /**
   * The manifest of a HTTPRoute, to put into other manifests.
   *
   * @param props the fields
   */
  public static manifest(props: KubeHTTPRouteProps): any {
    return { ...KubeHTTPRoute.GVK, ...(plain(props) as object) };
  }

  /**
   * Adds a HTTPRoute to a chart.
   *
   * @param scope where to add it
   * @param id its id in the scope
   * @param props the fields
   */
  public constructor(scope: Construct, id: string, props: KubeHTTPRouteProps) {
    const { apiVersion, kind } = KubeHTTPRoute.GVK;
    super(scope, id, { apiVersion, kind, ...props });
  }
}

/** The fields of a `KubeTCPRoute`. */
export interface KubeTCPRouteProps {
  /**
   * Name, namespace, labels and annotations.
   *
   * @default - a name made from the construct's path
   */
  readonly metadata?: ApiObjectMetadata;

  /** The `spec` of the TCPRoute. */
  readonly spec: TCPRouteSpec;
}

/** A TCPRoute of gateway.networking.k8s.io/v1, in a namespace, as it stands in the manifest. */
export class KubeTCPRoute extends ApiObject {
  /** `apiVersion` and `kind` of a TCPRoute. */
  public static readonly GVK: GroupVersionKind = {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'TCPRoute',
  };

  /**
   * The manifest of a TCPRoute, to put into other manifests.
   *
   * @param props the fields
   */
  public static manifest(props: KubeTCPRouteProps): any {
    return { ...KubeTCPRoute.GVK, ...(plain(props) as object) };
  }

  /**
   * Adds a TCPRoute to a chart.
   *
   * @param scope where to add it
   * @param id its id in the scope
   * @param props the fields
   */
  public constructor(scope: Construct, id: string, props: KubeTCPRouteProps) {
    const { apiVersion, kind } = KubeTCPRoute.GVK;
    super(scope, id, { apiVersion, kind, ...props });
  }
}

/** What `spec` of a HTTPRoute takes. */
export interface HTTPRouteSpec {
  /** List of strings, at most 16 items, each 1 to 253 characters, matching `^(\*\.)?[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$`. */
  readonly hostnames?: string[];

  /** List of `ParentReference`, at most 32 items. */
  readonly parentRefs?: ParentReference[];

  /**
   * List of `HTTPRouteRule`, 1 to 16 items.
   *
   * @default [{"matches":[{"path":{"type":"PathPrefix","value":"/"}}]}]
   */
  readonly rules?: HTTPRouteRule[];

  /** String, one of `All`, `None`. */
  readonly useDefaultGateways?: string;
}

/** What `spec.parentRefs[]` of a HTTPRoute takes, and what one other place takes. */
export interface ParentReference {
  /**
   * String, at most 253 characters, matching `^$|^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$`.
   *
   * @default "gateway.networking.k8s.io"
   */
  readonly group?: string;

  /**
   * String, 1 to 63 characters, matching `^[a-zA-Z]([-a-zA-Z0-9]*[a-zA-Z0-9])?$`.
   *
   * @default "Gateway"
   */
  readonly kind?: string;

  /** String, 1 to 253 characters. Required. */
  readonly name: string;

  /** String, 1 to 63 characters, matching `^[a-z0-9]([-a-z0-9]*[a-z0-9])?$`. */
  readonly namespace?: string;

  /** Integer, 1 to 65535. */
  readonly port?: number;

  /** String, 1 to 253 characters, matching `^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$`. */
  readonly sectionName?: string;
}

/** What `spec.rules[]` of a HTTPRoute takes. */
export interface HTTPRouteRule {
  /** List of `HTTPBackendRef`, at most 16 items. */
  readonly backendRefs?: HTTPBackendRef[];

  /** List of `HTTPRouteFilter`, at most 16 items. */
  readonly filters?: HTTPRouteFilter[];

  /**
   * List of `HTTPRouteMatch`, at most 64 items.
   *
   * @default [{"path":{"type":"PathPrefix","value":"/"}}]
   */
  readonly matches?: HTTPRouteMatch[];

  /** String, 1 to 253 characters, matching `^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$`. */
  readonly name?: string;

  /** `HTTPRouteRetry`. */
  readonly retry?: HTTPRouteRetry;

  /** `SessionPersistence`. */
  readonly sessionPersistence?: SessionPersistence;

  /** `HTTPRouteTimeouts`. */
  readonly timeouts?: HTTPRouteTimeouts;
}

/** What `spec.rules[].retry` of a HTTPRoute takes. */
export interface HTTPRouteRetry {
  /** Integer, at least 1. */
  readonly attempts?: number;

  /** String, matching `^([0-9]{1,5}(h|m|s|ms)){1,4}$`. */
  readonly backoff?: string;

  /** List of integers, each 400 to 599. */
  readonly codes?: number[];
}

/** What `spec.rules[].sessionPersistence` of a HTTPRoute takes. */
export interface SessionPersistence {
  /** String, matching `^([0-9]{1,5}(h|m|s|ms)){1,4}$`. */
  readonly absoluteTimeout?: string;

  /** `CookieConfig`. */
  readonly cookieConfig?: CookieConfig;

  /** String, at most 128 characters. */
  readonly sessionName?: string;

  /**
   * String, one of `Cookie`, `Header`.
   *
   * @default "Cookie"
   */
  readonly type?: string;
}

/** What `spec.rules[].timeouts` of a HTTPRoute takes. */
export interface HTTPRouteTimeouts {
  /** String, matching `^([0-9]{1,5}(h|m|s|ms)){1,4}$`. */
  readonly backendRequest?: string;

  /** String, matching `^([0-9]{1,5}(h|m|s|ms)){1,4}$`. */
  readonly request?: string;
}

/** What `spec.rules[].backendRefs[]` of a HTTPRoute takes. */
export interface HTTPBackendRef {
  /** List of `HTTPRouteFilter`, at most 16 items. */
  readonly filters?: HTTPRouteFilter[];

  /**
   * String, at most 253 characters, matching `^$|^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$`.
   *
   * @default ""
   */
  readonly group?: string;

  /**
   * String, 1 to 63 characters, matching `^[a-zA-Z]([-a-zA-Z0-9]*[a-zA-Z0-9])?$`.
   *
   * @default "Service"
   */
  readonly kind?: string;

  /** String, 1 to 253 characters. Required. */
  readonly name: string;

  /** String, 1 to 63 characters, matching `^[a-z0-9]([-a-z0-9]*[a-z0-9])?$`. */
  readonly namespace?: string;

  /** Integer, 1 to 65535. */
  readonly port?: number;

  /**
   * Integer, 0 to 1000000.
   *
   * @default 1
   */
  readonly weight?: number;
}

/** What `spec.rules[].filters[]` of a HTTPRoute takes, and what one other place takes. */
export interface HTTPRouteFilter {
  /** `HTTPCORSFilter`. */
  readonly cors?: HTTPCORSFilter;

  /** `LocalGatewayObjectReference`. */
  readonly extensionRef?: LocalGatewayObjectReference;

  /** `HTTPExternalAuthFilter`. */
  readonly externalAuth?: HTTPExternalAuthFilter;

  /** `HTTPHeaderFilter`. */
  readonly requestHeaderModifier?: HTTPHeaderFilter;

  /** `HTTPRequestMirrorFilter`. */
  readonly requestMirror?: HTTPRequestMirrorFilter;

  /** `HTTPRequestRedirectFilter`. */
  readonly requestRedirect?: HTTPRequestRedirectFilter;

  /** `HTTPHeaderFilter`. */
  readonly responseHeaderModifier?: HTTPHeaderFilter;

  /** String, one of `RequestHeaderModifier`, `ResponseHeaderModifier`, `RequestMirror`, `RequestRedirect`, `URLRewrite`, `ExtensionRef`, `CORS`, `ExternalAuth`. Required. */
  readonly type: string;

  /** `HTTPURLRewriteFilter`. */
  readonly urlRewrite?: HTTPURLRewriteFilter;
}

/** What `spec.rules[].matches[]` of a HTTPRoute takes. */
export interface HTTPRouteMatch {
  /** List of `HTTPHeaderMatch`, at most 16 items, unique by `name`. */
  readonly headers?: HTTPHeaderMatch[];

  /** String, one of `GET`, `HEAD`, `POST`, `PUT`, `DELETE`, `CONNECT`, `OPTIONS`, `TRACE`, `PATCH`. */
  readonly method?: string;

  /**
   * `HTTPPathMatch`.
   *
   * @default {"type":"PathPrefix","value":"/"}
   */
  readonly path?: HTTPPathMatch;

  /** List of `HTTPQueryParamMatch`, at most 16 items, unique by `name`. */
  readonly queryParams?: HTTPQueryParamMatch[];
}

/** What `spec.rules[].sessionPersistence.cookieConfig` of a HTTPRoute takes. */
export interface CookieConfig {
  /**
   * String, one of `Permanent`, `Session`.
   *
   * @default "Session"
   */
  readonly lifetimeType?: string;
}

/** What `spec.rules[].filters[].cors` of a HTTPRoute takes, and what one other place takes. */
export interface HTTPCORSFilter {
  /** Boolean. */
  readonly allowCredentials?: boolean;

  /** List of strings, at most 64 items, each 1 to 256 characters, matching `^[A-Za-z0-9!#$%&'*+\-.^_\x60|~]+$`. */
  readonly allowHeaders?: string[];

  /** List of strings, at most 9 items, each one of `GET`, `HEAD`, `POST`, `PUT`, `DELETE`, `CONNECT`, `OPTIONS`, `TRACE`, `PATCH`, `*`. */
  readonly allowMethods?: string[];

  /** List of strings, at most 64 items, each 1 to 253 characters, matching `(^\*$)|(^(http(s)?):\/\/(((\*\.)?([a-zA-Z0-9\-]+\.)*[a-zA-Z0-9-]+|\*)(:([0-9]{1,5}))?)$)`. */
  readonly allowOrigins?: string[];

  /** List of strings, at most 64 items, each 1 to 256 characters, matching `^[A-Za-z0-9!#$%&'*+\-.^_\x60|~]+$`. */
  readonly exposeHeaders?: string[];

  /**
   * Integer, at least 1.
   *
   * @default 5
   */
  readonly maxAge?: number;
}

/** What `spec.rules[].filters[].extensionRef` of a HTTPRoute takes, and what one other place takes. */
export interface LocalGatewayObjectReference {
  /** String, at most 253 characters, matching `^$|^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$`. Required. */
  readonly group: string;

  /** String, 1 to 63 characters, matching `^[a-zA-Z]([-a-zA-Z0-9]*[a-zA-Z0-9])?$`. Required. */
  readonly kind: string;

  /** String, 1 to 253 characters. Required. */
  readonly name: string;
}

/** What `spec.rules[].filters[].externalAuth` of a HTTPRoute takes, and what one other place takes. */
export interface HTTPExternalAuthFilter {
  /** `BackendObjectReference`. Required. */
  readonly backendRef: BackendObjectReference;

  /** `ForwardBody`. */
  readonly forwardBody?: ForwardBody;

  /** `GRPCAuthConfig`. */
  readonly grpc?: GRPCAuthConfig;

  /** `HTTPAuthConfig`. */
  readonly http?: HTTPAuthConfig;

  /** String, one of `HTTP`, `GRPC`. Required. */
  readonly protocol: string;
}

/** What `spec.rules[].filters[].requestHeaderModifier` of a HTTPRoute takes, and what 3 other places take. */
export interface HTTPHeaderFilter {
  /** List of `HTTPHeader`, at most 16 items, unique by `name`. */
  readonly add?: HTTPHeader[];

  /** List of strings, at most 16 items. */
  readonly remove?: string[];

  /** List of `HTTPHeader`, at most 16 items, unique by `name`. */
  readonly set?: HTTPHeader[];
}

/** What `spec.rules[].filters[].requestMirror` of a HTTPRoute takes, and what one other place takes. */
export interface HTTPRequestMirrorFilter {
  /** `BackendObjectReference`. Required. */
  readonly backendRef: BackendObjectReference;

  /** `Fraction`. */
  readonly fraction?: Fraction;

  /** Integer, 0 to 100. */
  readonly percent?: number;
}

/** What `spec.rules[].filters[].requestRedirect` of a HTTPRoute takes, and what one other place takes. */
export interface HTTPRequestRedirectFilter {
  /** String, 1 to 253 characters, matching `^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$`. */
  readonly hostname?: string;

  /** `HTTPPathModifier`. */
  readonly path?: HTTPPathModifier;

  /** Integer, 1 to 65535. */
  readonly port?: number;

  /** String, one of `http`, `https`. */
  readonly scheme?: string;

  /**
   * Integer, one of `301`, `302`, `303`, `307`, `308`.
   *
   * @default 302
   */
  readonly statusCode?: number;
}

/** What `spec.rules[].filters[].urlRewrite` of a HTTPRoute takes, and what one other place takes. */
export interface HTTPURLRewriteFilter {
  /** String, 1 to 253 characters, matching `^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$`. */
  readonly hostname?: string;

  /** `HTTPPathModifier`. */
  readonly path?: HTTPPathModifier;
}

/** What `spec.rules[].matches[].path` of a HTTPRoute takes. */
export interface HTTPPathMatch {
  /**
   * String, one of `Exact`, `PathPrefix`, `RegularExpression`.
   *
   * @default "PathPrefix"
   */
  readonly type?: string;

  /**
   * String, at most 1024 characters.
   *
   * @default "/"
   */
  readonly value?: string;
}

/** What `spec.rules[].filters[].externalAuth.backendRef` of a HTTPRoute takes, and what 3 other places take. */
export interface BackendObjectReference {
  /**
   * String, at most 253 characters, matching `^$|^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$`.
   *
   * @default ""
   */
  readonly group?: string;

  /**
   * String, 1 to 63 characters, matching `^[a-zA-Z]([-a-zA-Z0-9]*[a-zA-Z0-9])?$`.
   *
   * @default "Service"
   */
  readonly kind?: string;

  /** String, 1 to 253 characters. Required. */
  readonly name: string;

  /** String, 1 to 63 characters, matching `^[a-z0-9]([-a-z0-9]*[a-z0-9])?$`. */
  readonly namespace?: string;

  /** Integer, 1 to 65535. */
  readonly port?: number;
}

/** What `spec.rules[].filters[].externalAuth.forwardBody` of a HTTPRoute takes, and what one other place takes. */
export interface ForwardBody {
  /** Integer. */
  readonly maxSize?: number;
}

/** What `spec.rules[].filters[].externalAuth.grpc` of a HTTPRoute takes, and what one other place takes. */
export interface GRPCAuthConfig {
  /** List of strings, at most 64 items. */
  readonly allowedHeaders?: string[];
}

/** What `spec.rules[].filters[].externalAuth.http` of a HTTPRoute takes, and what one other place takes. */
export interface HTTPAuthConfig {
  /** List of strings, at most 64 items. */
  readonly allowedHeaders?: string[];

  /** List of strings, at most 64 items. */
  readonly allowedResponseHeaders?: string[];

  /** String, at most 1024 characters, matching `^(?:[-A-Za-z0-9/._~!$&'()*+,;=:@]|[%][0-9a-fA-F]{2})+$`. */
  readonly path?: string;
}

/** What `spec.rules[].filters[].requestMirror.fraction` of a HTTPRoute takes, and what one other place takes. */
export interface Fraction {
  /**
   * Integer, at least 1.
   *
   * @default 100
   */
  readonly denominator?: number;

  /** Integer, at least 0. Required. */
  readonly numerator: number;
}

/** What `spec.rules[].filters[].requestRedirect.path` of a HTTPRoute takes, and what 3 other places take. */
export interface HTTPPathModifier {
  /** String, at most 1024 characters. */
  readonly replaceFullPath?: string;

  /** String, at most 1024 characters. */
  readonly replacePrefixMatch?: string;

  /** String, one of `ReplaceFullPath`, `ReplacePrefixMatch`. Required. */
  readonly type: string;
}

/** What `spec.rules[].matches[].headers[]` of a HTTPRoute takes. */
export interface HTTPHeaderMatch {
  /** String, 1 to 256 characters, matching `^[A-Za-z0-9!#$%&'*+\-.^_\x60|~]+$`. Required. */
  readonly name: string;

  /**
   * String, one of `Exact`, `RegularExpression`.
   *
   * @default "Exact"
   */
  readonly type?: string;

  /** String, 1 to 4096 characters, matching `^[!-~]+([\t ]?[!-~]+)*$`. Required. */
  readonly value: string;
}

/** What `spec.rules[].matches[].queryParams[]` of a HTTPRoute takes. */
export interface HTTPQueryParamMatch {
  /** String, 1 to 256 characters, matching `^[A-Za-z0-9!#$%&'*+\-.^_\x60|~]+$`. Required. */
  readonly name: string;

  /**
   * String, one of `Exact`, `RegularExpression`.
   *
   * @default "Exact"
   */
  readonly type?: string;

  /** String, 1 to 1024 characters. Required. */
  readonly value: string;
}

/** What `spec` of a TCPRoute takes. */
export interface TCPRouteSpec {
  /** List of `ParentReference`, at most 32 items. */
  readonly parentRefs?: ParentReference[];

  /** List of `TCPRouteRule`, 1 to 1 items. Required. */
  readonly rules: TCPRouteRule[];

  /** String, one of `All`, `None`. */
  readonly useDefaultGateways?: string;
}

/** What `spec.rules[]` of a TCPRoute takes. */
export interface TCPRouteRule {
  /** List of `BackendRef`, 1 to 16 items. Required. */
  readonly backendRefs: BackendRef[];

  /** String, 1 to 253 characters, matching `^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$`. */
  readonly name?: string;
}

/** What `spec.rules[].backendRefs[]` of a TCPRoute takes. */
export interface BackendRef {
  /**
   * String, at most 253 characters, matching `^$|^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$`.
   *
   * @default ""
   */
  readonly group?: string;

  /**
   * String, 1 to 63 characters, matching `^[a-zA-Z]([-a-zA-Z0-9]*[a-zA-Z0-9])?$`.
   *
   * @default "Service"
   */
  readonly kind?: string;

  /** String, 1 to 253 characters. Required. */
  readonly name: string;

  /** String, 1 to 63 characters, matching `^[a-z0-9]([-a-z0-9]*[a-z0-9])?$`. */
  readonly namespace?: string;

  /** Integer, 1 to 65535. */
  readonly port?: number;

  /**
   * Integer, 0 to 1000000.
   *
   * @default 1
   */
  readonly weight?: number;
}
