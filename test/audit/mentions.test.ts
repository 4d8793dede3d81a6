import { evaluateRules, RULES, type Rule, ruleContext } from '../../src/audit';
import { fixtureFolders, fixturesOf } from './fixture';

const UNCONFINED = RULES.map((rule) => ({ ...rule, mentions: undefined }));

/** The engine skips manifests without the words in `mentions`: a rule must find nothing there. */
test.each(fixtureFolders())('rules find the same in the fixtures of %s without the words that they name', (folder) => {
  for (const { manifests, cluster } of [...fixturesOf(folder, 'passing'), ...fixturesOf(folder, 'failing')]) {
    const found = (rules: readonly Rule[]) =>
      evaluateRules(rules, ruleContext(manifests, cluster)).map((finding) => ({ ...finding, rule: finding.rule.id }));
    expect(found(RULES)).toEqual(found(UNCONFINED));
  }
});
