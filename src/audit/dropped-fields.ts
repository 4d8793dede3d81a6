import { type FieldPath, valueAt } from '../facts';
import { isObject, type Manifest } from '../graph';
import type { RuleFinding } from './finding';
import { fieldNewerThanCluster } from './rules/structure/field-newer-than-cluster';

/**
 * The manifests as an older cluster stores them, by the manifests as they are written: without the fields that it does not have.
 *
 * What a field asks for that is dropped, nobody refuses: a second source of a network leaves one, a value out of bounds is not
 * looked at. And what a field gave is missing.
 */
export function storedManifests(findings: readonly RuleFinding[]): ReadonlyMap<Manifest, Manifest> {
  const dropped = new Map<Manifest, Dropped>();
  for (const { manifest, path } of findings.filter(isAboutDroppedField)) {
    const ofManifest = dropped.get(manifest) ?? new Map();
    dropped.set(manifest, ofManifest);
    drop(ofManifest, path);
  }
  return new Map([...dropped].map(([manifest, fields]) => [manifest, without(manifest, fields) as Manifest]));
}

/** The fields of an object that are dropped, by their names or indices: as a whole, or some fields below. */
interface Dropped extends Map<string | number, Dropped | 'whole'> {}

function drop(dropped: Dropped, path: FieldPath): void {
  let place = dropped;
  for (let depth = 0; depth < path.length; depth++) {
    const below = depth === path.length - 1 ? 'whole' : (place.get(path[depth]) ?? new Map());
    place.set(path[depth], below);
    if (below === 'whole') {
      return;
    }
    place = below;
  }
}

/** Whether the cluster drops the field that a finding is about. */
export function isAboutDroppedField({ rule }: RuleFinding): boolean {
  return rule.id === fieldNewerThanCluster.id;
}

/** What was found in manifests as they are stored, about the manifests as they are written. */
export function asWritten(findings: readonly RuleFinding[], stored: ReadonlyMap<Manifest, Manifest>): RuleFinding[] {
  const written = new Map([...stored].map(([manifest, copy]) => [copy, manifest]));
  return findings.map((finding) => {
    const manifest = written.get(finding.manifest);
    return manifest === undefined ? finding : { ...finding, manifest, document: manifest, value: valueAt(manifest, finding.path) };
  });
}

/** A copy, made once however many fields are dropped from it. Entries of lists stay where they are. */
function without(value: unknown, dropped: Dropped): unknown {
  const copy: any = Array.isArray(value) ? [...value] : isObject(value) ? { ...value } : undefined;
  if (copy === undefined) {
    return value;
  }
  for (const [key, below] of dropped) {
    if (below !== 'whole') {
      copy[key] = without(copy[key], below);
    } else if (!Array.isArray(copy)) {
      delete copy[key];
    }
  }
  return copy;
}
