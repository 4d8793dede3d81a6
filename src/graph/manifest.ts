/** A Kubernetes object as plain data, as it stands in a YAML document. */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata?: ManifestMetadata;
  readonly [field: string]: any;
}

export interface ManifestMetadata {
  readonly name?: string;
  readonly namespace?: string;
  readonly labels?: Record<string, string>;
  readonly annotations?: Record<string, string>;
  readonly [field: string]: any;
}

/** The API group, `''` for the core group. */
export function apiGroup({ apiVersion }: Manifest): string {
  const slash = typeof apiVersion === 'string' ? apiVersion.indexOf('/') : -1;
  return slash < 0 ? '' : apiVersion.slice(0, slash);
}

/** The objects of a list as `kubectl get -o yaml` prints it (`List`, `VirtualMachineList`); undefined: it is no list. */
export function itemsOf({ kind, items }: Record<string, any>): readonly unknown[] | undefined {
  return typeof kind === 'string' && kind.endsWith('List') && Array.isArray(items) ? items : undefined;
}

/** `Kind namespace/name`, or `Kind name` when the manifest has no namespace. */
export function displayName(manifest: Manifest): string {
  const { namespace, name } = manifest.metadata ?? {};
  return `${manifest.kind ?? '(no kind)'} ${namespace ? `${namespace}/` : ''}${name ?? '(no name)'}`;
}

/** Whether the value is a JSON object. */
export function isObject(value: unknown): value is Record<string, any> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The objects of a list, tolerating anything else in its place: wrong types are the structure rule's business. */
export function objectsOf(value: unknown): Record<string, any>[] {
  if (!Array.isArray(value)) {
    return [];
  }
  return value.every(isObject) ? value : value.filter(isObject);
}
