import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiObject, App, Chart, JsonPatch, Lazy, Testing } from 'cdk8s';
import { ClusterProfile, ManifestCheck, Severity } from 'cdk8s-kubevirt';
import { RULES } from '../../src/audit';
import { isObject, type Manifest } from '../../src/graph';
import { CANARY, changed, LOOKS, withSecrets } from '../audit/canaries';
import { fixtureFolders, fixturesOf } from '../audit/fixture';
import { thrownBy } from '../support/thrown';

const ALL_LOOKS = LOOKS.map(([, secret]) => secret).join('\n');

/** The first failing fixture of each rule, with secrets in their places, and in an annotation what looks like some. */
const manifests = fixtureFolders()
  .flatMap((folder) => fixturesOf(folder, 'failing').slice(0, 1))
  .flatMap(({ manifests }) => manifests.filter(isObject) as Manifest[])
  .filter(isTaken)
  .map(withSecrets)
  .map((manifest) => changed(manifest, (text, path) => (path.join('.') === 'metadata.annotations.note' ? `${text} ${ALL_LOOKS}` : text)));

/** Whether cdk8s makes an object of it. */
function isTaken({ apiVersion, kind }: Manifest): boolean {
  return typeof apiVersion === 'string' && /^(?:[^/]+\/)?[^/]+$/.test(apiVersion) && typeof kind === 'string' && kind !== 'List';
}

function appOf(outdir: string): App {
  const app = new App({ outdir, recordConstructMetadata: true });
  ClusterProfile.kubevirt('1.9').applyTo(app);
  manifests.forEach((manifest, index) => {
    new ApiObject(new Chart(app, `chart-${index}`), 'object', manifest as any);
  });
  ManifestCheck.attachTo(app);
  return app;
}

/** What is written to the standard error output, and what is thrown. */
function toldBy(act: () => unknown): string {
  const write = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  try {
    act();
    return write.mock.calls.map(([text]) => String(text)).join('');
  } catch (error) {
    return `${write.mock.calls.map(([text]) => String(text)).join('')}${(error as Error).stack}`;
  } finally {
    write.mockRestore();
  }
}

describe('a synth shows no secret', () => {
  const outdir = mkdtempSync(join(tmpdir(), 'cdk8s-kubevirt-'));

  test('in what it throws', () => {
    const told = toldBy(() => appOf(outdir).synth());
    expect(told.split('\n').length).toBeGreaterThan(300);
    expect(told.split('\n').filter((line) => line.includes(CANARY))).toEqual([]);
  });

  test('in what it prints, in findings without their values, and in the file of metadata', () => {
    const app = appOf(outdir);
    for (const { id } of RULES) {
      ManifestCheck.setSeverity(app, id, Severity.WARNING);
    }
    const told = toldBy(() => app.synth()).split('\n');
    const findings = ManifestCheck.findings(app).map(({ value, fix, ...finding }) => JSON.stringify(finding));
    const files = readdirSync(outdir).filter((file) => file.endsWith('.json'));
    expect(files).toEqual(['construct-metadata.json']);
    const metadata = readFileSync(join(outdir, files[0]), 'utf8');
    expect([...told, ...findings, metadata].filter((line) => line.includes(CANARY))).toEqual([]);
    expect(told.length).toBeGreaterThan(300);
    process.stdout.write(`canaries in a synth: ${manifests.length} objects, ${told.length} lines, ${findings.length} findings, 0 shown\n`);
  });
});

function secret(patch?: JsonPatch, data: Record<string, unknown> = { password: CANARY }): ApiObject {
  const chart = Testing.chart();
  ManifestCheck.attachTo(chart);
  const object = new ApiObject(chart, 'secret', { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'db' }, stringData: data });
  if (patch !== undefined) {
    object.addJsonPatch(patch);
  }
  return object;
}

const refusal = (object: ApiObject) => thrownBy(() => Testing.synth(Chart.of(object)));

test.each<[string, JsonPatch, string]>([
  [
    'a test that fails',
    JsonPatch.test('/stringData/password', `${CANARY}2`),
    'test /stringData/password cannot be applied: TEST_OPERATION_FAILED: Test operation failed',
  ],
  [
    'a test of the whole',
    JsonPatch.test('/stringData', { password: `${CANARY}2` }),
    'test /stringData cannot be applied: TEST_OPERATION_FAILED: Test operation failed',
  ],
  [
    'a way that leads nowhere',
    JsonPatch.replace('/stringData/password/a/b', CANARY),
    "replace /stringData/password/a/b cannot be applied: TypeError: Cannot read properties of undefined (reading 'b')",
  ],
  [
    'a move from nowhere',
    JsonPatch.move('/data/a/b', '/stringData/b'),
    "move /stringData/b cannot be applied: TypeError: Cannot read properties of undefined (reading 'a')",
  ],
])('of a JSON patch that fails operation and path are shown, not the object: %s', (_what, patch, shown) => {
  const message = refusal(secret(patch));
  expect(message).toContain(`JSON patch ${shown}`);
  expect(message).not.toContain(CANARY);
});

/** Exceptions of users, of Node.js and of the engine, with the data in them. */
const EXCEPTIONS: readonly [what: string, fails: () => unknown, shown: string][] = [
  ['with the data as JSON', () => fail(`cannot render {"password":"${CANARY}"} here`), 'Error: cannot render …'],
  ['with the data as Node.js prints them', () => fail(`cannot render { password: '${CANARY}' }`), 'Error: cannot render …'],
  ['with a list of them', () => fail(`cannot render ["${CANARY}"]`), 'Error: cannot render …'],
  ['in several lines', () => fail(`cannot render\n${CANARY}`), 'Error: cannot render.'],
  ['of a text that is no JSON', () => JSON.parse(CANARY), 'is not valid JSON'],
  ['of a text in place of an object', () => 'a' in (CANARY as any), "Cannot use 'in' operator: the value is no object"],
  ['of a text in place of a number', () => BigInt(CANARY), 'Cannot convert the value to a BigInt'],
  ['of a text in place of a pattern', () => new RegExp(`(${CANARY}`), 'Invalid regular expression'],
  ['of Node.js', () => Buffer.alloc(`${CANARY}` as any), 'must be of type number.'],
  ['with a secret by its looks', () => fail(`no answer from ${ALL_LOOKS}`), 'no answer from https://(redacted)@example.com/a'],
];

test.each(EXCEPTIONS)('an exception while an object is rendered shows no secret: %s', (_what, fails, shown) => {
  const message = refusal(secret(undefined, { key: Lazy.any({ produce: fails }) }));
  expect(message).toContain('(manifest-not-rendered)');
  expect(message).toContain(shown);
  expect(message).not.toContain(CANARY);
});

function fail(message: string): never {
  throw new Error(message);
}

test('what is accepted is told without the secret in its reason', () => {
  const chart = Testing.chart();
  const route = new ApiObject(chart, 'route', { apiVersion: 'v1', kind: 'Service', metadata: { name: 'Bad_Name' }, spec: {} });
  ManifestCheck.acknowledge(route, { rule: 'object-name-invalid', reason: `see https://me:${CANARY}@example.com/ticket` });
  const told = toldBy(() => Testing.synth(chart));
  expect(told).toContain('see https://(redacted)@example.com/ticket');
  expect(told).not.toContain(CANARY);
  expect(JSON.stringify(ManifestCheck.findings(chart).map(({ value, ...finding }) => finding))).not.toContain(CANARY);
});
