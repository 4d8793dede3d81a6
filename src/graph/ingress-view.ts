import { isObject, type Manifest, objectsOf } from './manifest';

/** A Service that an Ingress sends requests to. */
export interface IngressBackendView {
  /** Manifest path of the reference, e.g. `spec.rules[0].http.paths[0].backend.service`. */
  readonly path: string;
  /** Name of the Service. */
  readonly name: unknown;
  /** Name of the port of the Service; undefined when the reference has a number or nothing. */
  readonly portName: unknown;
  /** Number of the port of the Service; undefined when the reference has a name or nothing. */
  readonly portNumber: unknown;
}

/** An Ingress as the rules see it. */
export class IngressView {
  public readonly spec: Record<string, any>;

  public constructor(public readonly manifest: Manifest) {
    this.spec = isObject(manifest.spec) ? manifest.spec : {};
  }

  public get namespace(): string | undefined {
    return this.manifest.metadata?.namespace;
  }

  /** Name of the IngressClass; undefined leaves it to the default of the cluster. */
  public get className(): string | undefined {
    const name = this.spec.ingressClassName ?? this.annotations['kubernetes.io/ingress.class'];
    return typeof name === 'string' && name !== '' ? name : undefined;
  }

  /** The annotations as they stand. */
  public get annotations(): Readonly<Record<string, unknown>> {
    return isObject(this.manifest.metadata?.annotations) ? this.manifest.metadata.annotations : {};
  }

  /** The Services that the Ingress names. */
  public get backends(): IngressBackendView[] {
    const paths = rulePaths(this.spec.rules).map(({ path, value }) => ({ path: `${path}.backend`, backend: value.backend }));
    return [{ path: 'spec.defaultBackend', backend: this.spec.defaultBackend }, ...paths].flatMap(({ path, backend }) =>
      isObject(backend) && isObject(backend.service) ? [backendNode(`${path}.service`, backend.service)] : [],
    );
  }
}

function rulePaths(rules: unknown): { path: string; value: Record<string, any> }[] {
  return objectsOf(rules).flatMap((rule, index) =>
    objectsOf(isObject(rule.http) ? rule.http.paths : undefined).map((value, position) => ({
      path: `spec.rules[${index}].http.paths[${position}]`,
      value,
    })),
  );
}

function backendNode(path: string, service: Record<string, any>): IngressBackendView {
  const port = isObject(service.port) ? service.port : {};
  return { path, name: service.name, portName: port.name || undefined, portNumber: port.number || undefined };
}
