import { evaluateRules, NOT_APPLICABLE, RULES, type Rule, type RuleFinding, ruleContext, Severity } from '../../src/audit';
import { patched, valueAt } from '../../src/facts';
import { displayName, type Manifest } from '../../src/graph';
import { type Fixture, fixtureFolders, fixturesOf } from './fixture';

function context(fixture: Fixture) {
  return ruleContext(fixture.manifests, fixture.cluster);
}

function texts(rule: Rule, fixture: Fixture): string[] {
  return evaluateRules([rule], context(fixture)).map(({ manifest, text }) => `${displayName(manifest)}: ${text}`);
}

function applies(rule: Rule, fixture: Fixture): boolean {
  const ruleContext = context(fixture);
  if (rule.id === 'document-not-an-object') {
    return true;
  }
  return [...rule.subjects(ruleContext.graph)].some((subject) => rule.evaluate(subject, ruleContext) !== NOT_APPLICABLE);
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
    expect(texts(rule, fixture)).toEqual([]);
  });

  test.each(failing.map((fixture) => [fixture.name, fixture] as const))('refuses %s', (_name, fixture) => {
    expect(fixture.expected).not.toHaveLength(0);
    expect(texts(rule, fixture)).toEqual(fixture.expected);
  });

  test.each(failing.map((fixture) => [fixture.name, fixture] as const))('leads to the value that it shows in %s', (_name, fixture) => {
    for (const { manifest, path, value } of evaluateRules([rule], context(fixture))) {
      expect([path, valueAt(manifest, path)]).toEqual([path, value]);
    }
  });

  test.each(failing.map((fixture) => [fixture.name, fixture] as const))('is mended by what it offers in %s', (_name, fixture) => {
    for (const { manifest, manifestPath, message, fix } of evaluateRules([rule], context(fixture))) {
      const mended = fix && patched(manifest, fix.operations);
      expect(mended === undefined).toBe(fix === undefined);
      const manifests = fixture.manifests.map((other) => (other === manifest && mended !== undefined ? (mended as Manifest) : other));
      const left = fix === undefined ? [] : evaluateRules([rule], context({ ...fixture, manifests }));
      const isSame = (finding: RuleFinding) =>
        finding.manifest === mended && finding.manifestPath === manifestPath && finding.message === message;
      expect(left.filter(isSame)).toEqual([]);
    }
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

/** The engine skips manifests without the words in `mentions`: a rule must find nothing there. */
test.each(fixtureFolders())('rules find the same in the fixtures of %s without the words that they name', (folder) => {
  const unconfined = RULES.map((rule) => ({ ...rule, mentions: undefined }));
  for (const fixture of [...fixturesOf(folder, 'passing'), ...fixturesOf(folder, 'failing')]) {
    const found = (rules: readonly Rule[]) =>
      evaluateRules(rules, context(fixture)).map((finding) => ({ ...finding, rule: finding.rule.id }));
    expect(found(RULES)).toEqual(found(unconfined));
  }
});
