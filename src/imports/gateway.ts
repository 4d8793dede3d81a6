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
  /** Host names; those of the listener if unset. List of strings, at most 16 items, each 1 to 253 characters, matching `^(\*\.)?[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$`. */
  readonly hostnames?: string[];

  /** Gateways, or listeners of them, that serve it. List of `ParentReference`, at most 32 items. */
  readonly parentRefs?: ParentReference[];

  /**
   * What happens to which requests. List of `HTTPRouteRule`, 1 to 16 items.
   *
   * @default [{"matches":[{"path":{"type":"PathPrefix","value":"/"}}]}]
   */
  readonly rules?: HTTPRouteRule[];

  /** Serves it from the default Gateways of the cluster as well. String, one of `All`, `None`. */
  readonly useDefaultGateways?: string;
}

/** What `spec.parentRefs[]` of a HTTPRoute takes, and what one other place takes. */
export interface ParentReference {
  /**
   * API group of the object. String, at most 253 characters, matching `^$|^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$`.
   *
   * @default "gateway.networking.k8s.io"
   */
  readonly group?: string;

  /**
   * Kind of the object. String, 1 to 63 characters, matching `^[a-zA-Z]([-a-zA-Z0-9]*[a-zA-Z0-9])?$`.
   *
   * @default "Gateway"
   */
  readonly kind?: string;

  /** Name of the object. String, 1 to 253 characters. Required. */
  readonly name: string;

  /** Namespace of the object; another one has to allow it by a ReferenceGrant. String, 1 to 63 characters, matching `^[a-z0-9]([-a-z0-9]*[a-z0-9])?$`. */
  readonly namespace?: string;

  /** Port that is meant. Integer, 1 to 65535. */
  readonly port?: number;

  /** Listener of the Gateway. String, 1 to 253 characters, matching `^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$`. */
  readonly sectionName?: string;
}

/** What `spec.rules[]` of a HTTPRoute takes. */
export interface HTTPRouteRule {
  /** Where requests go, by weight. List of `HTTPBackendRef`, at most 16 items. */
  readonly backendRefs?: HTTPBackendRef[];

  /** What is done with requests and responses on the way. List of `HTTPRouteFilter`, at most 16 items. */
  readonly filters?: HTTPRouteFilter[];

  /**
   * Which requests it is for; one match is enough. List of `HTTPRouteMatch`, at most 64 items.
   *
   * @default [{"path":{"type":"PathPrefix","value":"/"}}]
   */
  readonly matches?: HTTPRouteMatch[];

  /** Name of the rule. String, 1 to 253 characters, matching `^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$`. */
  readonly name?: string;

  /** When a request is tried again. `HTTPRouteRetry`. */
  readonly retry?: HTTPRouteRetry;

  /** Keeps a user on one VM. `SessionPersistence`. */
  readonly sessionPersistence?: SessionPersistence;

  /** How long a request may take. `HTTPRouteTimeouts`. */
  readonly timeouts?: HTTPRouteTimeouts;
}

/** What `spec.rules[].retry` of a HTTPRoute takes. */
export interface HTTPRouteRetry {
  /** How often it is tried again. Integer, at least 1. */
  readonly attempts?: number;

  /** How long to wait between two tries. String, matching `^([0-9]{1,5}(h|m|s|ms)){1,4}$`. */
  readonly backoff?: string;

  /** Status codes after which it is tried again. List of integers, each once, each 400 to 599. */
  readonly codes?: number[];
}

/** What `spec.rules[].sessionPersistence` of a HTTPRoute takes. */
export interface SessionPersistence {
  /** How long a session lasts at most. String, matching `^([0-9]{1,5}(h|m|s|ms)){1,4}$`. */
  readonly absoluteTimeout?: string;

  /** How the cookie is set. `CookieConfig`. */
  readonly cookieConfig?: CookieConfig;

  /** Name of the cookie or header. String, at most 128 characters. */
  readonly sessionName?: string;

  /**
   * Whether a `Cookie` or a `Header` tells the session. String, one of `Cookie`, `Header`.
   *
   * @default "Cookie"
   */
  readonly type?: string;
}

/** What `spec.rules[].timeouts` of a HTTPRoute takes. */
export interface HTTPRouteTimeouts {
  /** How long one try to a backend may take. String, matching `^([0-9]{1,5}(h|m|s|ms)){1,4}$`. */
  readonly backendRequest?: string;

  /** How long the whole request may take. String, matching `^([0-9]{1,5}(h|m|s|ms)){1,4}$`. */
  readonly request?: string;
}

/** What `spec.rules[].backendRefs[]` of a HTTPRoute takes. */
export interface HTTPBackendRef {
  /** What is done on the way to this backend only. List of `HTTPRouteFilter`, at most 16 items. */
  readonly filters?: HTTPRouteFilter[];

  /**
   * API group of the object. String, at most 253 characters, matching `^$|^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$`.
   *
   * @default ""
   */
  readonly group?: string;

  /**
   * Kind of the object. String, 1 to 63 characters, matching `^[a-zA-Z]([-a-zA-Z0-9]*[a-zA-Z0-9])?$`.
   *
   * @default "Service"
   */
  readonly kind?: string;

  /** Name of the object. String, 1 to 253 characters. Required. */
  readonly name: string;

  /** Namespace of the object; another one has to allow it by a ReferenceGrant. String, 1 to 63 characters, matching `^[a-z0-9]([-a-z0-9]*[a-z0-9])?$`. */
  readonly namespace?: string;

  /** Port that is meant. Integer, 1 to 65535. */
  readonly port?: number;

  /**
   * Share of the traffic; 0 sends none. Integer, 0 to 1000000.
   *
   * @default 1
   */
  readonly weight?: number;
}

/** What `spec.rules[].filters[]` of a HTTPRoute takes, and what one other place takes. */
export interface HTTPRouteFilter {
  /** Answers for requests from other origins. `HTTPCORSFilter`. */
  readonly cors?: HTTPCORSFilter;

  /** A filter of the implementation. `LocalGatewayObjectReference`. */
  readonly extensionRef?: LocalGatewayObjectReference;

  /** Asks another service whether the request may pass. `HTTPExternalAuthFilter`. */
  readonly externalAuth?: HTTPExternalAuthFilter;

  /** Changes headers of the request. `HTTPHeaderFilter`. */
  readonly requestHeaderModifier?: HTTPHeaderFilter;

  /** Sends a copy of the request elsewhere. `HTTPRequestMirrorFilter`. */
  readonly requestMirror?: HTTPRequestMirrorFilter;

  /** Sends the user elsewhere. `HTTPRequestRedirectFilter`. */
  readonly requestRedirect?: HTTPRequestRedirectFilter;

  /** Changes headers of the response. `HTTPHeaderFilter`. */
  readonly responseHeaderModifier?: HTTPHeaderFilter;

  /** Which of the filters it is. String, one of `RequestHeaderModifier`, `ResponseHeaderModifier`, `RequestMirror`, `RequestRedirect`, `URLRewrite`, `ExtensionRef`, `CORS`, `ExternalAuth`. Required. */
  readonly type: string;

  /** Changes host or path of the request. `HTTPURLRewriteFilter`. */
  readonly urlRewrite?: HTTPURLRewriteFilter;
}

/** What `spec.rules[].matches[]` of a HTTPRoute takes. */
export interface HTTPRouteMatch {
  /** Headers; all of them have to match. List of `HTTPHeaderMatch`, at most 16 items, unique by `name`. */
  readonly headers?: HTTPHeaderMatch[];

  /** Method of the request. String, one of `GET`, `HEAD`, `POST`, `PUT`, `DELETE`, `CONNECT`, `OPTIONS`, `TRACE`, `PATCH`. */
  readonly method?: string;

  /**
   * Path of the request. `HTTPPathMatch`.
   *
   * @default {"type":"PathPrefix","value":"/"}
   */
  readonly path?: HTTPPathMatch;

  /** Parameters; all of them have to match. List of `HTTPQueryParamMatch`, at most 16 items, unique by `name`. */
  readonly queryParams?: HTTPQueryParamMatch[];
}

/** What `spec.rules[].sessionPersistence.cookieConfig` of a HTTPRoute takes. */
export interface CookieConfig {
  /**
   * Whether the cookie lasts as long as the browser (`Session`), or for the absolute timeout (`Permanent`). String, one of `Permanent`, `Session`.
   *
   * @default "Session"
   */
  readonly lifetimeType?: string;
}

/** What `spec.rules[].filters[].cors` of a HTTPRoute takes, and what one other place takes. */
export interface HTTPCORSFilter {
  /** Whether cookies may be sent. Boolean. */
  readonly allowCredentials?: boolean;

  /** Headers that may be sent. List of strings, at most 64 items, each once, each 1 to 256 characters, matching `^[A-Za-z0-9!#$%&'*+\-.^_\x60|~]+$`. */
  readonly allowHeaders?: string[];

  /** Methods that may be used. List of strings, at most 9 items, each once, each one of `GET`, `HEAD`, `POST`, `PUT`, `DELETE`, `CONNECT`, `OPTIONS`, `TRACE`, `PATCH`, `*`. */
  readonly allowMethods?: string[];

  /** Origins that may ask. List of strings, at most 64 items, each once, each 1 to 253 characters, matching `(^\*$)|(^(http(s)?):\/\/(((\*\.)?([a-zA-Z0-9\-]+\.)*[a-zA-Z0-9-]+|\*)(:([0-9]{1,5}))?)$)`. */
  readonly allowOrigins?: string[];

  /** Headers that scripts may read. List of strings, at most 64 items, each once, each 1 to 256 characters, matching `^[A-Za-z0-9!#$%&'*+\-.^_\x60|~]+$`. */
  readonly exposeHeaders?: string[];

  /**
   * Seconds for which browsers remember the answer. Integer, at least 1.
   *
   * @default 5
   */
  readonly maxAge?: number;
}

/** What `spec.rules[].filters[].extensionRef` of a HTTPRoute takes, and what one other place takes. */
export interface LocalGatewayObjectReference {
  /** API group of the object. String, at most 253 characters, matching `^$|^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$`. Required. */
  readonly group: string;

  /** Kind of the object. String, 1 to 63 characters, matching `^[a-zA-Z]([-a-zA-Z0-9]*[a-zA-Z0-9])?$`. Required. */
  readonly kind: string;

  /** Name of the object. String, 1 to 253 characters. Required. */
  readonly name: string;
}

/** What `spec.rules[].filters[].externalAuth` of a HTTPRoute takes, and what one other place takes. */
export interface HTTPExternalAuthFilter {
  /** The service that is asked. `BackendObjectReference`. Required. */
  readonly backendRef: BackendObjectReference;

  /** Whether the body is sent along. `ForwardBody`. */
  readonly forwardBody?: ForwardBody;

  /** Options for gRPC. `GRPCAuthConfig`. */
  readonly grpc?: GRPCAuthConfig;

  /** Options for HTTP. `HTTPAuthConfig`. */
  readonly http?: HTTPAuthConfig;

  /** How it is asked. String, one of `HTTP`, `GRPC`. Required. */
  readonly protocol: string;
}

/** What `spec.rules[].filters[].requestHeaderModifier` of a HTTPRoute takes, and what 3 other places take. */
export interface HTTPHeaderFilter {
  /** Headers that are added to those of the same name. List of `HTTPHeader`, at most 16 items, unique by `name`. */
  readonly add?: HTTPHeader[];

  /** Headers that are removed. List of strings, at most 16 items, each once. */
  readonly remove?: string[];

  /** Headers that replace those of the same name. List of `HTTPHeader`, at most 16 items, unique by `name`. */
  readonly set?: HTTPHeader[];
}

/** What `spec.rules[].filters[].requestMirror` of a HTTPRoute takes, and what one other place takes. */
export interface HTTPRequestMirrorFilter {
  /** Where the copy goes. `BackendObjectReference`. Required. */
  readonly backendRef: BackendObjectReference;

  /** Which part of the requests is copied. `Fraction`. */
  readonly fraction?: Fraction;

  /** How many percent of the requests are copied. Integer, 0 to 100. */
  readonly percent?: number;
}

/** What `spec.rules[].filters[].requestRedirect` of a HTTPRoute takes, and what one other place takes. */
export interface HTTPRequestRedirectFilter {
  /** Host that the user is sent to. String, 1 to 253 characters, matching `^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$`. */
  readonly hostname?: string;

  /** Path that the user is sent to. `HTTPPathModifier`. */
  readonly path?: HTTPPathModifier;

  /** Port that the user is sent to. Integer, 1 to 65535. */
  readonly port?: number;

  /** Scheme that the user is sent to. String, one of `http`, `https`. */
  readonly scheme?: string;

  /**
   * Status of the answer. Integer, one of `301`, `302`, `303`, `307`, `308`.
   *
   * @default 302
   */
  readonly statusCode?: number;
}

/** What `spec.rules[].filters[].urlRewrite` of a HTTPRoute takes, and what one other place takes. */
export interface HTTPURLRewriteFilter {
  /** Host that the backend sees. String, 1 to 253 characters, matching `^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$`. */
  readonly hostname?: string;

  /** Path that the backend sees. `HTTPPathModifier`. */
  readonly path?: HTTPPathModifier;
}

/** What `spec.rules[].matches[].path` of a HTTPRoute takes. */
export interface HTTPPathMatch {
  /**
   * How the path is compared. String, one of `Exact`, `PathPrefix`, `RegularExpression`.
   *
   * @default "PathPrefix"
   */
  readonly type?: string;

  /**
   * Path that it is compared with. String, at most 1024 characters.
   *
   * @default "/"
   */
  readonly value?: string;
}

/** What `spec.rules[].filters[].externalAuth.backendRef` of a HTTPRoute takes, and what 3 other places take. */
export interface BackendObjectReference {
  /**
   * API group of the object. String, at most 253 characters, matching `^$|^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$`.
   *
   * @default ""
   */
  readonly group?: string;

  /**
   * Kind of the object. String, 1 to 63 characters, matching `^[a-zA-Z]([-a-zA-Z0-9]*[a-zA-Z0-9])?$`.
   *
   * @default "Service"
   */
  readonly kind?: string;

  /** Name of the object. String, 1 to 253 characters. Required. */
  readonly name: string;

  /** Namespace of the object; another one has to allow it by a ReferenceGrant. String, 1 to 63 characters, matching `^[a-z0-9]([-a-z0-9]*[a-z0-9])?$`. */
  readonly namespace?: string;

  /** Port that is meant. Integer, 1 to 65535. */
  readonly port?: number;
}

/** What `spec.rules[].filters[].externalAuth.forwardBody` of a HTTPRoute takes, and what one other place takes. */
export interface ForwardBody {
  /** How many bytes at most. Integer. */
  readonly maxSize?: number;
}

/** What `spec.rules[].filters[].externalAuth.grpc` of a HTTPRoute takes, and what one other place takes. */
export interface GRPCAuthConfig {
  /** Headers of the request that are sent along. List of strings, at most 64 items, each once. */
  readonly allowedHeaders?: string[];
}

/** What `spec.rules[].filters[].externalAuth.http` of a HTTPRoute takes, and what one other place takes. */
export interface HTTPAuthConfig {
  /** Headers of the request that are sent along. List of strings, at most 64 items, each once. */
  readonly allowedHeaders?: string[];

  /** Headers of the answer that are passed to the backend. List of strings, at most 64 items, each once. */
  readonly allowedResponseHeaders?: string[];

  /** Path that is asked for. String, at most 1024 characters, matching `^(?:[-A-Za-z0-9/._~!$&'()*+,;=:@]|[%][0-9a-fA-F]{2})+$`. */
  readonly path?: string;
}

/** What `spec.rules[].filters[].requestMirror.fraction` of a HTTPRoute takes, and what one other place takes. */
export interface Fraction {
  /**
   * Out of how many. Integer, at least 1.
   *
   * @default 100
   */
  readonly denominator?: number;

  /** How many. Integer, at least 0. Required. */
  readonly numerator: number;
}

/** What `spec.rules[].filters[].requestRedirect.path` of a HTTPRoute takes, and what 3 other places take. */
export interface HTTPPathModifier {
  /** Path instead of the whole. String, at most 1024 characters. */
  readonly replaceFullPath?: string;

  /** Path instead of the part that matched. String, at most 1024 characters. */
  readonly replacePrefixMatch?: string;

  /** Which of the two. String, one of `ReplaceFullPath`, `ReplacePrefixMatch`. Required. */
  readonly type: string;
}

/** What `spec.rules[].matches[].headers[]` of a HTTPRoute takes. */
export interface HTTPHeaderMatch {
  /** Name of it. String, 1 to 256 characters, matching `^[A-Za-z0-9!#$%&'*+\-.^_\x60|~]+$`. Required. */
  readonly name: string;

  /**
   * How it is compared. String, one of `Exact`, `RegularExpression`.
   *
   * @default "Exact"
   */
  readonly type?: string;

  /** What it is compared with. String, 1 to 4096 characters, matching `^[!-~]+([\t ]?[!-~]+)*$`. Required. */
  readonly value: string;
}

/** What `spec.rules[].matches[].queryParams[]` of a HTTPRoute takes. */
export interface HTTPQueryParamMatch {
  /** Name of it. String, 1 to 256 characters, matching `^[A-Za-z0-9!#$%&'*+\-.^_\x60|~]+$`. Required. */
  readonly name: string;

  /**
   * How it is compared. String, one of `Exact`, `RegularExpression`.
   *
   * @default "Exact"
   */
  readonly type?: string;

  /** What it is compared with. String, 1 to 1024 characters. Required. */
  readonly value: string;
}

/** What `spec` of a TCPRoute takes. */
export interface TCPRouteSpec {
  /** Gateways, or listeners of them, that serve it. List of `ParentReference`, at most 32 items. */
  readonly parentRefs?: ParentReference[];

  /** What happens to which requests. List of `TCPRouteRule`, 1 to 1 items. Required. */
  readonly rules: TCPRouteRule[];

  /** Serves it from the default Gateways of the cluster as well. String, one of `All`, `None`. */
  readonly useDefaultGateways?: string;
}

/** What `spec.rules[]` of a TCPRoute takes. */
export interface TCPRouteRule {
  /** Where connections go, by weight. List of `BackendRef`, 1 to 16 items. Required. */
  readonly backendRefs: BackendRef[];

  /** Name of the rule. String, 1 to 253 characters, matching `^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$`. */
  readonly name?: string;
}

/** What `spec.rules[].backendRefs[]` of a TCPRoute takes. */
export interface BackendRef {
  /**
   * API group of the object. String, at most 253 characters, matching `^$|^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$`.
   *
   * @default ""
   */
  readonly group?: string;

  /**
   * Kind of the object. String, 1 to 63 characters, matching `^[a-zA-Z]([-a-zA-Z0-9]*[a-zA-Z0-9])?$`.
   *
   * @default "Service"
   */
  readonly kind?: string;

  /** Name of the object. String, 1 to 253 characters. Required. */
  readonly name: string;

  /** Namespace of the object; another one has to allow it by a ReferenceGrant. String, 1 to 63 characters, matching `^[a-z0-9]([-a-z0-9]*[a-z0-9])?$`. */
  readonly namespace?: string;

  /** Port that is meant. Integer, 1 to 65535. */
  readonly port?: number;

  /**
   * Share of the traffic; 0 sends none. Integer, 0 to 1000000.
   *
   * @default 1
   */
  readonly weight?: number;
}
