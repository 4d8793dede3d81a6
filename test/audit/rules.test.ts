import { evaluateRules, RULES, type Rule, Severity } from '../../src/audit';
import { contextOf, foundIn, isJudged, unmended } from '../../src/audit/fixture';
import { valueAt } from '../../src/facts';
import { type Fixture, fixtureFolders, fixturesOf } from './fixture';

/** What is no object is found where there is some, and nothing to say of where all are. */
function applies(rule: Rule, fixture: Fixture): boolean {
  return rule.id === 'document-not-an-object' || isJudged(rule, fixture);
}

describe.each(RULES.map((rule) => [rule.id, rule] as const))('rule %s', (id, rule) => {
  const passing = fixturesOf(id, 'passing');
  const failing = fixturesOf(id, 'failing');

  test('has passing and failing fixtures', () => {
    expect(passing).not.toHaveLength(0);
    expect(failing).not.toHaveLength(0);
  });

  test.each(passing.map((fixture) => [fixture.name, fixture] as const))('holds for %s', (_name, fixture) => {
    expect(applies(rule, fixture)).toBe(true);
    expect(foundIn(rule, fixture)).toEqual([]);
  });

  test.each(failing.map((fixture) => [fixture.name, fixture] as const))('refuses %s', (_name, fixture) => {
    expect(fixture.expected).not.toHaveLength(0);
    expect(foundIn(rule, fixture)).toEqual(fixture.expected);
  });

  test.each(failing.map((fixture) => [fixture.name, fixture] as const))('leads to the value that it shows in %s', (_name, fixture) => {
    for (const { manifest, path, value } of evaluateRules([rule], contextOf(fixture))) {
      expect([path, valueAt(manifest, path)]).toEqual([path, value]);
    }
  });

  test.each(failing.map((fixture) => [fixture.name, fixture] as const))('is mended by what it offers in %s', (_name, fixture) => {
    expect(unmended(rule, fixture)).toEqual([]);
  });

  test('explains itself', () => {
    expect(id).toMatch(/^[a-z]+(-[a-z0-9]+)+$/);
    expect(rule.title).toMatch(/^[A-Za-z].{10,}[^.]$/);
    expect(rule.rationale.length).toBeGreaterThan(20);
    expect(rule.remediation.length).toBeGreaterThan(10);
    expect(rule.references).not.toHaveLength(0);
    expect(rule.stage !== undefined).toBe(rule.severity === Severity.ERROR);
  });
});

test('rule codes are unique', () => {
  expect(new Set(RULES.map((rule) => rule.id)).size).toBe(RULES.length);
});

test('every fixture folder belongs to a rule', () => {
  expect(fixtureFolders()).toEqual(RULES.map((rule) => rule.id).sort());
});
