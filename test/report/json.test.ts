import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { isObject } from '../../src/graph';
import { json } from '../../src/report';
import { acceptedFinding, findingWith, reportOf } from './sample';

const SCHEMA = JSON.parse(readFileSync(join(__dirname, '../../schemas/audit-report.schema.json'), 'utf8'));
const ajv = new Ajv({ strict: true, allowUnionTypes: true, formats: { uri: (text) => URL.canParse(text), date: /^\d{4}-\d\d-\d\d$/ } });
const validate = ajv.compile(closed(SCHEMA) as object);

/** The schema, in which fields that it does not name are wrong: those that read reports have to bear new ones. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) {
    return schema.map(closed);
  }
  if (!isObject(schema)) {
    return schema;
  }
  const members = Object.fromEntries(Object.entries(schema).map(([name, member]) => [name, closed(member)]));
  return isObject(members.properties) && schema.type === 'object' ? { ...members, additionalProperties: false } : members;
}

function faultsOf(document: unknown): unknown {
  return validate(document) ? [] : validate.errors;
}

const FIX = { safe: true, operations: [{ op: 'replace', path: '/spec/running', value: true }] } as const;
const region = { line: 3, column: 1, endLine: 3, endColumn: 5 };

test('a finding has its fields as data', () => {
  const [finding] = JSON.parse(json(reportOf([findingWith({ fix: FIX, replacements: [{ region, text: 'true' }] })]))).findings;
  expect(finding).toEqual({
    rule: 'live-migrate-blocked',
    severity: 'error',
    category: 'availability',
    stage: 'run',
    file: 'k8s/shop/web.yaml',
    line: 14,
    column: 46,
    endLine: 14,
    endColumn: 54,
    object: { apiVersion: 'kubevirt.io/v1', kind: 'VirtualMachine', namespace: 'shop', name: 'web' },
    path: ['spec', 'template', 'spec', 'volumes', 0, 'persistentVolumeClaim', 'claimName'],
    pathText: 'spec.template.spec.volumes[0].persistentVolumeClaim.claimName',
    value: '"web-root"',
    message: 'the volume "root" is on a claim that one node can use',
    remedy: 'Use a claim with ReadWriteMany.',
    help: 'https://github.com/cdk8s-kubevirt/cdk8s-kubevirt/blob/main/docs/rules/live-migrate-blocked.md',
    references: findingWith().rule.references,
    fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/),
    fix: { safe: true, operations: FIX.operations, replacements: [{ region, text: 'true' }] },
  });
});

test('the summary counts what is accepted by itself', () => {
  const files = [
    { path: 'a.yaml', objects: 2, others: 1, templates: 3, faults: [{ message: 'It ends early.', place: { line: 9, column: 2 } }] },
  ];
  const document = JSON.parse(json(reportOf([findingWith({ fix: FIX }), acceptedFinding({ fix: FIX })], { files, exitCode: 2 })));
  expect(document.summary).toEqual({
    files: 1,
    objects: 2,
    otherDocuments: 1,
    templates: 3,
    faultyFiles: 1,
    errors: 1,
    warnings: 0,
    infos: 0,
    accepted: 1,
    fixable: 1,
  });
  expect(document.files[0].faults).toEqual([{ message: 'It ends early.', line: 9, column: 2 }]);
  expect(document.findings[1].acknowledged).toEqual({ by: 'annotation', reason: 'moves with ticket 4711', until: '2027-01-31' });
  expect(document.exitCode).toBe(2);
});

test('reports have the schema that is published', () => {
  const files = [{ path: 'a.yaml', objects: 2, others: 1, faults: [{ message: 'It ends early.' }] }];
  const unnamed = { apiVersion: '', kind: '' };
  const findings = [
    findingWith({ fix: FIX, replacements: [{ region, text: '' }] }),
    acceptedFinding(),
    findingWith({ object: unnamed, more: 20 }),
  ];
  const document = JSON.parse(json(reportOf(findings, { files, exitCode: 1 })));
  expect(faultsOf(document)).toEqual([]);
  expect(faultsOf({ ...document, findings: [{ ...document.findings[0], line: 0 }] })).not.toEqual([]);
  expect(faultsOf({ ...document, surprise: true })).not.toEqual([]);
});

test('the schema describes every field of a report', () => {
  const findings = [findingWith({ fix: FIX, replacements: [{ region, text: '' }] }), acceptedFinding(), findingWith({ more: 20 })];
  const document = JSON.parse(json(reportOf(findings)));
  expect(Object.keys(SCHEMA.definitions.finding.properties).sort()).toEqual([...new Set(document.findings.flatMap(Object.keys))].sort());
});

test('a fix that would write a secret is not told', () => {
  const secret = {
    safe: true,
    operations: [{ op: 'add', path: '/spec/volumes/0', value: { cloudInitNoCloud: { userData: 'x' } } }],
  } as const;
  const known = { safe: true, operations: [{ op: 'add', path: '/spec/url', value: 'http://me:hunter2@example.com' }] } as const;
  const inFile = findingWith({ fix: FIX, replacements: [{ region, text: 'http://me:hunter2@example.com' }] });
  const findings = JSON.parse(json(reportOf([findingWith({ fix: secret }), findingWith({ fix: known }), inFile]))).findings;
  expect(findings.map(({ fix }: { fix: unknown }) => fix)).toEqual([undefined, undefined, { safe: true, operations: FIX.operations }]);
});

test('the fingerprint stays when lines move, and differs within a report', () => {
  const moved = findingWith({ region: { line: 99, column: 1, endLine: 99, endColumn: 2 }, message: 'other words', file: 'moved.yaml' });
  const newer = findingWith({ object: { apiVersion: 'kubevirt.io/v1beta1', kind: 'VirtualMachine', namespace: 'shop', name: 'web' } });
  const other = findingWith({ manifestPath: 'spec.running' });
  const of = (...findings: Parameters<typeof reportOf>[0]) =>
    JSON.parse(json(reportOf(findings))).findings.map(({ fingerprint }: { fingerprint: string }) => fingerprint);
  const [first] = of(findingWith());
  expect(of(moved)).toEqual([first]);
  expect(of(newer)).toEqual([first]);
  expect(of(findingWith(), findingWith(), other)).toEqual([first, `${first}-2`, expect.not.stringContaining(first)]);
});
