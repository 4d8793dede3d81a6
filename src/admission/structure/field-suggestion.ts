import { ownValue, type PatchOperation, parseFieldPath, pointerOf, valueAt as valueInside } from '../../facts';
import { distanceBetween } from '../did-you-mean';
import { excludesNone } from './alternatives';
import { type Candidate, candidatesFor, type UnknownField } from './field-candidates';
import { placesOfField, plainName } from './field-places';
import { adviceOnRetired } from './retired-fields';
import type { SchemaNode } from './schema-node';
import { valueAt, withValueAt, writtenPath } from './steps';
import type { StructureFault } from './structure-fault';

/** What to do about an unknown field. */
export type FieldSuggestion = Pick<StructureFault, 'remedy' | 'fix'>;

export const NO_IDEA = 'No known release has such a field here: remove it, or keep it for a newer one.';

const OF_TEMPLATE = 'It belongs below spec.template.spec, where a VirtualMachine has what its instance is to be.';

/** More places than this are no suggestion, but a list of guesses. */
const MOST_SUGGESTED = 2;

/** A shorter name is the beginning of too many. */
const SHORTEST_WITHOUT_WORD = 5;

/** Names of fields that were called otherwise in old releases. */
const RENAMED: Readonly<Record<string, string>> = { registryDisk: 'containerDisk' };

/**
 * What the author of an unknown field may have meant: another spelling, or another place.
 *
 * Only what the API server would accept is suggested: each move is tried on a copy of the manifest.
 *
 * @param judge what the structure of a manifest is faulted for
 * @param before what that of the manifest itself is faulted for
 */
export function fieldSuggestion(
  field: UnknownField,
  parent: SchemaNode,
  judge: (manifest: object) => readonly StructureFault[],
  before: ReadonlySet<string>,
): FieldSuggestion {
  const advice = adviceOnRetired(field.manifest, field.steps, field.name, parent);
  if (advice !== undefined) {
    return { remedy: advice };
  }
  const isAccepted = (candidate: Candidate) => isBetter(new Set(judge(mended(field, candidate)).map(faultKey)), before, field);
  const found = candidates(field, parent).filter(isAccepted);
  const best = found.filter(({ distance, isTaken, created }) => {
    const [first] = found;
    return distance === first.distance && isTaken === first.isTaken && created === first.created;
  });
  return best.length === 0 || best.length > MOST_SUGGESTED
    ? { remedy: isOfTemplate(field) ? OF_TEMPLATE : NO_IDEA }
    : { remedy: sentence(best, field), fix: fixOf(best, field) };
}

/** Whether it is a field of an instance, in a VM that has no template for one. */
function isOfTemplate({ manifest, root, steps, name }: UnknownField): boolean {
  const isOfSpec = steps.length === 1 && steps[0] === 'spec' && valueAt(manifest, ['spec', 'template']) === undefined;
  return isOfSpec && placesOfField(root, name).some((place) => place.join('.') === `spec.template.spec.${name}`);
}

/** Whether a move brings no fault. If a field of this name is missing somewhere, that is where it was meant to stand. */
function isBetter(after: ReadonlySet<string>, before: ReadonlySet<string>, { name }: UnknownField): boolean {
  const missing = [...before].filter((fault) => fault.startsWith('field-required ') && plainName(fault).endsWith(`.${plainName(name)}`));
  const isMissed = missing.length > 0 && missing.every((fault) => after.has(fault));
  return !isMissed && [...after].every((fault) => before.has(fault));
}

/** Other spellings of the name first, then other places. */
function candidates(field: UnknownField, parent: SchemaNode): readonly Candidate[] {
  const elsewhere = candidatesFor(field).filter(({ steps }) => !isBeside(steps, field));
  return [...spellings(field, parent), ...elsewhere];
}

function spellings(field: UnknownField, parent: SchemaNode): readonly Candidate[] {
  const { manifest, steps, name } = field;
  const object = valueAt(manifest, steps) as Record<string, unknown>;
  return [...parent.fields.keys()]
    .map((sibling) => ({ sibling, mistakes: mistakesBetween(name, sibling) }))
    .filter(({ sibling, mistakes }) => mistakes <= mistakesIn(name) && excludesNone(object, sibling, parent.fields))
    .sort((a, b) => a.mistakes - b.mistakes)
    .map(({ sibling, mistakes }) => {
      const isTaken = object[sibling] !== undefined;
      return { steps: [...steps, sibling], distance: mistakes / name.length, created: 0, isTaken, isGuessed: false };
    });
}

/** The first letter is seldom the wrong one, and a word at the end is often left out, as in `initialDelay`. */
function mistakesBetween(name: string, sibling: string): number {
  const [wrong, right] = [plainName(name), plainName(sibling)];
  if (sibling === ownValue(RENAMED, name)) {
    return 0;
  }
  const wordLeftOut = name.length >= SHORTEST_WITHOUT_WORD && sibling.startsWith(name) && /^[A-Z][a-z]*$/.test(sibling.slice(name.length));
  const mistakes = distanceBetween(wrong, right) + (wrong[0] === right[0] ? 0 : 0.5);
  return wordLeftOut ? Math.min(mistakes, mistakesIn(name)) : mistakes;
}

/** How many wrong letters a name may have and still be recognized: in a short one each letter counts. */
function mistakesIn(name: string): number {
  if (name.length < 3) {
    return 0;
  }
  return name.length < 6 ? 1 : 2;
}

/** The manifest with the field where it belongs; without it, where something stands there already. */
function mended({ manifest, steps, name, value }: UnknownField, { steps: to, isTaken }: Candidate): object {
  const without = withValueAt(manifest, [...steps, name], undefined) as object;
  return isTaken ? without : (withValueAt(without, to, value) as object);
}

/** What makes a fault the same as another one. */
export function faultKey({ kind, path }: StructureFault): string {
  return `${kind} ${path}`;
}

function sentence(places: readonly Candidate[], field: UnknownField): string {
  const names = places.map(({ steps }) => (isBeside(steps, field) ? String(steps[steps.length - 1]) : writtenPath(steps)));
  return places[0].isTaken ? `Its place is ${names[0]}, which is set: remove it here.` : `Did you mean ${names.join(' or ')}?`;
}

/** The field gets its right name or place, or goes where its place is taken; certain where its name was right once, or is but for capitals. */
function fixOf([candidate, ...others]: readonly Candidate[], field: UnknownField): StructureFault['fix'] {
  const { steps, name, value } = field;
  if (others.length > 0) {
    return undefined;
  }
  const remove = { op: 'remove', path: pointerOf(parseFieldPath(writtenPath([...steps, name]))) } as const;
  return candidate.isTaken
    ? { operations: [remove], safe: false }
    : { operations: [remove, addition(field.manifest, candidate.steps, value)], safe: isCertain(candidate.steps, field) };
}

function isCertain(steps: Candidate['steps'], field: UnknownField): boolean {
  const sibling = String(steps[steps.length - 1]);
  const isRight = sibling.toLowerCase() === field.name.toLowerCase() || sibling === ownValue(RENAMED, field.name);
  return isRight && isBeside(steps, field);
}

/** Sets a field, with what is missing around it. */
function addition(manifest: object, steps: Candidate['steps'], value: unknown): PatchOperation {
  const path = parseFieldPath(writtenPath(steps));
  const missing = path.findIndex((_, index) => valueInside(manifest, path.slice(0, index + 1)) === undefined);
  const depth = missing < 0 ? path.length : missing + 1;
  const around = (inner: unknown, key: string | number) => (typeof key === 'number' ? [inner] : { [key]: inner });
  return { op: 'add', path: pointerOf(path.slice(0, depth)), value: path.slice(depth).reduceRight(around, value) };
}

function isBeside(steps: Candidate['steps'], field: UnknownField): boolean {
  return steps.length === field.steps.length + 1 && field.steps.every((step, index) => step === steps[index]);
}
