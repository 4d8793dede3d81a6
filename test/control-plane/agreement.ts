import { Stage } from '../../src/admission/stage';
import { type RuleFinding, Severity } from '../../src/audit';
import type { FixtureCase } from './fixture-cases';
import { nameOf, type Verdict, WHOLE_OBJECT } from './verdict';

/** Where our rules and an API server say different things about an object. */
export interface Disagreement {
  /** What it is about, in one line: how they differ, the fixture, the object, and the rule or the field. */
  readonly about: string;
  /** What was said. */
  readonly text: string;
}

/** Rules that warn of what an API server refuses when it is asked to be strict, as kubectl asks it, has the experimental channel, or is an older one. */
const WARNED_OF: readonly string[] = [
  'field-unknown',
  'field-newer-than-cluster',
  'field-possibly-newer-than-cluster',
  'gateway-field-experimental',
  'gateway-rule-name-repeated',
  'service-name-needs-newer-kubernetes',
];

/** Rules about what the API server decides by itself. */
const ITS_OWN_CATEGORY = 'schema';

/** The fixtures that a rule holds for. */
const PASSING = '/passing/';

/** What a server says of an object with a field of another type: it reads no further, and tells of no other one. */
export const UNREADABLE = ' cannot be handled as a ';

/** What fixtures may leave out for brevity. */
const LEFT_OUT = 'field-required';

/**
 * Where the verdict of an API server and our findings about an object differ: in what is refused, or in the fields that it is refused
 * for. An object of a passing fixture is refused at most because it is short.
 */
export function disagreements({ source, manifest, findings }: FixtureCase, verdict: Verdict): Disagreement[] {
  if (verdict.says === 'not served') {
    return [];
  }
  const refusals = findings.filter(isRefusal);
  const place = `${source} ${nameOf(manifest)}`;
  const schemaFindings = refusals.filter(({ rule }) => rule.category === ITS_OWN_CATEGORY);
  if (verdict.says === 'accepted') {
    return schemaFindings.map((finding) => ({ about: `false alarm: ${place} ${keyOf(finding)}`, text: finding.text }));
  }
  const { fields, message } = verdict;
  if (refusals.length === 0) {
    return [{ about: `missed: ${place}`, text: message }];
  }
  const unexpected = source.includes(PASSING) ? refusals.filter((finding) => isWrong(finding, fields)) : [];
  const missed = fields.filter((field) => !refusals.some(({ manifestPath }) => isAround(field, manifestPath)));
  const isReadToItsEnd = fields.length > 0 && !verdict.message.includes(UNREADABLE);
  const unconfirmed = (isReadToItsEnd ? schemaFindings : []).filter(
    ({ manifestPath }) => !fields.some((field) => isAround(field, manifestPath)),
  );
  return [
    ...unexpected.map((finding) => ({ about: `passing, but refused: ${place} ${keyOf(finding)}`, text: message })),
    ...missed.map((field) => ({ about: `missed: ${place} ${field}`, text: message })),
    ...unconfirmed.map((finding) => ({ about: `not confirmed: ${place} ${keyOf(finding)}`, text: `${finding.text} ${message}` })),
  ];
}

/** Whether the API server refuses an object for this too, and not because a field is left out. */
function isWrong({ rule, manifestPath }: RuleFinding, fields: readonly string[]): boolean {
  return rule.id !== LEFT_OUT && fields.some((field) => isAround(field, manifestPath));
}

function keyOf({ rule, manifestPath }: RuleFinding): string {
  return `${rule.id} ${manifestPath}`;
}

function isRefusal({ rule, severity, stage }: RuleFinding): boolean {
  return (severity === Severity.ERROR && stage === Stage.APPLY) || WARNED_OF.includes(rule.id);
}

/** Whether one of two paths leads to the other: where an entry is missing, one may name the entry, and the other its object. */
function isAround(field: string, path: string): boolean {
  const [one, other] = [field, path].map(comparable);
  return field === WHOLE_OBJECT || `${one}.`.startsWith(`${other}.`) || `${other}.`.startsWith(`${one}.`);
}

/**
 * A path without indices and keys, which Go's decoder leaves out, and without types of Go, which it names where one is in another. What is wrong with generateName is wrong with the name too, and of
 * templates of pods Kubernetes says `template.labels`.
 */
function comparable(path: string): string {
  return path
    .replace(/\[[^\]]*\]/g, '')
    .replace(/(?<=\.)[A-Z]\w*\./g, '')
    .replace('metadata.generateName', 'metadata.name')
    .replace('template.metadata.', 'template.');
}
