import { IntentAnnotation } from '../facts';
import { isObject, type Manifest, objectsOf } from './manifest';

/** A Service that a route of the Gateway API sends traffic to. */
export interface GatewayBackendView {
  /** Manifest path of the reference, e.g. `spec.rules[0].backendRefs[0]`. */
  readonly path: string;
  /** Namespace of the Service. */
  readonly namespace: string | undefined;
  /** Name of the Service. */
  readonly name: unknown;
  /** Port of the Service. */
  readonly port: unknown;
  /** Share of the traffic; 1 when the manifest says nothing. */
  readonly weight: unknown;
}

/** A rule of a route of the Gateway API. */
export interface GatewayRuleView {
  /** Manifest path of the rule, e.g. `spec.rules[0]`. */
  readonly path: string;
  readonly fields: Readonly<Record<string, any>>;
  /** The Services that the rule names; backends of other kinds are left out. */
  readonly backends: readonly GatewayBackendView[];
}

/** A route of the Gateway API, such as an HTTPRoute, as the rules see it. */
export class GatewayRouteView {
  public readonly spec: Record<string, any>;

  public constructor(public readonly manifest: Manifest) {
    this.spec = isObject(manifest.spec) ? manifest.spec : {};
  }

  public get namespace(): string | undefined {
    return this.manifest.metadata?.namespace;
  }

  /** The value of an annotation; undefined when it is not set. */
  public annotation(name: string): unknown {
    return isObject(this.manifest.metadata?.annotations) ? this.manifest.metadata.annotations[name] : undefined;
  }

  /** Whether it says that it is for clusters with the experimental channel of the Gateway API. */
  public get isForExperimentalChannel(): boolean {
    return this.annotation(IntentAnnotation.GATEWAY_CHANNEL) === 'experimental';
  }

  public get rules(): GatewayRuleView[] {
    return objectsOf(this.spec.rules).map((fields, index) => {
      const path = `spec.rules[${index}]`;
      return { path, fields, backends: this.backendsOf(path, fields.backendRefs) };
    });
  }

  private backendsOf(path: string, references: unknown): GatewayBackendView[] {
    return objectsOf(references).flatMap((reference, index) => {
      const { name, port, weight = 1, namespace = this.namespace, group, kind = 'Service' } = reference;
      return kind === 'Service' && !group ? [{ path: `${path}.backendRefs[${index}]`, namespace, name, port, weight }] : [];
    });
  }
}
