import { Yaml } from 'cdk8s';
import * as fc from 'fast-check';
import { isMendedByQuotes, misreadKey, misreadValue, yamlDocument } from '../../src/synth';
import { hostileText } from '../readers/hostile-texts';

const key = fc.oneof(
  { weight: 3, arbitrary: hostileText },
  fc.constantFrom('---x', '...', '%x', 'constructor', 'x'.repeat(127), '\u0007'.repeat(200)),
  fc.stringMatching(/^[a-z0-9./-]{1,12}$/),
);
const text = fc.oneof(
  { weight: 5, arbitrary: hostileText },
  fc.constantFrom('\ud800', 'a\udfff\n'),
  fc.stringMatching(/^[a-z0-9./ :-]{0,90}$/),
);

/** Any map of JSON, deep and with texts that readers take for something else; some hold one list twice. */
export const anyDocument: fc.Arbitrary<object> = fc.letrec<{ value: unknown; map: object }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'medium', maxDepth: 6 },
    { weight: 8, arbitrary: text },
    { weight: 2, arbitrary: fc.oneof(fc.integer(), fc.double(), fc.boolean()) },
    fc.oneof({ weight: 9, arbitrary: fc.constant('no null') }, fc.constantFrom(null, undefined, new Date(0))),
    { weight: 4, arbitrary: tie('map') },
    { weight: 2, arbitrary: fc.array(tie('value'), { maxLength: 4 }) },
    fc.array(tie('value'), { maxLength: 2 }).map((list) => ({ one: list, other: list.length === 1 ? list : [...list] })),
  ),
  map: fc.array(fc.tuple(key, tie('value')), { maxLength: 4 }).map(Object.fromEntries),
})).map;

/** What is written here of a document and what cdk8s writes, where no text of it is misread: the two have to be equal. */
export function bothOf(document: unknown): readonly [string, string] {
  const harmless = withoutMisread(document, new Map());
  return [yamlDocument(harmless), Yaml.stringify(harmless)];
}

/** With another text in place of each that cdk8s writes so that readers misread it. */
function withoutMisread(value: unknown, copies: Map<unknown, unknown>): unknown {
  if (typeof value === 'string') {
    return misreadValue(value) !== undefined && isMendedByQuotes(value) ? 'harmless' : value;
  }
  if (typeof value !== 'object' || value === null || value instanceof Date) {
    return value;
  }
  const copy = copies.get(value) ?? copyOf(value, copies);
  copies.set(value, copy);
  return copy;
}

function copyOf(value: object, copies: Map<unknown, unknown>): unknown {
  if (Array.isArray(value)) {
    return value.map((item) => withoutMisread(item, copies));
  }
  const isHarmless = (name: string) => misreadKey(name) === undefined || !isMendedByQuotes(name);
  const members = Object.entries(value).map(([name, member], index): [string, unknown] => [
    isHarmless(name) ? name : `harmless-${index}`,
    withoutMisread(member, copies),
  ]);
  return Object.fromEntries(members);
}
