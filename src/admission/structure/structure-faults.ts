import { isDeepStrictEqual } from 'node:util';
import type { ClusterProfile } from '../../cluster';
import { CDI_GROUP, HYPER_CONVERGED_GROUP, KUBEVIRT_GROUP, parseFieldPath, pointerOf } from '../../facts';
import { apiGroup, isObject, type Manifest, type ManifestGraph } from '../../graph';
import type { KindEntry, Release, Shape, VersionEntry } from '../../imports/field-table';
import type { AdmissionContext } from '../context';
import { availability } from './availability';
import { clusterRelease, updateRemedy } from './cluster-release';
import { faultKey, fieldSuggestion, NO_IDEA } from './field-suggestion';
import { isOfKubernetes, kindEntry } from './kind-entry';
import { isUnderstoodTermination } from './route-termination';
import { enumFix, formFix, hasType, matchLabelsFault, onlyChoice, scalarFaults, typeFault } from './scalar-faults';
import { type SchemaNode, schemaNode } from './schema-node';
import { type Step, writtenPath } from './steps';
import type { StructureFault } from './structure-fault';

interface Walk {
  readonly cluster: ClusterProfile;
  /** The way from the root to where the walk is. */
  readonly steps: Step[];
  readonly faults: StructureFault[];
  /** What is needed to find out what was meant, for each fault that is an unknown field. */
  readonly unknown: UnknownFieldFault[];
}

interface UnknownFieldFault {
  /** Where the fault is among the others. */
  readonly index: number;
  /** The way to the object that the field stands in, and its structure. */
  readonly steps: readonly Step[];
  readonly parent: SchemaNode;
  readonly name: string;
}

let latest: { readonly manifest: Manifest; readonly graph: ManifestGraph; readonly faults?: readonly StructureFault[] } | undefined;

/**
 * What the schema of a kind says against a manifest; undefined for a kind that has none here.
 *
 * Several rules ask for the faults of a manifest, one after the other, each for another kind: the latest answer is kept, as
 * long as the graph is the same. A manifest that is judged again is in another graph, and may have been changed.
 */
export function structureFaults(manifest: Manifest, { graph, cluster }: AdmissionContext): readonly StructureFault[] | undefined {
  if (latest?.manifest !== manifest || latest.graph !== graph) {
    latest = { manifest, graph, faults: faultsOf(manifest, cluster) };
  }
  return latest.faults;
}

function faultsOf(manifest: Manifest, cluster: ClusterProfile): readonly StructureFault[] | undefined {
  const kind = kindEntry(manifest);
  if (kind === undefined) {
    return undefined;
  }
  const walk: Walk = { cluster, steps: [], faults: [], unknown: [] };
  const root = rootShape(walk, manifest, kind);
  if (root !== undefined) {
    visit(walk, withoutStatus(manifest), schemaNode(root));
  }
  const faults = root === undefined || walk.unknown.length === 0 ? walk.faults : withSuggestions(walk, manifest, root);
  return faults.filter((fault) => !isUnderstoodTermination(fault, manifest));
}

/** Who has more unknown fields in one object has not misspelled them. */
const MOST_EXPLAINED = 100;

/** The faults, with what was meant by the unknown fields: finding that out takes walks through manifests in which they are mended. */
function withSuggestions({ faults, unknown, cluster }: Walk, manifest: Manifest, root: number): readonly StructureFault[] {
  const judge = (changed: object): readonly StructureFault[] => {
    const walk: Walk = { cluster, steps: [], faults: [], unknown: [] };
    visit(walk, withoutStatus(changed as Manifest), schemaNode(root));
    return walk.faults;
  };
  const { architecture } = cluster;
  const suggested = [...faults];
  const before: ReadonlySet<string> = new Set(faults.map(faultKey));
  if (unknown.length > MOST_EXPLAINED) {
    return faults.map((fault) => (fault.kind === 'field-unknown' ? { ...fault, remedy: NO_IDEA } : fault));
  }
  for (const { index, steps, parent, name } of unknown) {
    const field = { manifest, root, architecture, steps, name, value: faults[index].value };
    suggested[index] = { ...faults[index], ...fieldSuggestion(field, parent, judge, before) };
  }
  return suggested;
}

/** The status is the cluster's: an exported manifest carries one, and applying it is harmless. */
function withoutStatus(manifest: Manifest): Manifest {
  return manifest.status === undefined ? manifest : { ...manifest, status: undefined };
}

function rootShape(walk: Walk, manifest: Manifest, kind: KindEntry): number | undefined {
  const version = String(manifest.apiVersion).slice(String(manifest.apiVersion).indexOf('/') + 1);
  const entry = Object.hasOwn(kind.versions, version) ? kind.versions[version] : undefined;
  const removed = entry?.removed !== undefined && walk.cluster.atLeast(entry.removed);
  if (entry === undefined || removed || availability(walk.cluster, entry.since) === 'absent') {
    const message = `${serverOf(manifest, kind, walk.cluster)} does not serve this version of ${manifest.kind}`;
    const versions = served(walk, manifest, kind);
    walk.faults.push({
      kind: 'api-version-not-served',
      path: 'apiVersion',
      value: manifest.apiVersion,
      message,
      remedy: `Use ${versions.map(({ apiVersion }) => apiVersion).join(' or ')}.`,
      fix: versions.length === 1 ? versionFix(versions[0].apiVersion, isSame(entry, versions[0].entry)) : undefined,
    });
    return undefined;
  }
  return entry.root ?? kind.root;
}

/** Whether objects of two versions have the same fields. */
function isSame(one: VersionEntry | undefined, other: VersionEntry): boolean {
  return one !== undefined && one.root === other.root;
}

function versionFix(apiVersion: string, safe: boolean): StructureFault['fix'] {
  return { operations: [{ op: 'replace', path: '/apiVersion', value: apiVersion }], safe };
}

/** KubeVirt serves its own kinds only: CDI and the operators beside it serve theirs. */
function serverOf(manifest: Manifest, kind: KindEntry, cluster: ClusterProfile): string {
  if (isOfKubernetes(kind)) {
    return 'Kubernetes';
  }
  if (!cluster._isAssumed && cluster.unsupportedVersion === undefined) {
    return 'the cluster';
  }
  const group = apiGroup(manifest);
  const isOwn =
    group === KUBEVIRT_GROUP || (group.endsWith(`.${KUBEVIRT_GROUP}`) && group !== CDI_GROUP && group !== HYPER_CONVERGED_GROUP);
  return isOwn ? clusterRelease(cluster) : `a cluster with ${clusterRelease(cluster)}`;
}

function served(walk: Walk, manifest: Manifest, kind: KindEntry): { readonly apiVersion: string; readonly entry: VersionEntry }[] {
  const group = apiGroup(manifest);
  return Object.entries(kind.versions)
    .filter(([, { since, removed }]) => availability(walk.cluster, since) !== 'absent' && !(removed && walk.cluster.atLeast(removed)))
    .map(([version, entry]) => ({ apiVersion: group === '' ? version : `${group}/${version}`, entry }));
}

/**
 * Checks a value and what is in it.
 *
 * It calls itself, and nothing that calls it back: V8 inlines functions that do into one another, and compiles them for longer
 * than the walk takes.
 */
function visit(walk: Walk, value: unknown, node: SchemaNode): void {
  if (!hasType(value, node.type)) {
    const path = pathOf(walk);
    walk.faults.push(
      isMatchLabels(walk, value)
        ? matchLabelsFault(value, path, writtenPath(walk.steps.slice(0, -1)))
        : typeFault(value, node.type, path, node.items?.type),
    );
    return;
  }
  if (node.constrained || typeof value === 'number') {
    visitScalar(walk, value, node);
  }
  const { type, items } = node;
  if (type === 'object') {
    const object = value as Record<string, unknown>;
    for (const name of Object.keys(object)) {
      const member = object[name];
      const field = member === undefined ? undefined : nodeOfField(walk, member, name, node);
      if (field !== undefined && !field.accepts(member)) {
        walk.steps.push(name);
        visit(walk, member, field);
        walk.steps.pop();
      }
    }
    requireFields(walk, object, node);
  } else if (type === 'array' && items !== undefined) {
    const list = value as readonly unknown[];
    for (let index = 0; index < list.length; index++) {
      if (!items.accepts(list[index])) {
        walk.steps.push(index);
        visit(walk, list[index], items);
        walk.steps.pop();
      }
    }
    repeatedEntries(walk, list, node);
  } else if (type === 'map' && items !== undefined) {
    const map = value as Record<string, unknown>;
    for (const key of Object.keys(map)) {
      if (map[key] !== undefined && !items.accepts(map[key])) {
        walk.steps.push({ key });
        visit(walk, map[key], items);
        walk.steps.pop();
      }
    }
    requireFields(walk, map, node);
  }
}

/** Whether it stands in a map, as in one that is meant to be a selector. */
function isMatchLabels({ steps }: Walk, value: unknown): boolean {
  const last = steps[steps.length - 1];
  return typeof last === 'object' && last.key === 'matchLabels' && isObject(value);
}

function visitScalar(walk: Walk, value: unknown, { shape }: SchemaNode): void {
  if (shape.constrainedSince !== undefined && !walk.cluster.atLeast(shape.constrainedSince)) {
    return;
  }
  for (const fault of scalarFaults(value, shape)) {
    const path = pathOf(walk);
    walk.faults.push({ ...fault, path, fix: scalarFix(fault.kind, path, value, shape) });
  }
}

function scalarFix(kind: StructureFault['kind'], path: string, value: unknown, shape: Shape): StructureFault['fix'] {
  if (kind === 'field-value-not-allowed') {
    return enumFix(path, value, shape);
  }
  return kind === 'field-pattern-mismatch' && shape.pattern !== undefined ? formFix(path, value, shape) : undefined;
}

/** The structure of a field; undefined for one that is unknown, or dropped before anybody looks into it. */
function nodeOfField(walk: Walk, value: unknown, name: string, node: SchemaNode): SchemaNode | undefined {
  const field = node.fields.get(name);
  if (field === undefined) {
    if (!node.open) {
      unknownField(walk, value, name, node);
    }
    return undefined;
  }
  return field.since !== undefined && isDropped(walk, value, field.since, name) ? undefined : schemaNode(field.index);
}

function withoutField(path: string, safe: boolean): StructureFault['fix'] {
  return { operations: [{ op: 'remove', path: pointerOf(parseFieldPath(path)) }], safe };
}

function pathOf(walk: Walk, ...further: Step[]): string {
  return writtenPath([...walk.steps, ...further]);
}

function repeatedEntries(walk: Walk, list: readonly unknown[], { listMapKeys: keys }: SchemaNode): void {
  if (keys === undefined) {
    return;
  }
  const seen = new Map<string, number>();
  list.forEach((item, index) => {
    const key = keyOf(item, keys);
    const first = key === undefined ? undefined : seen.get(key);
    if (first !== undefined) {
      const same = keys.length === 0 ? 'is the same' : `has the same ${keys.join(' and ')}`;
      const message = `${pathOf(walk, first)} ${same}, and the API server rejects the second one`;
      const path = pathOf(walk, index);
      const fix = isDeepStrictEqual(list[first], item) ? withoutField(path, true) : undefined;
      walk.faults.push({ kind: 'list-entry-repeated', path, value: item, message, remedy: 'Remove one of the two.', fix });
    } else if (key !== undefined) {
      seen.set(key, index);
    }
  });
}

/** What tells an entry of a list from the others; a set has no keys, and is told apart by what it holds. */
function keyOf(item: unknown, keys: readonly string[]): string | undefined {
  if (keys.length === 0) {
    return JSON.stringify(item);
  }
  return isObject(item) ? JSON.stringify(keys.map((name) => item[name])) : undefined;
}

function requireFields(walk: Walk, value: Record<string, unknown>, node: SchemaNode): void {
  for (const name of node.required) {
    requireField(walk, value, name, node);
  }
  for (const [name, release] of node.requiredBefore) {
    if (!walk.cluster.atLeast(release)) {
      requireField(walk, value, name, node);
    }
  }
}

function requireField(walk: Walk, value: Record<string, unknown>, name: string, { fields }: SchemaNode): void {
  if (value[name] === undefined) {
    const path = pathOf(walk, name);
    const message = 'the API server rejects the object without this field';
    const field = fields.get(name);
    const { fix, remedy } = onlyChoice(path, field && schemaNode(field.index).shape);
    walk.faults.push({ kind: 'field-required', path, message, remedy, fix });
  }
}

function unknownField(walk: Walk, value: unknown, name: string, node: SchemaNode): void {
  const message = 'the API server has no such field and drops it, or rejects the object where fields are validated strictly (kubectl does)';
  walk.unknown.push({ index: walk.faults.length, steps: [...walk.steps], parent: node, name });
  walk.faults.push({ kind: 'field-unknown', path: pathOf(walk, name), value, message, remedy: 'Remove it.' });
}

/** Reports a field that the release may lack; true when it is known to. */
function isDropped(walk: Walk, value: unknown, since: Release, name: string): boolean {
  const presence = availability(walk.cluster, since);
  if (presence === 'available') {
    return false;
  }
  const path = pathOf(walk, name);
  const release = clusterRelease(walk.cluster);
  if (presence === 'absent') {
    const message = `KubeVirt ${since} has this field, ${release} would drop it without a word`;
    const remedy = updateRemedy(walk.cluster, since);
    walk.faults.push({ kind: 'field-newer-than-cluster', path, value, message, remedy, fix: withoutField(path, false) });
  } else {
    const message = `KubeVirt ${since} has this field, and it is not known whether ${release} does: it may drop it without a word`;
    const remedy = 'Look the field up with kubectl explain.';
    walk.faults.push({ kind: 'field-possibly-newer-than-cluster', path, value, message, remedy });
  }
  return presence === 'absent';
}
