import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { FailureClass } from '../../src/facts';
import { type Recovery, RecoveryVerdict, StepOrigin } from '../../src/recovery';
import {
  compared,
  RECOVERY_FORMATS,
  type RecoveryReport,
  type ReportedRecovery,
  type ReportedStep,
  reportedRecovery,
} from '../../src/report';
import { recoveryText } from '../../src/report/recovery/recovery-text';
import { HOSTILE_TEXTS } from './hostile-report';

const SCHEMA = JSON.parse(readFileSync(join(__dirname, '../../schemas/recovery-report.schema.json'), 'utf8'));
const validate = new Ajv({ strict: true, allowUnionTypes: true, formats: { uri: (text) => URL.canParse(text) } }).compile(SCHEMA);

function stepWith(step: Partial<ReportedStep> = {}): ReportedStep {
  return {
    id: 'unhealthy',
    actor: 'NodeHealthCheck workers',
    what: 'The node has been unhealthy for long enough',
    after: [],
    waitsFor: 'all',
    begin: { best: 0, worst: 0 },
    end: { best: 299, worst: 300 },
    duration: { best: 299, worst: 300 },
    origin: {
      kind: StepOrigin.FIELD,
      says: 'duration 300s',
      object: 'NodeHealthCheck workers',
      path: 'spec.unhealthyConditions[0].duration',
    },
    isCritical: true,
    savings: [],
    ...step,
  };
}

const BOOT = stepWith({
  id: 'answers',
  actor: 'guest',
  what: 'The guest boots',
  after: ['unhealthy'],
  begin: { best: 299, worst: 300 },
  end: { best: 300, worst: 400 },
  duration: { best: 1, worst: 100 },
  origin: { kind: StepOrigin.DEFAULT, says: 'boot time 100 s by default' },
});

function recoveryWith(recovery: Partial<ReportedRecovery> = {}): ReportedRecovery {
  return {
    vm: { apiVersion: 'kubevirt.io/v1', kind: 'VirtualMachine', namespace: 'shop', name: 'web' },
    failure: FailureClass.NODE_LOSS,
    objective: 360,
    isNamed: false,
    verdict: RecoveryVerdict.MISSED,
    outage: { best: 300, worst: 400 },
    certain: 400,
    down: { best: 0, worst: 0 },
    place: 'worker-0',
    steps: [stepWith(), BOOT],
    criticalPath: ['unhealthy', 'answers'],
    assumptions: [{ id: 'boot-time', what: 'The guest boots within 100 s', say: 'an annotation' }],
    ...recovery,
  };
}

function reportOf(recoveries: readonly ReportedRecovery[], more: Partial<RecoveryReport> = {}): RecoveryReport {
  return { version: '1.0.0', cluster: 'KubeVirt 1.8', exitCode: 1, recoveries, isChosen: false, ...more };
}

const named = (name: string) => ({ ...recoveryWith().vm, name });
const never = recoveryWith({
  vm: named('db'),
  outage: {},
  steps: [stepWith({ end: {}, duration: {} })],
  never: { id: 'no-fencing', because: 'Nobody fences', change: 'A NodeHealthCheck would change it.', isCertain: true },
});

test('the text has the table, and in each timeline bars, the critical path, what would save time, and what is assumed', () => {
  const saving = { object: 'NodeHealthCheck workers', path: 'spec.unhealthyConditions[0].duration', value: '60s', outage: 160 };
  const report = reportOf([recoveryWith({ steps: [stepWith({ savings: [saving] }), stepWith({ id: 'aside', isCritical: false }), BOOT] })]);
  expect(recoveryText(report)).toBe(`VM        objective  node loss
shop/web      360 s    400 s ✗
✗ not within it

shop/web · node loss · 400 s (best 300 s) of 360 s, from worker-0 ✗
  0 s         120         240         360
  ┼───────────┼───────────┼───────────┼───
  ██████████████████████████████               300 s  The node has been unhealthy for long enough ← critical
                                                      NodeHealthCheck workers · duration 300s of NodeHealthCheck workers
                                                      spec.unhealthyConditions[0].duration: 60s of NodeHealthCheck workers would make it 160 s
  ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░               300 s  The node has been unhealthy for long enough
                                                      NodeHealthCheck workers · duration 300s of NodeHealthCheck workers
                                ██████████     100 s  The guest boots ← critical
                                                      guest · boot time 100 s by default
  assumed: The guest boots within 100 s (to be said by an annotation)

1 VM, reckoned for KubeVirt 1.8: 1 missed
`);
});

test('what never ends says why, and what would change it', () => {
  const text = recoveryText(reportOf([never]));
  expect(text).toContain('shop/db      360 s    never ✗');
  expect(text).toContain('\n  never: Nobody fences. A NodeHealthCheck would change it.\n');
  expect(text).toMatch(/\n {2}█{36,40} {2,6} {3}never {2}The node/);
});

test('no line is wider than the terminal, where words let it', () => {
  const all = Object.values(FailureClass).map((failure) => recoveryWith({ failure }));
  const text = recoveryText(reportOf(all), { width: 80 });
  expect(Math.max(...text.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(80);
  expect(text.match(/^VM {2,}objective/gm)?.length).toBeGreaterThan(1);
});

test('fifty VMs that are alike have one timeline, and others are counted', () => {
  const many = Array.from({ length: 50 }, (_, index) => recoveryWith({ vm: named(`web-${index}`) }));
  const text = recoveryText(reportOf(many));
  expect(text.match(/← critical/g)).toHaveLength(2);
  expect(text).toContain('shop/web-0 and 49 more VMs · node loss');
  const different = many.map((recovery, index) => ({ ...recovery, place: `worker-${index}` }));
  expect(recoveryText(reportOf(different))).toContain('\n45 more timelines: --vm and --failure choose them\n');
  expect(recoveryText(reportOf(different, { isChosen: true })).match(/ · node loss · /g)).toHaveLength(50);
});

test('a timeline is told for what is missed, or for what was chosen', () => {
  const kept = recoveryWith({ verdict: RecoveryVerdict.KEPT });
  expect(recoveryText(reportOf([kept]))).not.toContain('← critical');
  expect(recoveryText(reportOf([kept], { isChosen: true }))).toContain('← critical');
});

test('a comparison tells what is longer or shorter, and the step that moved', () => {
  const quick = stepWith({
    end: { worst: 60 },
    duration: { best: 59, worst: 60 },
    origin: { kind: StepOrigin.FIELD, says: 'duration 60s' },
  });
  const before = [recoveryWith({ outage: { best: 60, worst: 160 }, steps: [quick, BOOT] }), recoveryWith({ vm: named('gone') })];
  const comparison = compared('old.json', before, [recoveryWith(), never]);
  expect(comparison).toMatchObject({
    changes: [
      {
        isLonger: true,
        moved: [{ id: 'unhealthy', before: { seconds: 60, says: 'duration 60s' }, after: { seconds: 300, says: 'duration 300s' } }],
      },
    ],
    added: [{ name: 'db' }],
    removed: [{ name: 'gone' }],
  });
  expect(recoveryText(reportOf([recoveryWith()], { comparison }))).toContain(`
against old.json: 1 longer, 0 shorter, 1 VM added, 1 VM removed
  shop/web · node loss · 160 s → 400 s (+240 s) ✗
    The node has been unhealthy for long enough: 60 s, duration 60s → 300 s, duration 300s
  added: shop/db
  removed: shop/gone
`);
});

test('never is longer than any time, and the same is no change', () => {
  const { changes } = compared('old', [recoveryWith({ vm: never.vm })], [never]);
  expect(changes).toMatchObject([{ isLonger: true, moved: [{ id: 'unhealthy' }] }]);
  expect(compared('old', [never], [recoveryWith({ vm: never.vm })]).changes).toMatchObject([{ isLonger: false }]);
  expect(compared('old', [never], [never])).toEqual({ against: 'old', changes: [], added: [], removed: [] });
});

test('of several steps that moved, the one that makes most of the difference comes first', () => {
  const slower = { ...BOOT, end: { worst: 700 }, duration: { worst: 400 } };
  const after = recoveryWith({ outage: { worst: 800 }, steps: [stepWith({ duration: { worst: 310 } }), slower] });
  const [{ moved }] = compared('old', [recoveryWith()], [after]).changes;
  expect(moved.map(({ id }) => id)).toEqual(['answers', 'unhealthy']);
});

test('a secret in what a step says is masked', () => {
  const secret = 'password: correct-horse-9';
  const { vm, failure, outage, criticalPath } = recoveryWith();
  const origin = { kind: StepOrigin.FIELD, says: secret, manifest: { kind: 'Pod', metadata: { name: 'a' } } };
  const step = { ...stepWith(), what: secret, origin, assumptions: [], tunings: [] };
  const reason = { id: 'a', because: secret, change: secret, origin, isCertain: true };
  const manifest = { kind: vm.kind, metadata: { name: vm.name } };
  const recovery = { vm: { manifest }, failure, outage, steps: [step], criticalPath, never: reason, assumptions: [] };
  const reported = reportedRecovery(recovery as unknown as Recovery, undefined);
  expect(JSON.stringify(reported).match(/password: /g)).toHaveLength(4);
  expect(JSON.stringify(reported)).not.toContain('correct-horse-9');
});

test.each([
  ['a miss', reportOf([recoveryWith()])],
  ['never, and a comparison', reportOf([never], { comparison: compared('old', [recoveryWith({ vm: never.vm })], [never]) })],
])('JSON is as its schema says: %s', (_what, report) => {
  const document = JSON.parse(RECOVERY_FORMATS.get('json')?.(report) ?? '');
  expect(validate(document) ? [] : validate.errors).toEqual([]);
  expect(document.summary).toEqual({ vms: 1, kept: 0, missed: 1, atRisk: 0, open: 0 });
});

const html = RECOVERY_FORMATS.get('html') as NonNullable<ReturnType<typeof RECOVERY_FORMATS.get>>;

test('the page has each step with what decides it, and marks the critical path', () => {
  const origin = { ...stepWith().origin, reference: 'https://example.com/source' };
  const aside = stepWith({ id: 'aside', what: 'Aside', isCritical: false });
  const page = html(reportOf([recoveryWith({ steps: [stepWith({ origin }), aside, BOOT] })]));
  expect(page.match(/<li class="step critical" tabindex="0"/g)).toHaveLength(2);
  expect(page.match(/<li class="step" tabindex="0"/g)).toHaveLength(1);
  const [tip] = page.match(/<div class="tip".*?<\/div>/) ?? [];
  expect(tip).toContain('<dt>by</dt><dd>NodeHealthCheck workers</dd>');
  expect(tip).toContain('<dt>takes</dt><dd>299 s to 300 s</dd><dt>field</dt><dd>duration 300s</dd>');
  expect(tip).toContain('<code>spec.unhealthyConditions[0].duration of NodeHealthCheck workers</code>');
  expect(tip).toContain(
    '<dt>source</dt><dd><a href="https://example.com/source" rel="noopener noreferrer">https://example.com/source</a></dd>',
  );
  expect(page).toContain('<dt>default</dt><dd>boot time 100 s by default</dd>');
  const [, x, width] =
    /class="worst" x="(\d+)" y="6" width="(\d+)".*?The guest boots<\/span>/.exec(page.slice(page.lastIndexOf('<li class="step'))) ?? [];
  expect([x, width]).toEqual(['750', '250']);
});

test('a bound in the table leads to its timeline, and what is missed is unfolded', () => {
  const kept = recoveryWith({ verdict: RecoveryVerdict.KEPT, failure: FailureClass.KUBELET, outage: { best: 1, worst: 9 } });
  const stays = recoveryWith({ verdict: RecoveryVerdict.KEPT, failure: FailureClass.CONTROL_PLANE, outage: { best: 0, worst: 0 } });
  const page = html(reportOf([kept, recoveryWith(), stays]));
  expect(page).toContain('<td class="missed"><a href="#t0">400 s ✗</a></td>');
  expect(page).toContain('<td class="kept"><a href="#t1">9 s ✓</a></td>');
  expect(page).toContain('<td class="kept">0 s ✓</td>');
  expect([...page.matchAll(/<details class="timeline" id="(\w+)"( open)?>/g)].map(([, id, open]) => [id, open])).toEqual([
    ['t0', ' open'],
    ['t1', undefined],
  ]);
  expect(html(reportOf([kept], { isChosen: true }))).toContain('<details class="timeline" id="t0" open>');
});

test('the page has no script, and allows its own style and nothing else', () => {
  const page = html(reportOf([recoveryWith()]));
  const [, style] = /<style>(.*?)<\/style>/s.exec(page) ?? [];
  const hash = createHash('sha256').update(style).digest('base64');
  expect(page).toContain(`content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'"`);
  expect(page).not.toMatch(/<script|\bsrc=|srcset=|style="|<link|<image|<use/);
  expect(style).not.toMatch(/url\(|@import/);
  expect(new Set(page.match(/href="[^"#]*"/g))).toEqual(new Set(['href="https://github.com/cdk8s-kubevirt/cdk8s-kubevirt"']));
});

/** A report in which each text that comes from manifests and profiles is hostile. */
function reportWith(text: string): RecoveryReport {
  const origin = { kind: StepOrigin.FIELD, says: text, object: text, path: text, reference: text };
  const savings = [{ object: text, path: text, value: text, outage: 1 }];
  const step = stepWith({ actor: text, what: text, origin, savings });
  const vm = { apiVersion: text, kind: text, namespace: text, name: text };
  const assumptions = [{ id: text, what: text, say: text }];
  const reason = { id: text, because: text, change: text, isCertain: true };
  const recovery = recoveryWith({ vm, place: text, steps: [step], never: reason, assumptions });
  const moved = [{ id: text, what: text, before: { says: text }, after: { says: text } }];
  const change = { vm, failure: FailureClass.NODE_LOSS, before: {}, after: { worst: 1 }, isLonger: false, moved };
  const comparison = { against: text, changes: [change], added: [vm], removed: [vm] };
  return reportOf([recovery], { cluster: text, version: text, comparison });
}

const cases = [...RECOVERY_FORMATS.keys()].flatMap((format) => Object.keys(HOSTILE_TEXTS).map((what) => [format, what] as const));

test.each(cases)('%s: %s forge nothing', (name, what) => {
  const format = RECOVERY_FORMATS.get(name) as NonNullable<ReturnType<typeof RECOVERY_FORMATS.get>>;
  const [written, harmless] = [HOSTILE_TEXTS[what], 'harmless'].map((text) => format(reportWith(text)));
  expect(written.match(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}\p{Default_Ignorable_Code_Point}]/gu)).toBeNull();
  expect(written).not.toMatch(/##(vso|teamcity)?\[/);
  expect(written).not.toMatch(/^\s*::/m);
  expect(structureOf(name, written)).toEqual(structureOf(name, harmless));
});

/** What must be the same whatever the texts say. */
function structureOf(format: string, written: string): unknown {
  const lines = written.split('\n');
  switch (format) {
    case 'markdown':
      return {
        cells: lines.map((line) => line.split('|').length),
        tags: written.match(/<\/?(?!code)\w+/g),
        links: written.match(/(?<!\\)\]\(/g),
      };
    case 'html':
      return written.match(/<[/?!]?[\w-]*/g);
    case 'json':
      return JSON.stringify(JSON.parse(written), (_key, value) => (typeof value === 'string' ? '' : value));
    default:
      return lines.length;
  }
}
