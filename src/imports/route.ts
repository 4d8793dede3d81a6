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
  /** Up to three more Services that share the traffic by weight. List of `RouteTargetReference`, at most 3 items, unique by `name` and `kind`. */
  readonly alternateBackends?: RouteTargetReference[];

  /** Host name; made from name, namespace and the domain of the router if unset. It cannot be changed without a right of its own. String, at most 253 characters, matching `^([a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9\-]{0,61}[a-zA-Z0-9])(\.([a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9\-]{0,61}[a-zA-Z0-9]))*$`. */
  readonly host?: string;

  /** Headers that are set or removed. `RouteHTTPHeaders`. */
  readonly httpHeaders?: RouteHTTPHeaders;

  /** Path below which requests belong to this Route; not with passthrough. String, matching `^/`. */
  readonly path?: string;

  /** Port of the pods. `RoutePort`. */
  readonly port?: RoutePort;

  /** First part of the host, the router adds its domain; instead of a host. String, at most 253 characters, matching `^([a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9\-]{0,61}[a-zA-Z0-9])(\.([a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9\-]{0,61}[a-zA-Z0-9]))*$`. */
  readonly subdomain?: string;

  /** Encryption; plain HTTP if unset. `TLSConfig`. */
  readonly tls?: TLSConfig;

  /** The Service that gets the traffic. `RouteTargetReference`. Required. */
  readonly to: RouteTargetReference;

  /**
   * Whether all hosts of the domain belong to it, `Subdomain`, where the router allows it. String, one of `None`, `Subdomain`, `""`.
   *
   * @default "None"
   */
  readonly wildcardPolicy?: string;
}

/** What `spec.httpHeaders` of a Route takes. */
export interface RouteHTTPHeaders {
  /** What is done with headers. `RouteHTTPHeaderActions`. */
  readonly actions?: RouteHTTPHeaderActions;
}

/** What `spec.port` of a Route takes. */
export interface RoutePort {
  /** Name of the Service's port, or the number of the pods' port, not of the Service's. Number or string. Required. */
  readonly targetPort: IntOrString;
}

/** What `spec.tls` of a Route takes. */
export interface TLSConfig {
  /** Certificates between the router's and the root, in PEM. String. */
  readonly caCertificate?: string;

  /** Certificate of the host, in PEM; the router's own if unset. String. */
  readonly certificate?: string;

  /** Authority that signed the guest's certificate, in PEM; for reencrypt. String. */
  readonly destinationCACertificate?: string;

  /** Secret with certificate and key, instead of writing them here. `LocalObjectReference`. */
  readonly externalCertificate?: LocalObjectReference;

  /** What happens to plain HTTP. `Redirect` sends it to HTTPS, `Allow` serves it, `None` refuses it. String, one of `Allow`, `None`, `Redirect`, `""`. */
  readonly insecureEdgeTerminationPolicy?: string;

  /** Private key of the certificate, in PEM. String. */
  readonly key?: string;

  /** Where encryption ends. `edge` at the router, `reencrypt` there and again at the guest, `passthrough` at the guest only. String, one of `edge`, `reencrypt`, `passthrough`. Required. */
  readonly termination: string;
}

/** What `spec.to` of a Route takes, and what one other place takes. */
export interface RouteTargetReference {
  /**
   * Always a Service. String, one of `Service`, `""`.
   *
   * @default "Service"
   */
  readonly kind?: string;

  /** Name of the Service in the same namespace. String, at least 1 characters. Required. */
  readonly name: string;

  /**
   * Share of the traffic among all backends; 0 sends none. Integer, 0 to 256.
   *
   * @default 100
   */
  readonly weight?: number;
}

/** What `spec.httpHeaders.actions` of a Route takes. */
export interface RouteHTTPHeaderActions {
  /** On the way to the guest. List of `RouteHTTPHeader`, at most 20 items, unique by `name`. */
  readonly request?: RouteHTTPHeader[];

  /** On the way back. List of `RouteHTTPHeader`, at most 20 items, unique by `name`. */
  readonly response?: RouteHTTPHeader[];
}

/** What `spec.httpHeaders.actions.request[]` of a Route takes, and what one other place takes. */
export interface RouteHTTPHeader {
  /** What is done with it. `RouteHTTPHeaderAction`. Required. */
  readonly action: RouteHTTPHeaderAction;

  /** Name of the header. String, 1 to 255 characters, matching `^[-!#$%&'*+.0-9A-Z^_`a-z|~]+$`. Required. */
  readonly name: string;
}

/** What `spec.httpHeaders.actions.request[].action` of a Route takes, and what one other place takes. */
export interface RouteHTTPHeaderAction {
  /** What it is set to. `RouteSetHTTPHeader`. */
  readonly set?: RouteSetHTTPHeader;

  /** Whether it is set (`Set`) or removed (`Delete`). String, one of `Set`, `Delete`. Required. */
  readonly type: string;
}

/** What `spec.httpHeaders.actions.request[].action.set` of a Route takes, and what one other place takes. */
export interface RouteSetHTTPHeader {
  /** What it says; parts in `%[…]` are filled in by the router. String, 1 to 16384 characters. Required. */
  readonly value: string;
}
