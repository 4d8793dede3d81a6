import type { FieldPath } from '../../facts';
import { apiGroup, isObject, type Manifest } from '../../graph';

/** The manifests of one cluster of a fleet. */
export interface ClusterFolder {
  readonly name: string;
  readonly manifests: readonly Manifest[];
}

/** A value, and the clusters that have it. */
export interface ValueOnClusters {
  /** Undefined: the field is not set. */
  readonly value: unknown;
  readonly clusters: readonly string[];
}

/** A field that is not the same on all clusters that have the object. */
export interface FieldDifference {
  readonly path: FieldPath;
  readonly values: readonly ValueOnClusters[];
}

/** One object as the clusters of a fleet have it. */
export interface ComparedObject {
  readonly apiGroup: string;
  readonly kind: string;
  readonly name: string;
  /** The namespaces that it is in: several where clusters have it in different ones. */
  readonly namespaces: readonly string[];
  /** The clusters that have it. */
  readonly clusters: readonly string[];
  /** The clusters that do not. */
  readonly missing: readonly string[];
  /** In what it differs; empty: in nothing. */
  readonly fields: readonly FieldDifference[];
  /** One of the manifests: its kind says what may be shown of it. */
  readonly example: Manifest;
}

/**
 * What is different from cluster to cluster, object by object and field by field.
 *
 * An object is the same one on two clusters by its group, kind and name: the namespace may be one of the differences. Only where a cluster
 * has several of a name, the namespace tells them apart.
 */
export function compareClusters(folders: readonly ClusterFolder[]): ComparedObject[] {
  const names = folders.map(({ name }) => name);
  const byIdentity = new Map<string, Map<string, Manifest>>();
  const repeated = repeatedNames(folders);
  for (const { name, manifests } of folders) {
    for (const manifest of manifests) {
      const key = keyOf(manifest);
      const identity = repeated.has(key) ? `${key} ${manifest.metadata?.namespace ?? ''}` : key;
      const known = byIdentity.get(identity) ?? new Map<string, Manifest>();
      byIdentity.set(identity, known.set(name, manifest));
    }
  }
  return [...byIdentity].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, manifests]) => comparedObject(manifests, names));
}

function repeatedNames(folders: readonly ClusterFolder[]): Set<string> {
  const repeated = new Set<string>();
  for (const { manifests } of folders) {
    const seen = new Set<string>();
    for (const key of manifests.map(keyOf)) {
      (seen.has(key) ? repeated : seen).add(key);
    }
  }
  return repeated;
}

function keyOf(manifest: Manifest): string {
  return `${manifest.kind} ${apiGroup(manifest)} ${manifest.metadata?.name ?? ''}`;
}

function comparedObject(manifests: ReadonlyMap<string, Manifest>, names: readonly string[]): ComparedObject {
  const [example] = manifests.values();
  return {
    apiGroup: apiGroup(example),
    kind: example.kind,
    name: example.metadata?.name ?? '',
    namespaces: [...new Set([...manifests.values()].flatMap(({ metadata }) => metadata?.namespace ?? []))],
    clusters: names.filter((name) => manifests.has(name)),
    missing: names.filter((name) => !manifests.has(name)),
    fields: fieldDifferences([...manifests], []),
    example,
  };
}

type Sides = readonly (readonly [cluster: string, value: unknown])[];

function fieldDifferences(sides: Sides, path: FieldPath): FieldDifference[] {
  const values = sides.map(([, value]) => value);
  if (values.every(isObject)) {
    return namesIn(values).flatMap((name) => fieldDifferences(within(sides, name), [...path, name]));
  }
  if (values.every(Array.isArray) && new Set(values.map((list) => (list as unknown[]).length)).size === 1) {
    return (values[0] as unknown[]).flatMap((_, index) => fieldDifferences(within(sides, index), [...path, index]));
  }
  const groups = groupsOf(sides);
  return groups.length === 1 ? [] : [{ path, values: groups }];
}

function namesIn(objects: readonly Record<string, unknown>[]): string[] {
  return [...new Set(objects.flatMap((object) => Object.keys(object)))].sort();
}

function within(sides: Sides, key: string | number): Sides {
  return sides.map(([cluster, value]) => [cluster, Object.hasOwn(value as object, key) ? (value as any)[key] : undefined]);
}

function groupsOf(sides: Sides): ValueOnClusters[] {
  const groups = new Map<string, { value: unknown; clusters: string[] }>();
  for (const [cluster, value] of sides) {
    const text = canonical(value);
    const group = groups.get(text);
    group === undefined ? groups.set(text, { value, clusters: [cluster] }) : group.clusters.push(cluster);
  }
  return [...groups.values()];
}

/** The order of keys means nothing. */
function canonical(value: unknown): string {
  return (
    JSON.stringify(value, (_, member) =>
      isObject(member) ? Object.fromEntries(Object.entries(member).sort(([one], [other]) => (one < other ? -1 : 1))) : member,
    ) ?? ''
  );
}
