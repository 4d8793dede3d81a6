import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pageText, rulePageOf } from '../../scripts/rule-pages/page';
import { brought, readRegister, UNRELEASED } from '../../scripts/rule-pages/since';
import { CHECK_RULES, RULES, type Rule } from '../../src/audit';
import { REPOSITORY as HOME, rulePage } from '../../src/report/words';
import { REPOSITORY } from './fence';

const DOCS = join(REPOSITORY, 'docs');
const KNOWN = [...RULES, ...CHECK_RULES];
const ALL = KNOWN.map(({ id }) => id).sort();

function ruleOf(id: string): Rule {
  return RULES.find((rule) => rule.id === id) as Rule;
}

test('every rule has a page, and every page a rule: npm run rules', () => {
  const pages = readdirSync(join(DOCS, 'rules')).filter((file) => file !== 'messages.md');
  expect(pages.map((file) => file.replace(/\.md$/, '')).sort()).toEqual(ALL);
});

test('the address of a rule leads to its page, and the catalogue does', () => {
  const catalogue = readFileSync(join(DOCS, 'rules.md'), 'utf8');
  for (const rule of KNOWN) {
    const { id } = rule;
    expect(rulePage(rule)).toBe(`${HOME}/blob/main/docs/rules/${id}.md`);
    expect(catalogue).toContain(`[${id}](rules/${id}.md)`);
  }
});

test('the index has what each rule says', () => {
  const index = readFileSync(join(DOCS, 'rules/messages.md'), 'utf8');
  const found = new Set([...index.matchAll(/\]\(([a-z0-9-]+)\.md\) \|$/gm)].map(([, id]) => id));
  expect([...found].sort()).toEqual(RULES.map(({ id }) => id).sort());
});

test('every link of a page leads somewhere', () => {
  const pages = readdirSync(DOCS, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.md'));
  const targets = pages.flatMap((page) => {
    const text = readFileSync(join(DOCS, page), 'utf8').replace(/^```[\s\S]*?^```$/gm, '');
    return [...text.matchAll(/(?<!\\)\]\((?!https?:|#)([^)#\s]+)/g)].map(([, target]) => ({ page, target }));
  });
  expect(targets.length).toBeGreaterThan(ALL.length);
  expect(targets.filter(({ page, target }) => !existsSync(join(DOCS, dirname(page), target)))).toEqual([]);
});

describe('the register of releases', () => {
  test('has every rule: npm run rules', () => {
    const register = readRegister();
    expect(Object.keys(register)).toEqual(expect.arrayContaining(ALL));
    const gone = Object.keys(register).filter((code) => !ALL.includes(code));
    expect(gone.filter((code) => register[code] === UNRELEASED)).toEqual([]);
    expect(Object.values(register).filter((since) => since !== UNRELEASED && !/^\d+\.\d+\.\d+$/.test(since))).toEqual([]);
  });

  test('enters a new rule as unreleased, and with the release when there is one', () => {
    expect(brought({ old: '0.1.0' }, ['old', 'fresh'], '0.0.0')).toEqual({ old: '0.1.0', fresh: UNRELEASED });
    expect(brought({ old: '0.1.0', fresh: UNRELEASED }, ['old', 'fresh'], '0.2.0')).toEqual({ old: '0.1.0', fresh: '0.2.0' });
  });

  test('keeps the code of a rule that is gone, if a release had it', () => {
    expect(brought({ a: '0.1.0', b: UNRELEASED }, ['c'], '0.2.0')).toEqual({ a: '0.1.0', c: '0.2.0' });
  });
});

describe('a page', () => {
  const text = pageText(rulePageOf(ruleOf('grace-period-zero'), '1.2.0'));

  test('shows what is found and what is not, with the difference marked', () => {
    expect(text).toContain(`        memory:
            guest: 2Gi
-       terminationGracePeriodSeconds: 0
+       terminationGracePeriodSeconds: 180
`);
    expect(text).toContain('It is found with the lines `-`, and not with `+` in their place:\n');
    expect(text).toContain('**warning** · category [recovery](../rules.md#recovery) · since 1.2.0\n');
  });

  test('says how to accept the finding of the example', () => {
    expect(text).toContain("    cdk8s-kubevirt/acknowledge: 'grace-period-zero: why it is right here'");
    expect(text).toContain('  - rule: grace-period-zero\n    object: VirtualMachine shop/web\n');
  });

  test.each([
    ['mac-address-duplicate', '`npx cdk8s-kubevirt fix PATH --unsafe --rule mac-address-duplicate` writes a mend that needs your decision'],
    ['probe-handler-not-exactly-one', 'The command does not mend it: the right value is for you to say.'],
    ['field-value-not-allowed', '`npx cdk8s-kubevirt fix PATH` mends it, where the right value is certain.'],
  ])('says of %s whether it is mended', (id, expected) => {
    expect(pageText(rulePageOf(ruleOf(id), UNRELEASED))).toContain(expected);
  });

  test('says where the cluster is the difference', () => {
    const page = pageText(rulePageOf(ruleOf('field-newer-than-cluster'), UNRELEASED));
    expect(page).toContain('It is found on one cluster, and not on the other');
    expect(page).toContain('Found on KubeVirt 1.5, and not on KubeVirt 1.8.');
  });

  test('marks where the finding points to, where the line is the same', () => {
    const page = pageText(rulePageOf(ruleOf('feature-gate-missing'), UNRELEASED));
    expect(page).toContain('and not with `+` in their place; the finding points to `!`:');
    expect(page).toContain('\n! kind: VirtualMachineExport\n');
  });
});
