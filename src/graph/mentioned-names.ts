import type { Manifest } from './manifest';

const known = new WeakMap<Manifest, ReadonlySet<string>>();

/** Every name that occurs in a manifest, of fields, labels and annotations alike; collected once. */
export function mentionedNames(manifest: Manifest): ReadonlySet<string> {
  let names = known.get(manifest);
  if (names === undefined) {
    const collected = new Set<string>();
    collect(manifest, collected);
    known.set(manifest, collected);
    names = collected;
  }
  return names;
}

function collect(value: unknown, names: Set<string>): void {
  if (Array.isArray(value)) {
    for (const item of value) {
      collect(item, names);
    }
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, child] of Object.entries(value)) {
      names.add(name);
      collect(child, names);
    }
  }
}
