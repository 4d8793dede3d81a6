// Generated from CustomResourceDefinitions. To regenerate: npm run import -- --crds DIR
import { ApiObject, type ApiObjectMetadata, type GroupVersionKind } from 'cdk8s';
import type { Construct } from 'constructs';
import type { IntOrString } from './int-or-string';
import type { LocalObjectReference } from './kubernetes';
import { plain } from './plain';

/** The fields of a `KubeRoute`. */
export interface KubeRouteProps {
  /**
   * Name, namespace, labels and annotations.
   *
   * @default - a name made from the construct's path
   */
  readonly metadata?: ApiObjectMetadata;

  /** The `spec` of the Route. */
  readonly spec: RouteSpec;
}

/** A Route of route.openshift.io/v1, in a namespace, as it stands in the manifest. */
export class KubeRoute extends ApiObject {
  /** `apiVersion` and `kind` of a Route. */
  public static readonly GVK: GroupVersionKind = {
    apiVersion: 'route.openshift.io/v1',
    kind: 'Route',
  };

  /**
   * The manifest of a Route, to put into other manifests.
   *
   * @param props the fields
   */
  public static manifest(props: KubeRouteProps): any {
    return { ...KubeRoute.GVK, ...(plain(props) as object) };
  }

  /**
   * Adds a Route to a chart.
   *
   * @param scope where to add it
   * @param id its id in the scope
   * @param props the fields
   */
  public constructor(scope: Construct, id: string, props: KubeRouteProps) {
    const { apiVersion, kind } = KubeRoute.GVK;
    super(scope, id, { apiVersion, kind, ...props });
  }
}

/** What `spec` of a Route takes. */
export interface RouteSpec {
  /** List of `RouteTargetReference`, at most 3 items, unique by `name` and `kind`. */
  readonly alternateBackends?: RouteTargetReference[];

  /** String, at most 253 characters, matching `^([a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9\-]{0,61}[a-zA-Z0-9])(\.([a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9\-]{0,61}[a-zA-Z0-9]))*$`. */
  readonly host?: string;

  /** `RouteHTTPHeaders`. */
  readonly httpHeaders?: RouteHTTPHeaders;

  /** String, matching `^/`. */
  readonly path?: string;

  /** `RoutePort`. */
  readonly port?: RoutePort;

  /** String, at most 253 characters, matching `^([a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9\-]{0,61}[a-zA-Z0-9])(\.([a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9\-]{0,61}[a-zA-Z0-9]))*$`. */
  readonly subdomain?: string;

  /** `TLSConfig`. */
  readonly tls?: TLSConfig;

  /** `RouteTargetReference`. Required. */
  readonly to: RouteTargetReference;

  /**
   * String, one of `None`, `Subdomain`, `""`.
   *
   * @default "None"
   */
  readonly wildcardPolicy?: string;
}

/** What `spec.httpHeaders` of a Route takes. */
export interface RouteHTTPHeaders {
  /** `RouteHTTPHeaderActions`. */
  readonly actions?: RouteHTTPHeaderActions;
}

/** What `spec.port` of a Route takes. */
export interface RoutePort {
  /** Number or string. Required. */
  readonly targetPort: IntOrString;
}

/** What `spec.tls` of a Route takes. */
export interface TLSConfig {
  /** String. */
  readonly caCertificate?: string;

  /** String. */
  readonly certificate?: string;

  /** String. */
  readonly destinationCACertificate?: string;

  /** `LocalObjectReference`. */
  readonly externalCertificate?: LocalObjectReference;

  /** String, one of `Allow`, `None`, `Redirect`, `""`. */
  readonly insecureEdgeTerminationPolicy?: string;

  /** String. */
  readonly key?: string;

  /** String, one of `edge`, `reencrypt`, `passthrough`. Required. */
  readonly termination: string;
}

/** What `spec.to` of a Route takes, and what one other place takes. */
export interface RouteTargetReference {
  /**
   * String, one of `Service`, `""`.
   *
   * @default "Service"
   */
  readonly kind?: string;

  /** String, at least 1 characters. Required. */
  readonly name: string;

  /**
   * Integer, 0 to 256.
   *
   * @default 100
   */
  readonly weight?: number;
}

/** What `spec.httpHeaders.actions` of a Route takes. */
export interface RouteHTTPHeaderActions {
  /** List of `RouteHTTPHeader`, at most 20 items, unique by `name`. */
  readonly request?: RouteHTTPHeader[];

  /** List of `RouteHTTPHeader`, at most 20 items, unique by `name`. */
  readonly response?: RouteHTTPHeader[];
}

/** What `spec.httpHeaders.actions.request[]` of a Route takes, and what one other place takes. */
export interface RouteHTTPHeader {
  /** `RouteHTTPHeaderAction`. Required. */
  readonly action: RouteHTTPHeaderAction;

  /** String, 1 to 255 characters, matching `^[-!#$%&'*+.0-9A-Z^_`a-z|~]+$`. Required. */
  readonly name: string;
}

/** What `spec.httpHeaders.actions.request[].action` of a Route takes, and what one other place takes. */
export interface RouteHTTPHeaderAction {
  /** `RouteSetHTTPHeader`. */
  readonly set?: RouteSetHTTPHeader;

  /** String, one of `Set`, `Delete`. Required. */
  readonly type: string;
}

/** What `spec.httpHeaders.actions.request[].action.set` of a Route takes, and what one other place takes. */
export interface RouteSetHTTPHeader {
  /** String, 1 to 16384 characters. Required. */
  readonly value: string;
}
