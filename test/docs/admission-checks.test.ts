import { checkedSources, isMadeIn, RELEASES } from '../../scripts/admission-checks/all';
import { RULES } from '../../src/audit';

const checks = checkedSources().flatMap(({ component, file, checks: inFile }) => inFile.map((check) => ({ component, file, ...check })));
/** A file of KubeVirt with checks. */
const WEBHOOK = /kubevirt\/kubevirt\/.*(admitter|webhooks)/;
const ids = new Set(RULES.map(({ id }) => id));

test('there are checks of KubeVirt and of its neighbours', () => {
  const components = checkedSources().map(({ component }) => component);
  expect(new Set(components).size).toBeGreaterThan(1);
  expect(checks.length).toBeGreaterThan(200);
});

test('every rule that has a check exists', () => {
  expect(checks.flatMap(({ rules = [] }) => rules).filter((rule) => !ids.has(rule))).toEqual([]);
});

test('every rule of admission that rests on a webhook of KubeVirt has a check', () => {
  const named = new Set(checks.flatMap(({ rules = [] }) => rules));
  const cited = RULES.filter(({ category, references }) => category === 'admission' && references.some((source) => WEBHOOK.test(source)));
  expect(cited.length).toBeGreaterThan(50);
  expect(cited.map(({ id }) => id).filter((id) => !named.has(id))).toEqual([]);
});

test('every check is made by a release at least', () => {
  const releases: readonly (string | undefined)[] = [...RELEASES, undefined];
  expect(checks.filter(({ since, until }) => !releases.includes(since) || !releases.includes(until))).toEqual([]);
  expect(checks.filter((check) => !RELEASES.some((release) => isMadeIn(release, check)))).toEqual([]);
});

test('no check is listed twice', () => {
  const keys = checks.map(({ component, file, function: name, refuses, since = '' }) => [component, file, name, refuses, since].join('|'));
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
});
