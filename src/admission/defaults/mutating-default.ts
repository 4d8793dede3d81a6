import type { ClusterProfile } from '../../cluster';

/** What a table of defaults is for, the spec of a VirtualMachineInstance or a whole object, or a part of it. */
export type Fields = Record<string, any>;

/** What a default is computed from. */
export interface DefaultContext {
  /** The spec as it is written. */
  readonly given: Fields;
  /** The spec with the defaults so far. */
  readonly spec: Fields;
  /** The object that the field stands in, with the defaults so far. */
  readonly parent: Fields;
  /** The architecture of the instance. */
  readonly architecture: string;
  readonly cluster: ClusterProfile;
  /** `spec.configuration` of the KubeVirt object; empty when nobody knows it. */
  readonly configuration: Fields;
}

/** Stands for a value that is drawn anew for each object. */
export const RANDOM = Symbol('random');

/** A value that a webhook of KubeVirt writes where the manifest is silent. */
export interface MutatingDefault {
  /** The field below the spec of an instance, or below the object, with `[]` for each entry of a list. */
  readonly field: string;
  /** The value; undefined: none is written. */
  readonly value: (context: DefaultContext) => unknown;
  /** Whether the objects on the way to the field are made too; else the field is left alone where they are missing. */
  readonly makesParents?: boolean;
  /** The architectures on which it is written; absent: all. */
  readonly architectures?: readonly string[];
  /** The first release that writes it; absent: 1.5, or before. */
  readonly since?: string;
  /** The last release that writes it; absent: the newest. */
  readonly until?: string;
  /** What counts as not set beside a field that is missing, such as a number of 0; absent: an empty text. */
  readonly isUnset?: (value: unknown) => boolean;
}
