import type { Manifest } from '../../src/graph';
import { type Fixture, fixtureFolders, fixturesOf } from './fixture';

/** A place in a manifest of a fixture: a text, or the name of a field. */
export interface Place {
  readonly fixture: Fixture;
  /** Of the manifest in the fixture. */
  readonly index: number;
  readonly path: readonly (string | number)[];
  readonly isName: boolean;
}

/** Each place of the failing fixtures once for each rule, kind and field. */
export function places(): Place[] {
  const known = new Map<string, Place>();
  for (const folder of fixtureFolders()) {
    for (const fixture of fixturesOf(folder, 'failing')) {
      fixture.manifests.forEach((manifest, index) => {
        for (const { path, isName } of placesIn(manifest, [])) {
          const generic = path.map((step) => (typeof step === 'number' ? '#' : step)).join('/');
          const key = `${folder} ${manifest?.kind} ${isName} ${generic}`;
          known.set(key, known.get(key) ?? { fixture, index, path, isName });
        }
      });
    }
  }
  return [...known.values()];
}

function placesIn(value: unknown, path: readonly (string | number)[]): Pick<Place, 'path' | 'isName'>[] {
  if (typeof value === 'string') {
    return [{ path, isName: false }];
  }
  if (Array.isArray(value)) {
    return value.flatMap((entry, index) => placesIn(entry, [...path, index]));
  }
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, member]) => [{ path: [...path, name], isName: true }, ...placesIn(member, [...path, name])])
    : [];
}

/** The manifests of the fixture with another text, or another name of a field, in that place. */
export function changedAt({ fixture, index, path, isName }: Place, change: (text: string) => string): Manifest[] {
  return fixture.manifests.map((manifest, position) => (position === index ? changed(manifest, path, isName, change) : manifest));
}

function changed(value: any, path: readonly (string | number)[], isName: boolean, change: (text: string) => string): any {
  const [step, ...rest] = path;
  if (step === undefined) {
    return change(value);
  }
  if (Array.isArray(value)) {
    return value.map((entry, index) => (index === step ? changed(entry, rest, isName, change) : entry));
  }
  const members = Object.entries(value).map(([name, member]) => {
    if (name !== step) {
      return [name, member];
    }
    return isName && rest.length === 0 ? [change(name), member] : [name, changed(member, rest, isName, change)];
  });
  return Object.fromEntries(members);
}
