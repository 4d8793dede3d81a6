import { sarif } from '../../src/report';
import { AcceptedBy, type AuditReport } from '../../src/report/audit-report';
import { fileUri } from '../../src/report/file-uris';
import { acceptedFinding, findingWith, reportOf } from './sample';
import { sarifFaults } from './sarif-schema';

const FIX = { safe: true, operations: [{ op: 'replace', path: '/spec/running', value: true }] } as const;
const region = { line: 3, column: 1, endLine: 3, endColumn: 5 };
const faulty = {
  path: 'b ü.yaml',
  objects: 0,
  others: 0,
  faults: [{ message: 'It ends early.', place: { line: 9, column: 2 } }, { message: 'It is large.' }],
};

function runOf(report: AuditReport) {
  return JSON.parse(sarif(report)).runs[0];
}

test('a report is valid SARIF', () => {
  const findings = [findingWith({ fix: FIX, replacements: [{ region, text: 'true' }] }), acceptedFinding(), findingWith({ fix: FIX })];
  const report = reportOf(findings, { files: [faulty, { path: 'k8s/shop/web.yaml', objects: 1, others: 0 }], exitCode: 2 });
  expect(sarifFaults(JSON.parse(sarif(report)))).toEqual([]);
  expect(sarifFaults(JSON.parse(sarif(reportOf([]))))).toEqual([]);
});

test('the schema refuses what is no SARIF', () => {
  const document = JSON.parse(sarif(reportOf([findingWith()])));
  document.runs[0].results[0].level = 'fatal';
  expect(sarifFaults(document)).not.toEqual([]);
});

test('a result has rule, level, message and place', () => {
  expect(runOf(reportOf([findingWith()])).results).toEqual([
    {
      ruleIndex: 0,
      ruleId: 'live-migrate-blocked',
      level: 'error',
      message: {
        text:
          'VirtualMachine shop/web: spec.template.spec.volumes[0].persistentVolumeClaim.claimName is "web-root": the volume "root" is on a ' +
          'claim that one node can use. Use a claim with ReadWriteMany.',
      },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'k8s/shop/web.yaml', uriBaseId: '%SRCROOT%', index: 0 },
            region: { startLine: 14, startColumn: 46, endLine: 14, endColumn: 54 },
          },
          logicalLocations: [{ name: 'web', fullyQualifiedName: 'VirtualMachine shop/web', kind: 'resource' }],
        },
      ],
      suppressions: [],
      properties: {
        object: { apiVersion: 'kubevirt.io/v1', kind: 'VirtualMachine', namespace: 'shop', name: 'web' },
        path: 'spec.template.spec.volumes[0].persistentVolumeClaim.claimName',
        value: '"web-root"',
        stage: 'run',
        remedy: 'Use a claim with ReadWriteMany.',
      },
      partialFingerprints: { 'objectPath/v1': expect.stringMatching(/^[0-9a-f]{32}$/) },
    },
  ]);
});

test('the rules that found something are described once, with help and a page', () => {
  const { driver } = runOf(reportOf([findingWith(), findingWith(), acceptedFinding()])).tool;
  expect(driver).toMatchObject({ name: 'cdk8s-kubevirt', version: '1.2.3' });
  expect(driver.rules.map(({ id }: { id: string }) => id)).toEqual(['live-migrate-blocked', 'readiness-missing-behind-service']);
  const [rule] = driver.rules;
  expect(rule.helpUri).toBe('https://github.com/cdk8s-kubevirt/cdk8s-kubevirt/blob/main/docs/rules/live-migrate-blocked.md');
  expect(rule.help.markdown).toContain(`*What to do:* ${findingWith().rule.remediation}`);
  expect(rule.help.text).toContain(findingWith().rule.rationale);
  expect(rule.defaultConfiguration).toEqual({ level: 'error' });
});

test('what is accepted is suppressed, in the source or outside', () => {
  const outside = acceptedFinding({ acceptance: { by: AcceptedBy.BASELINE, reason: 'was there before' } });
  expect(runOf(reportOf([acceptedFinding(), outside])).results.map(({ suppressions }: { suppressions: unknown }) => suppressions)).toEqual([
    [{ kind: 'inSource', status: 'accepted', justification: 'moves with ticket 4711 (until 2027-01-31)' }],
    [{ kind: 'external', status: 'accepted', justification: 'was there before' }],
  ]);
});

test('a fix says what to write into the file, where that is known', () => {
  const findings = [findingWith({ fix: FIX, replacements: [{ region, text: 'true' }] }), findingWith({ fix: FIX }), findingWith()];
  const results = runOf(reportOf(findings)).results;
  expect(results.map(({ fixes }: { fixes: unknown }) => fixes)).toEqual([
    [
      {
        description: { text: 'Use a claim with ReadWriteMany.' },
        artifactChanges: [
          {
            artifactLocation: { uri: 'k8s/shop/web.yaml', uriBaseId: '%SRCROOT%' },
            replacements: [
              { deletedRegion: { startLine: 3, startColumn: 1, endLine: 3, endColumn: 5 }, insertedContent: { text: 'true' } },
            ],
          },
        ],
      },
    ],
    undefined,
    undefined,
  ]);
});

test('files that could not be judged are notifications of a run that failed', () => {
  const [invocation] = runOf(reportOf([], { files: [faulty], exitCode: 2 })).invocations;
  expect(invocation).toMatchObject({ exitCode: 2, executionSuccessful: false });
  expect(invocation.toolExecutionNotifications).toEqual([
    {
      level: 'error',
      message: { text: 'It ends early.' },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'b%20%C3%BC.yaml', uriBaseId: '%SRCROOT%' },
            region: { startLine: 9, startColumn: 2 },
          },
        },
      ],
    },
    {
      level: 'error',
      message: { text: 'It is large.' },
      locations: [{ physicalLocation: { artifactLocation: { uri: 'b%20%C3%BC.yaml', uriBaseId: '%SRCROOT%' } } }],
    },
  ]);
  expect(runOf(reportOf([findingWith()], { exitCode: 1 })).invocations).toEqual([
    { exitCode: 1, executionSuccessful: true, toolExecutionNotifications: [] },
  ]);
});

test('braces and links of values are no placeholders and no links', () => {
  const finding = findingWith({ manifestPath: 'spec.a', shownValue: '{"{0}":"[x](1)"}', message: 'so it is' });
  expect(runOf(reportOf([finding])).results[0].message.text).toContain('is {{"{{0}}":"[x\\](1)"}}: so it is.');
});

test.each([
  ['k8s/a.yaml', 'k8s/a.yaml'],
  ['./k8s/a.yaml', 'k8s/a.yaml'],
  ['a b#c?d%.yaml', 'a%20b%23c%3Fd%25.yaml'],
  ['a:b.yaml', 'a%3Ab.yaml'],
  ['ü.yaml', '%C3%BC.yaml'],
  ['\ud800.yaml', '%EF%BF%BD.yaml'],
  ['/srv/a b.yaml', 'file:///srv/a%20b.yaml'],
  ['C:\\k8s\\a.yaml', 'file:///C:/k8s/a.yaml'],
])('the file %s is %s', (path, uri) => {
  expect(fileUri(path)).toBe(uri);
});
