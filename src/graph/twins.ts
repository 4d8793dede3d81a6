import { hasPlaceholder, IntentAnnotation, isStoredKind, memberPath, ownValue } from '../facts';
import { apiGroup, displayName, isObject, type Manifest } from './manifest';
import type { ManifestGraph } from './manifest-graph';

/** A manifest of which there is another for the same object. */
export interface TwinView {
  readonly manifest: Manifest;
  /** The other one: the next, of the last the first, and of those in the same folder where there are any. */
  readonly other: Manifest;
  /** The first field in which the two differ, as a path; undefined: they are the same. */
  readonly difference?: string;
  /** The folder in which the other one is written, where that is another one; undefined: they are applied together, as far as is known. */
  readonly otherFolder?: string;
}

/** The manifests that declare an object which another one declares too: the same group, kind, namespace and name. */
export function twins(graph: ManifestGraph): TwinView[] {
  const byObject = new Map<string, Manifest[]>();
  for (const manifest of graph.manifests) {
    if (isWhole(manifest)) {
      const key = `${apiGroup(manifest)} ${displayName(manifest)}`;
      const same = byObject.get(key);
      if (same === undefined) {
        byObject.set(key, [manifest]);
      } else {
        same.push(manifest);
      }
    }
  }
  return [...byObject.values()].filter((same) => same.length > 1).flatMap((same) => pairs(same, graph));
}

/** Each object once, with what belongs to it: of several manifests that declare one object, the last, as the cluster would have it. */
export function eachObjectOnce<T extends { readonly manifest: Manifest }>(views: readonly T[], graph: ManifestGraph): readonly T[] {
  const earlier = declaredAgain(graph);
  return earlier.size === 0 ? views : views.filter(({ manifest }) => !earlier.has(manifest));
}

const EARLIER = new WeakMap<ManifestGraph, ReadonlySet<Manifest>>();

/** The manifests after which another one declares the same object. */
function declaredAgain(graph: ManifestGraph): ReadonlySet<Manifest> {
  const known = EARLIER.get(graph) ?? new Set(graph.manifests.filter((manifest) => isWhole(manifest) && !isLast(manifest, graph)));
  EARLIER.set(graph, known);
  return known;
}

function isLast(manifest: Manifest, graph: ManifestGraph): boolean {
  const { namespace, name = '' } = manifest.metadata ?? {};
  return graph.find(apiGroup(manifest), manifest.kind, namespace, name) === manifest;
}

/** Whether it declares an object: has its name, which is known, and is no part that is merged with another. */
function isWhole(manifest: Manifest): boolean {
  const { namespace, name, annotations } = isObject(manifest.metadata) ? manifest.metadata : {};
  const isPart = isObject(annotations) && annotations[IntentAnnotation.PARTIAL] !== undefined;
  const isNamed = typeof name === 'string' && name !== '' && !hasPlaceholder(name) && !hasPlaceholder(namespace);
  return isNamed && !isPart && isStoredKind(apiGroup(manifest), manifest.kind);
}

function pairs(same: readonly Manifest[], graph: ManifestGraph): TwinView[] {
  return same.map((manifest, index) => {
    const others = [...same.slice(index + 1), ...same.slice(0, index)];
    const folder = graph.folderOf(manifest);
    const near = others.find((other) => graph.folderOf(other) === folder);
    const other = near ?? others.find((candidate) => firstDifference(manifest, candidate, '') !== undefined) ?? others[0];
    const otherFolder = near === undefined ? graph.folderOf(other) : undefined;
    return { manifest, other, difference: firstDifference(manifest, other, ''), otherFolder };
  });
}

function firstDifference(one: unknown, other: unknown, path: string): string | undefined {
  if (Array.isArray(one) && Array.isArray(other) && one.length === other.length) {
    return firstOf(one.keys(), (index) => firstDifference(one[index], other[index], `${path}[${index}]`));
  }
  if (!isObject(one) || !isObject(other)) {
    return JSON.stringify(one) === JSON.stringify(other) ? undefined : path;
  }
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return firstOf(names, (name) => firstDifference(ownValue(one, name), ownValue(other, name), memberPath(path, name)));
}

function firstOf<T>(items: Iterable<T>, find: (item: T) => string | undefined): string | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}
