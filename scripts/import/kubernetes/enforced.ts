import type { Manifest } from '../../../src/graph';
import type { Cluster } from '../../../test/control-plane/cluster';
import type { Verdict } from '../../../test/control-plane/verdict';
import type { Field, SchemaNode } from '../model';
import { ImportError } from '../schema';

type Key = string | number;

/** A place in the structure of a kind: names of fields, 0 for the entries of a list, ANY_KEY for the values of a map. */
type Place = readonly Key[];

const ANY_KEY = 'key';

/** A text that no closed choice has. */
const NO_CHOICE = 'NoSuchChoice';

/** What a server says of a field that is not set, which Go reads as zero or an empty text. */
const UNSET: readonly string[] = ['FieldValueRequired', 'FieldValueInvalid', 'FieldValueNotSupported'];

/**
 * A structure without what its server does not ask for: each closed choice, bound and required field is tried on a valid object.
 *
 * What depends on other fields of the object, so that another value changes nothing, goes too.
 */
export async function enforcedStructure(node: SchemaNode, valid: Manifest, server: Cluster): Promise<SchemaNode> {
  const verdict = await server.judge(valid);
  if (verdict.says !== 'accepted') {
    throw new ImportError(`The API server does not take the ${valid.kind} that others are made of: ${JSON.stringify(verdict)}`);
  }
  return new Trial(valid, server).enforced(node, []);
}

class Trial {
  constructor(
    private readonly valid: Manifest,
    private readonly server: Cluster,
  ) {}

  async enforced(node: SchemaNode, place: Place): Promise<SchemaNode> {
    const [facts, fields, items] = await Promise.all([
      this.factsOf(node, place),
      Promise.all(node.fields.map((field) => this.field(field, [...place, field.name]))),
      node.items && this.enforced(node.items, [...place, node.type === 'array' ? 0 : ANY_KEY]),
    ]);
    return { ...node, facts, fields, ...(items === undefined ? {} : { items }) };
  }

  private async field(field: Field, place: Place): Promise<Field> {
    const [node, required] = await Promise.all([this.enforced(field.node, place), field.required && this.isRequired(place)]);
    const isText = node.type === 'string' && node.facts.enum === undefined;
    // Go has no other texts for fields that are not set.
    return required && isText
      ? { ...field, required, node: { ...node, facts: { ...node.facts, minLength: 1 } } }
      : { ...field, required, node };
  }

  private async factsOf({ facts }: SchemaNode, place: Place): Promise<SchemaNode['facts']> {
    const { enum: values, minimum, maximum, ...others } = facts;
    const [choice, least, greatest] = await Promise.all([
      values && this.choiceOf(values, place),
      minimum === undefined ? undefined : this.isBound(place, minimum, minimum - 1),
      maximum === undefined ? undefined : this.isBound(place, maximum, maximum + 1),
    ]);
    return { ...others, ...(choice ? { enum: choice } : {}), ...(least ? { minimum } : {}), ...(greatest ? { maximum } : {}) };
  }

  /** The values of a closed choice, an empty one too where the server takes it for none. */
  private async choiceOf(values: readonly unknown[], place: Place): Promise<readonly unknown[] | undefined> {
    const verdicts = await Promise.all([...values, '', NO_CHOICE].map(async (value) => isAbout(await this.judge(place, value), place)));
    const [isEmptyRefused, isOtherRefused] = verdicts.slice(-2);
    return isOtherRefused && verdicts.includes(false) ? [...values, ...(isEmptyRefused ? [] : [''])] : undefined;
  }

  private async isBound(place: Place, inside: number, outside: number): Promise<boolean> {
    const [first, second] = await Promise.all([this.judge(place, inside), this.judge(place, outside)]);
    return (this.isSet(place) || !isAbout(first, place)) && isAbout(second, place);
  }

  private async isRequired(place: Place): Promise<boolean> {
    return isMissed(await this.judge(place, undefined), place, this.isSet(place));
  }

  private isSet(place: Place): boolean {
    return valueAt(this.valid, place) !== undefined;
  }

  private judge(place: Place, value: unknown): Promise<Verdict> {
    return this.server.judge(withValue(this.valid, place, value) as Manifest);
  }
}

/** A copy with another value at a place, and with objects and lists on the way to it; undefined takes the field away. */
function withValue(object: unknown, [key, ...further]: Place, value: unknown): unknown {
  const copy: any = typeof key === 'number' ? [...((object as unknown[]) ?? [])] : { ...(object as object) };
  copy[key] = further.length === 0 ? value : withValue(copy[key], further, value);
  return copy;
}

function isAbout(verdict: Verdict, place: Place): boolean {
  return verdict.says === 'refused' && verdict.causes.some(({ field }) => comparable(field) === nameOf(place));
}

/** Whether a server refuses an object for lack of a field. */
function isMissed(verdict: Verdict, place: Place, isSetInValid: boolean): boolean {
  if (verdict.says !== 'refused') {
    return false;
  }
  const name = nameOf(place);
  if (!isSetInValid) {
    return verdict.causes.some(({ field, reason = '' }) => comparable(field) === name && UNSET.includes(reason));
  }
  // The object was valid with the field: whatever is wrong around it, it is because of the field.
  return verdict.causes
    .map(({ field }) => comparable(field))
    .some((field) => `${field}.`.startsWith(`${name}.`) || name.startsWith(`${field}.`));
}

function valueAt(object: unknown, place: Place): unknown {
  return place.reduce<any>((value, key) => value?.[key], object);
}

function nameOf(place: Place): string {
  return comparable(place.filter((key) => typeof key === 'string' && key !== ANY_KEY).join('.'));
}

/** Of templates of pods a server says `template.labels`. */
function comparable(field: string): string {
  return field.replace(/\[[^\]]*\]/g, '').replace('template.metadata.', 'template.');
}
