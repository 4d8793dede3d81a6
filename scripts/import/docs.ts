import type { Kind } from './load';
import type { Facts } from './model';
import type { Struct, StructField } from './structs';

/** Joins lines into a doc comment; tags come after an empty line. */
export function docComment(text: readonly string[], tags: readonly string[] = [], indent = ''): string[] {
  if (text.length === 1 && tags.length === 0) {
    return [`${indent}/** ${safe(text[0])} */`];
  }
  const lines = [...text.flatMap((line, i) => (i === 0 ? [line] : ['', line])), ...(tags.length > 0 ? ['', ...tags] : [])];
  return [`${indent}/**`, ...lines.map((line) => `${indent} * ${safe(line)}`.trimEnd()), `${indent} */`];
}

function safe(text: string): string {
  return text.replaceAll('*/', '*\\/').replaceAll('\n', '\\n');
}

export function structDoc(struct: Struct): string[] {
  const [kind, path] = struct.places[0].split(' ');
  const others = struct.places.length - 1;
  const more = others === 0 ? '' : `, and what ${others === 1 ? 'one other place takes' : `${others} other places take`}`;
  return docComment([`What \`${path}\` of a ${kind} takes${more}.`]);
}

/** What is said of a field in words: what it means, where that is known, and its type. */
interface FieldWords {
  readonly meaning: string | undefined;
  readonly type: string;
}

export function fieldDoc(field: StructField, { meaning, type }: FieldWords, oldest: string | undefined): string[] {
  const constraints = [...factTexts(field.facts), ...eachText(field.itemFacts)];
  const sentences = [
    ...(meaning === undefined ? [] : [meaning]),
    [type, ...constraints].join(', '),
    ...(field.required ? ['Required'] : []),
    ...(field.requiredBefore === undefined ? [] : [`Required before KubeVirt v${field.requiredBefore}`]),
    ...sinceText(field.since, oldest),
  ];
  const value = field.facts.default;
  const tags = field.required || value === undefined ? [] : [`@default ${JSON.stringify(value)}`];
  return docComment([`${sentences.join('. ')}.`], tags, '  ');
}

function sinceText(since: string | undefined, oldest: string | undefined): string[] {
  if (since === undefined) {
    return [];
  }
  return [since === oldest ? `In KubeVirt v${since} and later` : `Since KubeVirt v${since}`];
}

function eachText(facts: Facts): string[] {
  const texts = factTexts(facts);
  return texts.length === 0 ? [] : [`each ${texts.join(', ')}`];
}

/** Formats that say how a number is stored, which nobody needs to know. */
const NUMBER_FORMATS = ['int32', 'int64', 'float', 'double'];

function factTexts(facts: Facts): string[] {
  return [
    ...(facts.enum === undefined ? [] : [`one of ${facts.enum.map((value) => `\`${value === '' ? '""' : value}\``).join(', ')}`]),
    ...range(facts.minimum, facts.maximum, ''),
    ...range(facts.minLength, facts.maxLength, ' characters'),
    ...range(facts.minItems, facts.maxItems, ' items'),
    ...(facts.pattern === undefined ? [] : [`matching \`${facts.pattern}\``]),
    ...(facts.format === undefined || NUMBER_FORMATS.includes(facts.format) ? [] : [`in the format \`${facts.format}\``]),
    ...(facts.listMapKeys === undefined ? [] : [uniqueness(facts.listMapKeys)]),
    ...(facts.nullable ? ['may be null'] : []),
  ];
}

function uniqueness(keys: readonly string[]): string {
  return keys.length === 0 ? 'each once' : `unique by ${keys.map((key) => `\`${key}\``).join(' and ')}`;
}

function range(low: number | undefined, high: number | undefined, unit: string): string[] {
  if (low !== undefined && high !== undefined) {
    return [`${low} to ${high}${unit}`];
  }
  if (low !== undefined) {
    return [`at least ${low}${unit}`];
  }
  return high === undefined ? [] : [`at most ${high}${unit}`];
}

export function kindDoc(kind: Kind): string[] {
  const { name, since } = kind.version;
  const scope = kind.scope === 'Cluster' ? 'for the whole cluster' : 'in a namespace';
  const older = kind.versions.filter((version) => version.name !== name).map((version) => version.name);
  const versions =
    since === undefined ? [] : [`${kind.group}/${name} is served since KubeVirt v${since}; before that: ${older.join(', ')}.`];
  return docComment([`A ${kind.config.kind} of ${kind.group}/${name}, ${scope}, as it stands in the manifest.`, ...versions]);
}
