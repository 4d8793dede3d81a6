import { entryPath } from '../facts';
import { isObject, type Manifest, objectsOf } from './manifest';
import { type RouteMode, routeMode } from './route-mode';
import { ROUTER_ANNOTATIONS } from './router-annotations';

/** A Service that a Route sends requests to. */
export interface RouteBackend {
  /** Manifest path of the reference, `spec.to` or `spec.alternateBackends[0]`. */
  readonly path: string;
  /** Name of the Service. */
  readonly name: unknown;
  /** Share of the requests; 100 when the manifest says nothing. */
  readonly weight: unknown;
}

/** An OpenShift Route as the rules see it. */
export class RouteView {
  public readonly spec: Record<string, any>;
  /** `spec.tls`; undefined on a Route without TLS. */
  public readonly tls?: Record<string, any>;
  /** The annotations as they stand. */
  public readonly annotations: Readonly<Record<string, unknown>>;
  /** The Services that the Route names, first `spec.to`. */
  public readonly backends: readonly RouteBackend[];

  public constructor(public readonly manifest: Manifest) {
    this.spec = isObject(manifest.spec) ? manifest.spec : {};
    this.tls = isObject(this.spec.tls) ? this.spec.tls : undefined;
    this.annotations = isObject(manifest.metadata?.annotations) ? manifest.metadata.annotations : {};
    this.backends = backendsOf(this.spec);
  }

  public get name(): unknown {
    return this.manifest.metadata?.name;
  }

  public get namespace(): string | undefined {
    return this.manifest.metadata?.namespace;
  }

  /** What the router does with TLS; undefined when the manifest says something that it does not know. */
  public get mode(): RouteMode | undefined {
    return routeMode(this.tls);
  }

  public get isPassthrough(): boolean {
    return this.mode === 'passthrough';
  }

  /** The value of an annotation that the router reads and that has an effect on a Route of this mode; undefined when there is none. */
  public effectiveAnnotation(name: string): string | undefined {
    const value = this.annotation(name);
    const format = ROUTER_ANNOTATIONS.get(name);
    const hasEffect = value !== undefined && this.mode !== undefined && format?.modes.includes(this.mode) && format.reads(value);
    return hasEffect ? value : undefined;
  }

  /** The value of an annotation; undefined when it is not set or no string. */
  public annotation(name: string): string | undefined {
    const value = this.annotations[name];
    return typeof value === 'string' ? value : undefined;
  }
}

function backendsOf(spec: Record<string, any>): RouteBackend[] {
  const alternatives = objectsOf(spec.alternateBackends).map((reference, index) => backend(`spec.alternateBackends[${index}]`, reference));
  return isObject(spec.to) ? [backend('spec.to', spec.to), ...alternatives] : alternatives;
}

function backend(path: string, { name, weight }: Record<string, any>): RouteBackend {
  return { path, name, weight: weight ?? 100 };
}

/** Manifest path of an annotation. */
export function annotationPath(name: string): string {
  return entryPath('metadata.annotations', name);
}
