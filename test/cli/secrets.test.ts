import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dump } from 'js-yaml';
import { apiGroup, isObject, type Manifest } from '../../src/graph';
import { fieldTable } from '../../src/imports/field-table';
import { FORMATS } from '../../src/report';
import { CANARY, LOOKS, withSecrets, withUnknownFields } from '../audit/canaries';
import { fixtureFolders, fixturesOf } from '../audit/fixture';
import { call, temporaryFolder } from './harness';

const folder = temporaryFolder();

/** The first failing fixture of each rule, as files, with secrets in their places, in fields that a known structure lacks, and in an object beside. */
const files = fixtureFolders().map((name): [string, string] => {
  const manifests = fixturesOf(name, 'failing')
    .slice(0, 1)
    .flatMap((fixture) => fixture.manifests.filter(isObject) as Manifest[]);
  const secret = { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'db' }, stringData: { password: CANARY } };
  return [`${name}.yaml`, [...manifests.map(withSecretFields).map(withSecrets), secret].map((manifest) => dump(manifest)).join('---\n')];
});

/** What the fields of a kind without a structure are nobody knows. */
function withSecretFields(manifest: Manifest): Manifest {
  return Object.hasOwn(fieldTable().kinds, `${apiGroup(manifest)}/${manifest.kind}`) ? withUnknownFields(manifest) : manifest;
}

/** Runs the command, with all that it has printed and written by the names of the formats. */
async function written(args: readonly string[]): Promise<Record<string, string>> {
  const outputs = [...FORMATS.keys()].flatMap((format) => ['--output', `${format}=out/${format}`]);
  const { out, err } = await call(['audit', ...args, ...outputs], { cwd: folder.path() });
  const names = readdirSync(join(folder.path(), 'out'));
  return { ...Object.fromEntries(names.map((name) => [name, readFileSync(join(folder.path(), 'out', name), 'utf8')])), out, err };
}

const singing = (texts: Record<string, string>) =>
  Object.entries(texts).flatMap(([name, text]) =>
    text
      .split('\n')
      .filter((line) => line.includes(CANARY))
      .map((line) => `${name}: ${line}`),
  );

test('no format shows a secret of the files that are read', async () => {
  folder.write(Object.fromEntries(files));
  const texts = await written(['.']);
  expect(Object.keys(texts).sort()).toEqual([...FORMATS.keys(), 'err', 'out'].sort());
  expect(singing(texts)).toEqual([]);
  const { findings } = JSON.parse(texts.json);
  expect(findings.length).toBeGreaterThan(100);
  process.stdout.write(`canaries in reports: ${files.length} files, ${findings.length} findings, ${FORMATS.size} formats, 0 shown\n`);
});

test('nor one beside an object, or in several lines, or of a file that cannot be read', async () => {
  const [, [, key]] = LOOKS;
  const list = `apiVersion: v1
kind: List
items:
- {apiVersion: v1, kind: Secret, metadata: {name: one}, stringData: {p: ${CANARY}}}
- apiVersion: v1
  kind: Service
  metadata:
    name: Wrong_Name
    annotations:
      note: |
        ${key.replaceAll('\n', '\n        ')}
- {apiVersion: v1, kind: Secret, metadata: {name: two}, stringData: {p: ${CANARY}}}
`;
  folder.write({ 'list.yaml': list, 'broken.yaml': `kind: Secret\nstringData:\n  p: "${CANARY}\n  q: [${CANARY}\n` });
  const texts = await written(['.']);
  expect(texts.text).toContain('Wrong_Name');
  expect(texts.text).toContain('broken.yaml');
  expect(singing(texts)).toEqual([]);
});
