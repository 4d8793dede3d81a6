import { didYouMean } from '../../admission';
import { Stage } from '../../admission/stage';
import { DNS_LABEL, hasFormat, shownValue } from '../../facts';
import { isObject } from '../../graph';
import { RuleCategory } from '../category';
import type { RuleBook } from '../rule-book';
import { Severity } from '../severity';

/** What is wrong with a member of a rule: undefined: nothing. */
type Check = (value: unknown) => string | undefined;

const isText = (value: unknown) => typeof value === 'string' && value.trim() !== '';
const text: Check = (value) => (isText(value) ? undefined : 'Write a text.');
const texts: Check = (value) => (Array.isArray(value) && value.every(isText) ? undefined : 'Write a list of texts.');
/** As reports may link to. */
const ADDRESS = /^https?:\/\/\S+$/;
const addresses: Check = (value) =>
  Array.isArray(value) && value.every((address) => typeof address === 'string' && ADDRESS.test(address))
    ? undefined
    : 'Write a list of addresses that begin with https://.';
const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined ? undefined : check(value);
const oneOf =
  (values: readonly string[]): Check =>
  (value) =>
    values.includes(value as string) ? undefined : didYouMean(String(value), values);

const MEMBERS: Readonly<Record<string, Check>> = {
  id: (value) =>
    typeof value === 'string' && hasFormat(value, DNS_LABEL) && value.includes('-')
      ? undefined
      : 'Write words in small letters with hyphens, such as "acme-owner-missing".',
  title: text,
  severity: oneOf(Object.values(Severity)),
  category: oneOf(Object.values(RuleCategory).filter((category) => category !== RuleCategory.CHECK)),
  rationale: text,
  remediation: text,
  references: optional(addresses),
  stage: optional(oneOf(Object.values(Stage))),
  kinds: optional(texts),
  judge: (value) => (typeof value === 'function' ? undefined : 'Write a function.'),
};

/** What keeps something from being a rule beside those of a book, in sentences; none: it is one. */
export function customRuleFaults(candidate: unknown, book: RuleBook): readonly string[] {
  if (!isObject(candidate)) {
    return [`A rule is an object with ${Object.keys(MEMBERS).join(', ')}, and this is ${shownValue(candidate, { path: [] })}.`];
  }
  const wrong = Object.entries(MEMBERS).flatMap(([name, check]) => {
    const remedy = check(candidate[name]);
    return remedy === undefined ? [] : [`${name} is ${shownMember(candidate[name])}. ${remedy}`];
  });
  return [...wrong, ...strangers(candidate), ...clash(candidate.id, book)];
}

function shownMember(value: unknown): string {
  return typeof value === 'function' ? 'a function' : shownValue(value, { path: [] });
}

/** A class may have members of its own; in an object one that nobody asks for is a typing error. */
function strangers(rule: object): string[] {
  const isPlain = [Object.prototype, null].includes(Object.getPrototypeOf(rule));
  const unknown = isPlain ? Object.keys(rule).filter((name) => !Object.hasOwn(MEMBERS, name)) : [];
  return unknown.map((name) => `A rule has no ${name}. ${didYouMean(name, Object.keys(MEMBERS))}`);
}

function clash(id: unknown, book: RuleBook): string[] {
  const known = typeof id === 'string' ? book.get(id) : undefined;
  if (known === undefined) {
    return [];
  }
  const whose = known.isCustom ? 'Another of your rules' : 'A rule of cdk8s-kubevirt';
  return [`${whose} has the code ${id} already. Choose another, which begins with a name of your own.`];
}
