/** A release of KubeVirt, such as `1.9`. */
export type Release = string;

/** Everything the CustomResourceDefinitions say about the structure of the kinds, without prose. */
export interface FieldTable {
  /** The KubeVirt releases that were compared, oldest first. A place without a `since` is in all of them. */
  readonly releases: readonly Release[];
  /** The kinds by `<group>/<Kind>`, such as `kubevirt.io/VirtualMachine`. */
  readonly kinds: { readonly [groupAndKind: string]: KindEntry };
}

/** A kind of object. */
export interface KindEntry {
  /** The name in URLs and RBAC rules, such as `virtualmachines`. */
  readonly plural: string;
  readonly scope: 'Namespaced' | 'Cluster';
  /** The version objects are stored in, and that constructs write. */
  readonly version: string;
  /** The shape of the whole object in that version, as of the newest release. */
  readonly root: number;
  /** Every version that any of the releases serves. */
  readonly versions: { readonly [version: string]: VersionEntry };
}

/** A version of a kind. */
export interface VersionEntry {
  /** The first release that serves it, when older ones do not. */
  readonly since?: Release;
  /** The first release that no longer serves it. */
  readonly removed?: Release;
  /** The shape of the whole object, where it differs from the kind's `root`. */
  readonly root?: number;
}

/** The structure of a value. */
export interface Shape {
  readonly type:
    | 'object'
    | 'array'
    | 'map'
    | 'string'
    | 'integer'
    | 'number'
    | 'boolean'
    | 'int-or-string'
    | 'quantity'
    | 'quantity-or-number'
    | 'bytes'
    | 'any';
  /** Objects: the legal fields. An object without any takes none. */
  readonly fields?: { readonly [name: string]: FieldEntry };
  /** Objects: fields besides `fields` are kept as well. */
  readonly open?: boolean;
  /** Objects: the fields that must be there, as of the newest release. */
  readonly required?: readonly string[];
  /** Objects: optional fields that had to be there in releases before the one given. */
  readonly requiredBefore?: { readonly [name: string]: Release };
  /** Arrays and maps: the shape of each element or value. */
  readonly items?: number;
  /** Arrays: the fields that tell elements apart; no two elements may agree in all of them, or be equal where there is none. */
  readonly listMapKeys?: readonly string[];
  /** `null` is a legal value. */
  readonly nullable?: boolean;
  /** The legal values. */
  readonly enum?: readonly unknown[];
  /** The first release that limits the value, when older ones have the field and do not. */
  readonly constrainedSince?: Release;
  /** A regular expression that strings match somewhere. */
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  /** Such as `int32`, `int64`, `date-time`, `duration`. */
  readonly format?: string;
  /** KubeVirt reads it into a type without negative numbers. */
  readonly unsigned?: true;
  /** What the API server fills in; left out where it is large. */
  readonly default?: unknown;
}

/** The shape of a field, and the release it came in if that is later than the object it stands in. */
export type FieldEntry = readonly [shape: number] | readonly [shape: number, since: Release];

const TABLE = '';

/** The structures, one on a line: an app needs few of them. */
const SHAPES = '';

let table: FieldTable | undefined;
let lines: readonly string[] | undefined;
const shapes: Shape[] = [];

/** The table, parsed when it is first asked for. */
export function fieldTable(): FieldTable {
  table ??= JSON.parse(TABLE) as FieldTable;
  return table;
}

/** The structure with this index, by which kinds and other structures refer to it; parsed when it is first asked for. */
export function shapeAt(index: number): Shape {
  lines ??= SHAPES.split('\n');
  shapes[index] ??= JSON.parse(lines[index]) as Shape;
  return shapes[index];
}
