import { KUBEVIRT_GROUP, MACHINE_RESOURCES, POOL_GROUP, RBAC_GROUP, SUBRESOURCES_GROUP, WAYS_INTO_GUESTS, WRITING_VERBS } from '../facts';
import { type Manifest, objectsOf } from './manifest';
import type { ManifestGraph } from './manifest-graph';

/** Stands for all groups, resources or verbs. */
export const WILDCARD = '*';

const MACHINE_GROUPS: readonly string[] = [KUBEVIRT_GROUP, POOL_GROUP];

/** A rule of a Role or a ClusterRole. */
export interface RoleRule {
  /** Manifest path, e.g. `rules[0]`. */
  readonly path: string;
  readonly fields: Readonly<Record<string, any>>;
  readonly groups: readonly string[];
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
  /** Whether it is about objects that it names. */
  readonly isNamed: boolean;
}

/** The roles of a graph. */
export function roles(graph: ManifestGraph): Manifest[] {
  return ['Role', 'ClusterRole'].flatMap((kind) => graph.ofKind(RBAC_GROUP, kind));
}

export function roleRules(role: Manifest): RoleRule[] {
  return objectsOf(role.rules).map((fields, index) => ({
    path: `rules[${index}]`,
    fields,
    groups: textsOf(fields.apiGroups),
    resources: textsOf(fields.resources),
    verbs: textsOf(fields.verbs),
    isNamed: textsOf(fields.resourceNames).length > 0,
  }));
}

/** Whether a rule lets somebody into guests: consoles, screens, ports. All of them are opened with the verb get. */
export function letsIntoGuests({ groups, resources, verbs }: RoleRule): boolean {
  return (
    hasOne(groups, [SUBRESOURCES_GROUP]) &&
    hasOne(verbs, ['get']) &&
    (hasOne(resources, WAYS_INTO_GUESTS) || WAYS_INTO_GUESTS.some((way) => resources.includes(way.replace(/^[^/]+/, WILDCARD))))
  );
}

/** Whether a rule lets somebody make VMs, change them or delete them. */
export function changesMachines({ groups, resources, verbs }: RoleRule): boolean {
  return hasOne(groups, MACHINE_GROUPS) && hasOne(resources, MACHINE_RESOURCES) && hasOne(verbs, WRITING_VERBS);
}

function hasOne(list: readonly string[], wanted: readonly string[]): boolean {
  return list.some((item) => item === WILDCARD || wanted.includes(item));
}

function textsOf(list: unknown): string[] {
  return Array.isArray(list) ? list.filter((item) => typeof item === 'string') : [];
}
