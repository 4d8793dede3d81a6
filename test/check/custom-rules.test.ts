import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { App, Chart, Size } from 'cdk8s';
import {
  type CustomRuleContext,
  type ICustomRule,
  ManifestCheck,
  RuleCategory,
  RuleFixtures,
  Severity,
  VirtualMachine,
} from 'cdk8s-kubevirt';

/** As programs in other languages have one: members come from a class. */
class OwnerMissing implements ICustomRule {
  public readonly id = 'acme-owner-missing';
  public readonly title = 'A VM says which team looks after it';
  public readonly severity: Severity = Severity.ERROR;
  public readonly category = RuleCategory.AVAILABILITY;
  public readonly rationale = 'At night somebody has to be called.';
  public readonly remediation = 'Add the label team.';
  public readonly kinds = ['VirtualMachine'];

  public judge(manifest: any, _context: CustomRuleContext) {
    return manifest.metadata.labels?.team === undefined ? [{ path: 'metadata.labels.team', message: 'nobody is called' }] : [];
  }
}

const TEXT = 'metadata.labels.team is not set: nobody is called. Add the label team. (acme-owner-missing)';

function appWith(rule: ICustomRule) {
  const app = new App();
  const vm = new VirtualMachine(new Chart(app, 'shop'), 'web', { memory: Size.gibibytes(1), interfaces: [] });
  ManifestCheck.addRule(vm, rule);
  return { app, vm };
}

const codes = (app: App) => ManifestCheck.findings(app).map(({ code, acknowledgement }) => `${code}${acknowledgement ? ' accepted' : ''}`);

test('an error of a rule of one’s own fails the synth', () => {
  const { app } = appWith(new OwnerMissing());
  expect(() => app.synth()).toThrow(`[shop/web] ${TEXT}`);
});

test('it is accepted, lowered and turned off by its code, also by a rule that is an object', () => {
  const rule = new OwnerMissing();
  const object: ICustomRule = {
    ...{ id: rule.id, title: rule.title, severity: rule.severity, category: rule.category, rationale: rule.rationale },
    remediation: rule.remediation,
    judge: (manifest, context) => rule.judge(manifest, context),
  };
  const accepted = appWith(object);
  ManifestCheck.acknowledge(accepted.vm, { rule: 'acme-owner-missing', reason: 'a test' });
  expect(codes(accepted.app)).toContain('acme-owner-missing accepted');
  const lowered = appWith(rule);
  ManifestCheck.setSeverity(lowered.app, 'acme-owner-missing', Severity.INFO);
  expect(ManifestCheck.findings(lowered.app).find(({ code }) => code === rule.id)?.severity).toBe(Severity.INFO);
  const off = appWith(rule);
  ManifestCheck.turnOffRule(off.app, 'acme-owner-missing');
  expect(codes(off.app)).not.toContain('acme-owner-missing');
  expect(() => ManifestCheck.setSeverity(new App(), 'acme-owner-missing', Severity.INFO)).toThrow('rule-unknown');
});

test.each([
  ['its code is ours', { id: 'live-migrate-blocked' }, 'A rule of cdk8s-kubevirt has the code live-migrate-blocked already'],
  ['its code is none', { id: 'x' }, 'id is "x". Write words in small letters with hyphens'],
  ['it is about the check', { category: RuleCategory.CHECK }, 'category is "check"'],
])('it is refused where %s', (_why, members, message) => {
  expect(() => appWith(Object.assign(new OwnerMissing(), members))).toThrow(message);
});

test('it is refused twice', () => {
  const { app } = appWith(new OwnerMissing());
  expect(() => ManifestCheck.addRule(app, new OwnerMissing())).toThrow(
    '[ManifestCheck.addRule] rule is "acme-owner-missing": Another of your rules has the code acme-owner-missing already. Choose another, ' +
      'which begins with a name of your own. docs/custom-rules.md has an example. (custom-rule-invalid)',
  );
});

test('one that throws fails the synth, and says who has to mend it', () => {
  const { app } = appWith(Object.assign(new OwnerMissing(), { judge: (vm: any) => vm.no.such }));
  expect(() => app.synth()).toThrow(
    'rule acme-owner-missing failed: it throws "TypeError: Cannot read properties of undefined (reading \'such\')" for VirtualMachine shop-web-c81100ac. ' +
      'Mend the rule acme-owner-missing. (rule-failed)',
  );
});

describe('RuleFixtures', () => {
  const VM = (labels: string) => `apiVersion: kubevirt.io/v1\nkind: VirtualMachine\nmetadata: {name: web, labels: {${labels}}}\nspec: {}\n`;
  const FINDING = `# finding: VirtualMachine web: ${TEXT}\n`;
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'rules-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function faults(files: Readonly<Record<string, string>>, rule: ICustomRule = new OwnerMissing()): string[] {
    for (const [name, text] of Object.entries({ 'passing/a.yaml': VM('team: x'), 'failing/a.yaml': FINDING + VM(''), ...files })) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    return RuleFixtures.faults(rule, folder).map((fault) => fault.replaceAll(folder, ''));
  }

  test('finds nothing where the rule does what they say', () => {
    expect(faults({})).toEqual([]);
  });

  test.each([
    [
      'a finding that is not said',
      { 'failing/a.yaml': VM('') },
      ['/failing/a.yaml: it has no line "# finding: …".', `/failing/a.yaml: found, and not said: ${FINDING.trim()}`],
    ],
    [
      'a finding that is not there',
      { 'failing/a.yaml': FINDING + VM('team: x') },
      [`/failing/a.yaml: said, and not found: ${FINDING.trim()}`],
    ],
    ['a passing file that fails', { 'passing/a.yaml': VM('') }, [`/passing/a.yaml: found, and not said: ${FINDING.trim()}`]],
    [
      'a passing file without anything to judge',
      { 'passing/a.yaml': 'apiVersion: v1\nkind: Service\nmetadata: {name: web}\n' },
      ['/passing/a.yaml: the rule judges nothing in it. Write an object of one of its kinds.'],
    ],
    ['a file that is no YAML', { 'passing/a.yaml': 'a: [' }, [expect.stringMatching(/^\/passing\/a\.yaml: this is no YAML: /)]],
  ])('tells %s', (_what, files, expected) => {
    expect(faults(files)).toEqual(expected);
  });

  test('tells that there are no files', () => {
    expect(RuleFixtures.faults(new OwnerMissing(), join(folder, 'no'))).toEqual([
      `${join(folder, 'no/passing')}: there are no manifests here. Write at least one file, such as passing/vm.yaml.`,
      `${join(folder, 'no/failing')}: there are no manifests here. Write at least one file, such as failing/vm.yaml.`,
    ]);
  });

  test('tells a mend that does not mend, and takes one that does', () => {
    const judge = (value: object) => (manifest: any) =>
      new OwnerMissing()
        .judge(manifest, {} as CustomRuleContext)
        .map((violation) => ({ ...violation, fix: { operations: [{ op: 'add', path: '/metadata/labels', value }], safe: true } }));
    expect(faults({}, Object.assign(new OwnerMissing(), { judge: judge({}) }))).toEqual([
      '/failing/a.yaml: the fix of metadata.labels.team does not mend it.',
    ]);
    expect(faults({}, Object.assign(new OwnerMissing(), { judge: judge({ team: 'x' }) }))).toEqual([]);
  });

  test('tells a rule that is none, and one that throws', () => {
    expect(faults({}, Object.assign(new OwnerMissing(), { id: 'x' }))).toEqual([expect.stringContaining('id is "x".')]);
    const broken = Object.assign(new OwnerMissing(), { judge: (vm: any) => vm.no.such });
    expect(faults({})).toEqual([]);
    expect(faults({}, broken)).toEqual(
      expect.arrayContaining([expect.stringMatching(/^\/failing\/a\.yaml: it throws "TypeError: .*Mend the rule/)]),
    );
  });
});
