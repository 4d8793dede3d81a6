import type { ClusterProfile } from '../../cluster';
import { apiGroup, isObject, type Manifest } from '../../graph';
import { fieldTable, type KindEntry, type Release, type Shape } from '../../imports/field-table';
import { fieldSuggestion } from './field-suggestion';
import { availability, minor } from './release';
import { hasType, scalarFaults, typeFault } from './scalar-faults';
import type { StructureFault } from './structure-fault';

interface Walk {
  readonly groupAndKind: string;
  readonly release: Release;
  readonly shapes: readonly Shape[];
  readonly faults: StructureFault[];
}

const walked = new WeakMap<Manifest, { readonly release: Release; readonly faults?: readonly StructureFault[] }>();

/**
 * What the schema of a kind says against a manifest; undefined for a kind that has none here.
 *
 * The walk is done once per manifest and release: several rules look at different kinds of faults.
 */
export function structureFaults(manifest: Manifest, cluster: ClusterProfile): readonly StructureFault[] | undefined {
  const release = cluster.kubevirtVersion;
  const known = walked.get(manifest);
  if (known?.release === release) {
    return known.faults;
  }
  const faults = walkManifest(manifest, release);
  walked.set(manifest, { release, faults });
  return faults;
}

function walkManifest(manifest: Manifest, release: Release): readonly StructureFault[] | undefined {
  const groupAndKind = `${apiGroup(manifest)}/${manifest.kind}`;
  const { kinds, shapes } = fieldTable();
  if (!Object.hasOwn(kinds, groupAndKind)) {
    return undefined;
  }
  const walk: Walk = { groupAndKind, release, shapes, faults: [] };
  const root = rootShape(walk, manifest, kinds[groupAndKind]);
  if (root !== undefined) {
    // The status is the cluster's: an exported manifest carries one, and applying it is harmless.
    const { status: _, ...authored } = manifest;
    visit(walk, authored, root, '');
  }
  return walk.faults;
}

function rootShape(walk: Walk, manifest: Manifest, kind: KindEntry): number | undefined {
  const version = manifest.apiVersion.slice(manifest.apiVersion.indexOf('/') + 1);
  const entry = Object.hasOwn(kind.versions, version) ? kind.versions[version] : undefined;
  const removed = entry?.removed !== undefined && minor(walk.release) >= minor(entry.removed);
  if (entry === undefined || removed || availability(walk.release, entry.since) === 'absent') {
    const message = `the cluster does not serve this version of ${manifest.kind}`;
    walk.faults.push({
      kind: 'api-version-not-served',
      path: 'apiVersion',
      value: manifest.apiVersion,
      message,
      remedy: served(walk, kind),
    });
    return undefined;
  }
  return entry.root ?? kind.root;
}

function served(walk: Walk, kind: KindEntry): string {
  const group = walk.groupAndKind.slice(0, walk.groupAndKind.indexOf('/'));
  const versions = Object.entries(kind.versions)
    .filter(
      ([, { since, removed }]) => availability(walk.release, since) !== 'absent' && !(removed && minor(walk.release) >= minor(removed)),
    )
    .map(([version]) => `${group}/${version}`);
  return `Use ${versions.join(' or ')}.`;
}

function visit(walk: Walk, value: unknown, shapeIndex: number, path: string): void {
  const shape = walk.shapes[shapeIndex];
  if (value === undefined || (value === null && shape.nullable)) {
    return;
  }
  if (!hasType(value, shape)) {
    walk.faults.push(typeFault(value, shape, path));
    return;
  }
  if (
    shape.enum ??
    shape.pattern ??
    shape.minimum ??
    shape.maximum ??
    shape.minLength ??
    shape.maxLength ??
    shape.minItems ??
    shape.maxItems ??
    shape.format
  ) {
    walk.faults.push(...scalarFaults(value, shape, path));
  }
  if (Array.isArray(value)) {
    visitArray(walk, value, shape, path);
  } else if (isObject(value)) {
    visitObject(walk, value, shape, path);
  }
}

function visitArray(walk: Walk, value: readonly unknown[], shape: Shape, path: string): void {
  const { items, listMapKeys } = shape;
  if (items !== undefined) {
    value.forEach((item, index) => {
      visit(walk, item, items, `${path}[${index}]`);
    });
  }
  if (listMapKeys !== undefined) {
    repeatedEntries(walk, value, listMapKeys, path);
  }
}

function repeatedEntries(walk: Walk, value: readonly unknown[], keys: readonly string[], path: string): void {
  const seen = new Map<string, number>();
  value.forEach((item, index) => {
    const key = isObject(item) ? JSON.stringify(keys.map((name) => item[name])) : undefined;
    const first = key === undefined ? undefined : seen.get(key);
    if (first !== undefined) {
      const message = `${path}[${first}] has the same ${keys.join(' and ')}, and the API server rejects the second one`;
      walk.faults.push({ kind: 'list-entry-repeated', path: `${path}[${index}]`, value: item, message, remedy: 'Remove one of the two.' });
    } else if (key !== undefined) {
      seen.set(key, index);
    }
  });
}

function visitObject(walk: Walk, value: Record<string, unknown>, shape: Shape, path: string): void {
  if (shape.type === 'map') {
    for (const [name, child] of Object.entries(value)) {
      visit(walk, child, shape.items as number, `${path}[${JSON.stringify(name)}]`);
    }
    return;
  }
  if (shape.type !== 'object') {
    return;
  }
  for (const name of Object.keys(value)) {
    visitField(walk, value[name], name, shape, path === '' ? name : `${path}.${name}`);
  }
  for (const name of requiredFields(walk, shape)) {
    if (value[name] === undefined) {
      const message = 'the API server rejects the object without this field';
      walk.faults.push({ kind: 'field-required', path: path === '' ? name : `${path}.${name}`, message, remedy: 'Set it.' });
    }
  }
}

function requiredFields(walk: Walk, shape: Shape): readonly string[] {
  const formerly = Object.entries(shape.requiredBefore ?? {}).filter(([, release]) => minor(walk.release) < minor(release));
  return formerly.length === 0 ? (shape.required ?? []) : [...(shape.required ?? []), ...formerly.map(([name]) => name)];
}

function visitField(walk: Walk, value: unknown, name: string, shape: Shape, path: string): void {
  const entry = shape.fields !== undefined && Object.hasOwn(shape.fields, name) ? shape.fields[name] : undefined;
  if (entry === undefined) {
    if (!shape.open && value !== undefined) {
      const message =
        'the API server has no such field and drops it, or rejects the object where fields are validated strictly (kubectl does)';
      walk.faults.push({ kind: 'field-unknown', path, value, message, remedy: fieldSuggestion(walk.groupAndKind, name, shape) });
    }
    return;
  }
  const [fieldShape, since] = entry;
  if (value !== undefined && since !== undefined) {
    newerField(walk, value, since, path);
  }
  visit(walk, value, fieldShape, path);
}

function newerField(walk: Walk, value: unknown, since: Release, path: string): void {
  const presence = availability(walk.release, since);
  if (presence === 'absent') {
    const message = `KubeVirt ${since} has this field, KubeVirt ${walk.release} of the cluster would drop it without a word`;
    const remedy = `Remove it, or update the cluster and say so in its ClusterProfile: ${since} or later.`;
    walk.faults.push({ kind: 'field-newer-than-cluster', path, value, message, remedy });
  } else if (presence === 'possibly') {
    const message = `KubeVirt ${since} has this field, and it is not known whether KubeVirt ${walk.release} of the cluster does: it may drop it without a word`;
    walk.faults.push({
      kind: 'field-possibly-newer-than-cluster',
      path,
      value,
      message,
      remedy: 'Look the field up with kubectl explain.',
    });
  }
}
