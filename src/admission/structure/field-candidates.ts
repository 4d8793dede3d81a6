import { isObject } from '../../graph';
import { excludesNone, isUsual } from './alternatives';
import { ELEMENTS, type Place, placesOfField, VALUES } from './field-places';
import { type SchemaNode, schemaNode } from './schema-node';
import { child, type Step, valueAt } from './steps';

/** A field that its object does not have. */
export interface UnknownField {
  readonly manifest: object;
  /** The structure of the manifest in the field table. */
  readonly root: number;
  /** The architecture of VMs that do not say one. */
  readonly architecture: string;
  /** The way to the object that the field stands in. */
  readonly steps: readonly Step[];
  readonly name: string;
  readonly value: unknown;
}

/** A place where an unknown field may have been meant to stand. */
export interface Candidate {
  readonly steps: readonly Step[];
  /** How many steps it is away: up to where the two ways part, and down again. */
  readonly distance: number;
  /** How many objects on the way to it are not there yet. */
  readonly created: number;
  /** Whether something stands there already. */
  readonly isTaken: boolean;
  /** Whether it is in a list entry that is the only one, and meant for no other reason: other lists have no such field. */
  readonly isGuessed: boolean;
}

/**
 * Names with more places than this, such as `type` and `port`, mean something else in each: only near places count, which are
 * there and free.
 */
const MOST_PLACES = 4;
const NEAR = 3;

/** More objects than this are not made up around a field. */
const MOST_CREATED = 1;

/** Nobody forgets more levels than this around a field, and one of them that is not there at all. */
const FARTHEST_CREATED = 3;

/** How far below the only entry of a list a field may be looked for, when nothing says that this entry is meant. */
const BELOW_ONLY_ENTRY = 2;

/** What people mean to put into metadata. Who writes `name` or `kind` elsewhere means the name and the kind of something else. */
const MEANT_IN_METADATA = ['labels', 'annotations'];

/** The places elsewhere in the manifest where a field of this name is legal, the likeliest first. */
export function candidatesFor(field: UnknownField): readonly Candidate[] {
  const places = placesOfField(field.root, field.name).filter(isMeant);
  const isCommon = places.length > MOST_PLACES;
  const lists = new Set(places.map((place) => place.slice(0, place.lastIndexOf(ELEMENTS)).join()));
  return places
    .flatMap((place) => candidateAt(place, field) ?? [])
    .filter(({ isGuessed }) => !isGuessed || lists.size === 1)
    .filter((candidate) => (isCommon ? isNearAndFree(candidate) : isThereOrNew(candidate, field)))
    .sort((a, b) => a.distance - b.distance || Number(a.isTaken) - Number(b.isTaken) || a.created - b.created);
}

/** Whether a place is one that people put fields into. */
function isMeant(place: Place): boolean {
  const [name, parent = ''] = [...place].reverse();
  return parent === 'metadata' ? MEANT_IN_METADATA.includes(name) : place.length > 1;
}

function isNearAndFree({ distance, created, isTaken, isGuessed }: Candidate): boolean {
  return distance <= NEAR && created === 0 && !isTaken && !isGuessed;
}

/** A scalar that stands in the place of another one contradicts it: nobody can tell which one is meant. */
function isThereOrNew({ steps, distance, created, isTaken }: Candidate, { manifest, value }: UnknownField): boolean {
  const there = valueAt(manifest, steps);
  return (
    created <= (distance > FARTHEST_CREATED ? 0 : MOST_CREATED) &&
    (!isTaken || there === value || (isObject(value) && isObject(there)) || (Array.isArray(value) && Array.isArray(there)))
  );
}

/** A place in the structure as one of this manifest; undefined where it is none that the author can have meant. */
function candidateAt(place: Place, field: UnknownField): Candidate | undefined {
  const steps: Step[] = [];
  let value: unknown = field.manifest;
  let node: SchemaNode | undefined = schemaNode(field.root);
  let created = 0;
  for (let index = 0; index < place.length; index++) {
    const step = stepInto(place, steps, value, field);
    if (step === undefined) {
      return undefined;
    }
    const next = child(value, step);
    const isLast = index === place.length - 1;
    if (next === undefined && !mayBeAdded(String(step), isLast, value, node, field)) {
      return undefined;
    }
    created += next === undefined && !isLast ? 1 : 0;
    steps.push(step);
    value = next;
    node = nodeBelow(node, place[index]);
  }
  const common = commonSteps(steps, field.steps);
  const distance = field.steps.length - common + steps.length - common;
  const isGuessed =
    steps.slice(common).some((step) => typeof step === 'number') && !field.steps.slice(common).some((step) => typeof step === 'number');
  return { steps, distance, created, isTaken: value !== undefined, isGuessed };
}

function nodeBelow(node: SchemaNode | undefined, step: string): SchemaNode | undefined {
  if (step === ELEMENTS || step === VALUES) {
    return node?.items;
  }
  const field = node?.fields.get(step);
  return field === undefined ? undefined : schemaNode(field.index);
}

/** Whether an object, or what would be one, takes a field that it has not: none that excludes it is there. */
function mayBeAdded(name: string, isLast: boolean, value: unknown, node: SchemaNode | undefined, field: UnknownField): boolean {
  if (node === undefined) {
    return false;
  }
  const object = (value ?? {}) as Record<string, unknown>;
  return excludesNone(object, name, node.fields) && (isLast || isUsual(name, node.fields, architectureOf(field)));
}

/** The architecture of the VM that the field stands in. */
function architectureOf({ manifest, steps, architecture }: UnknownField): string {
  const own = steps.map((_, index) => valueAt(manifest, [...steps.slice(0, index), 'architecture'])).find((value) => value !== undefined);
  return typeof own === 'string' ? own : architecture;
}

/** The step of a place in this manifest; undefined for an entry that nothing points to. */
function stepInto(place: Place, before: readonly Step[], value: unknown, field: UnknownField): Step | undefined {
  const step = place[before.length];
  if (step !== ELEMENTS && step !== VALUES) {
    return step;
  }
  const common = commonSteps(before, field.steps);
  if (common === before.length && field.steps.length > common) {
    return field.steps[common];
  }
  return step === ELEMENTS && Array.isArray(value) ? entryFor(value, place.length - before.length - 1, field, common) : undefined;
}

/** The entry that has the name of the entry around the field, as a volume has that of its disk; else the only one. */
function entryFor(list: readonly unknown[], further: number, { manifest, steps }: UnknownField, common: number): number | undefined {
  const around = steps.map((step) => typeof step).lastIndexOf('number');
  if (around < common) {
    return list.length === 1 && further <= BELOW_ONLY_ENTRY ? 0 : undefined;
  }
  const name = valueAt(manifest, [...steps.slice(0, around + 1), 'name']);
  const index = name === undefined ? -1 : list.findIndex((entry) => child(entry, 'name') === name);
  return index < 0 ? undefined : index;
}

/** How many steps two ways have in common. */
function commonSteps(one: readonly Step[], other: readonly Step[]): number {
  const parting = one.findIndex((step, index) => !isSame(step, other[index]));
  return parting < 0 ? Math.min(one.length, other.length) : parting;
}

function isSame(one: Step, other: Step | undefined): boolean {
  return typeof one === 'object' && typeof other === 'object' ? one.key === other.key : one === other;
}
