import { GATEWAY_GROUP } from '../facts';
import { objectsOf } from '../graph';
import { positionsBy } from './positions-by';

/** A reference of a route to its parent, as far as it is an object. */
export type ParentReference = Readonly<Record<string, any>>;

/** Whether two references to one parent cannot stand beside one another. */
export type Collision = (one: ParentReference, other: ParentReference) => boolean;

/** A reference that cannot stand beside one before it. */
export interface ParentCollision {
  readonly index: number;
  readonly parent: ParentReference;
  readonly first: number;
  readonly firstParent: ParentReference;
}

/** The references that cannot stand beside one before them. */
export function collidingParents(parentRefs: unknown, collide: Collision): ParentCollision[] {
  const parents = objectsOf(parentRefs);
  const alike = positionsBy(parents, parentOf);
  return parents.flatMap((parent, index) => {
    const first = alike(parent).find((position) => collide(parents[position], parent)) ?? index;
    return first < index ? [{ index, parent, first, firstParent: parents[first] }] : [];
  });
}

/** What the standard channel of the Gateway API rejects: both name a section, different ones, or there is one reference. */
export function collideInStandard(one: ParentReference, other: ParentReference): boolean {
  return !one.sectionName !== !other.sectionName || sectionOf(one) === sectionOf(other);
}

/** What the experimental channel rejects: sections and ports go the same way, and one of the two differs. */
export function collideInExperimental(one: ParentReference, other: ParentReference): boolean {
  const areOfOneKind = !one.sectionName === !other.sectionName && !one.port === !other.port;
  return !areOfOneKind || listenerOf(one) === listenerOf(other);
}

/** The listeners that a reference means. */
export function listenerOf(parent: ParentReference): string {
  return JSON.stringify([sectionOf(parent), parent.port || undefined]);
}

function sectionOf({ sectionName }: ParentReference): unknown {
  return sectionName || undefined;
}

/** The defaults are those of the CustomResourceDefinition; without namespace it is not filled in. */
function parentOf({ group = GATEWAY_GROUP, kind = 'Gateway', name, namespace }: ParentReference): string {
  return JSON.stringify([group, kind, name, namespace || undefined]);
}
