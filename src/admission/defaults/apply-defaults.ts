import type { ClusterProfile } from '../../cluster';
import { isObject } from '../../graph';
import { type DefaultContext, type Fields, type MutatingDefault, RANDOM } from './mutating-default';

/** What defaults depend on beside the spec. */
export type DefaultSurroundings = Pick<DefaultContext, 'architecture' | 'cluster' | 'configuration'>;

const LIST = '[]';

/** A copy of the spec of an instance, or of an object, with the defaults; what is drawn anew for each object stays out. */
export function withDefaults(given: Fields, defaults: readonly MutatingDefault[], surroundings: DefaultSurroundings): Fields {
  const spec = structuredClone(given);
  for (const written of defaults) {
    if (isWritten(written, surroundings)) {
      for (const place of placesOf(spec, written.field.split('.'), written.makesParents === true)) {
        write(written, place, { ...surroundings, given, spec, parent: place.parent });
      }
    }
  }
  return spec;
}

function isWritten({ architectures, since, until }: MutatingDefault, { architecture, cluster }: DefaultSurroundings): boolean {
  return (
    (architectures === undefined || architectures.includes(architecture)) &&
    (since === undefined || cluster.atLeast(since)) &&
    (until === undefined || !isAfter(cluster, until))
  );
}

function isAfter(cluster: ClusterProfile, release: string): boolean {
  return cluster.kubevirtVersion !== release && cluster.atLeast(release);
}

function write({ value, isUnset }: MutatingDefault, { parent, name, attach }: Place, context: DefaultContext): void {
  const present = parent[name];
  if (present === undefined || (isUnset === undefined ? present === '' : isUnset(present))) {
    const written = value(context);
    if (written !== undefined && written !== RANDOM) {
      parent[name] = written;
      attach();
    }
  }
}

/** Where a field is, or would be. */
interface Place {
  readonly parent: Fields;
  readonly name: string;
  /** Puts a parent that is not there yet into the spec. */
  readonly attach: () => void;
}

function placesOf(object: unknown, [step, ...further]: readonly string[], makesParents: boolean, attach = () => {}): Place[] {
  if (!isObject(object)) {
    return [];
  }
  if (further.length === 0) {
    return [{ parent: object, name: step, attach }];
  }
  if (step.endsWith(LIST)) {
    const list: unknown = object[step.slice(0, -LIST.length)];
    return Array.isArray(list) ? list.flatMap((entry) => placesOf(entry, further, makesParents, attach)) : [];
  }
  if (object[step] !== undefined || !makesParents) {
    return placesOf(object[step], further, makesParents, attach);
  }
  const made = {};
  const attachMade = () => {
    object[step] = made;
    attach();
  };
  return placesOf(made, further, makesParents, attachMade);
}
