/** The part of an OpenAPI v3 schema of a CRD that is read. */
export interface Schema {
  readonly type?: string;
  readonly properties?: { readonly [name: string]: Schema };
  readonly items?: Schema;
  readonly additionalProperties?: Schema | boolean;
  readonly required?: readonly string[];
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly format?: string;
  readonly default?: unknown;
  readonly nullable?: boolean;
  readonly 'x-kubernetes-int-or-string'?: boolean;
  readonly 'x-kubernetes-preserve-unknown-fields'?: boolean;
  readonly 'x-kubernetes-list-map-keys'?: readonly string[];
  readonly 'x-kubernetes-list-type'?: string;
}

export interface CrdVersion {
  readonly name: string;
  readonly served: boolean;
  readonly storage: boolean;
  readonly schema?: { readonly openAPIV3Schema?: Schema };
}

export interface Crd {
  readonly kind: 'CustomResourceDefinition';
  readonly spec: {
    readonly group: string;
    readonly names: { readonly kind: string; readonly plural: string };
    readonly scope: 'Namespaced' | 'Cluster';
    readonly versions: readonly CrdVersion[];
  };
}

/** The CRDs of one sub-folder. */
export interface CrdFolder {
  readonly name: string;
  /** `1.9` for a folder `kubevirt-v1.9`. */
  readonly release?: string;
  readonly crds: readonly Crd[];
}

/** The version an object is written in: the stored one. */
export function storageVersion(crd: Crd): CrdVersion {
  return crd.spec.versions.find((version) => version.storage) ?? crd.spec.versions[0];
}

/** An error whose message is all a user needs: it is printed without a stack trace. */
export class ImportError extends Error {}
