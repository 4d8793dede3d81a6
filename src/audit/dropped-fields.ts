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
  const stored = new Map<Manifest, Manifest>();
  for (const { manifest, path } of findings.filter(isAboutDroppedField)) {
    stored.set(manifest, without(stored.get(manifest) ?? manifest, path) as Manifest);
  }
  return stored;
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

function without(value: unknown, [key, ...rest]: FieldPath): unknown {
  if (Array.isArray(value)) {
    return value.map((item, index) => (index === key ? without(item, rest) : item));
  }
  if (!isObject(value)) {
    return value;
  }
  const { [key]: member, ...others } = value;
  return rest.length === 0 ? others : { ...value, [key]: without(member, rest) };
}
