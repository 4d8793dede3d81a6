import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CORE_SCHEMA, dump, load, loadAll } from 'js-yaml';
import { CST, Lexer } from 'yaml';
import { RULES } from '../../src/audit';
import type { JudgedFinding } from '../../src/cli/audit/judge';
import { type JudgedFiles, judgedFiles } from '../../src/cli/fix/judged-files';
import { type Mends, mend } from '../../src/cli/fix/mend';
import { COMPONENT_FILE, patchFiles } from '../../src/cli/fix/patches/patch-files';
import { patchRefusals } from '../../src/cli/fix/patches/patches';
import { SourceFile } from '../../src/source';
import { type Fixture, fixturesOf } from '../audit/fixture';
import { CASES, errorsIn, judged, mended, STREAMS, settingsFor, textIn, textOf } from './mending';

/** Another implementation of RFC 6902 than ours: that of cdk8s. */
const { applyPatch } = require(require.resolve('fast-json-patch', { paths: [require.resolve('cdk8s')] }));

/** With those behind values; those of what is taken out go with it. */
const allComments = (text: string) =>
  [...new Lexer().lex(text)].filter((lexeme, index, all) => /^#/.test(lexeme) && all[index - 1] !== CST.SCALAR);
const comments = (text: string) => (text.match(/^#.*$/gm) ?? []).join('\n');

test('there are many', () => {
  expect(CASES.length).toBeGreaterThan(100);
});

test.each(CASES.map((found) => [`${found.id} ${found.fixture.name}`, found] as const))('%s', (_, { id, fixture }) => {
  const before = judged(textIn(id, fixture), fixture);
  const once = mended(before, fixture);
  const after = judged(textOf(once.after), fixture);
  expect(errorsIn(after).filter((error) => !errorsIn(before).includes(error))).toEqual([]);
  expect(comments(textOf(after))).toBe(comments(textOf(before)));
  expect(textOf(mended(after, fixture).after)).toBe(textOf(after));
  expect(once.mended.length > 0 || once.after.findings.some((finding) => once.reasonOf(finding) !== undefined)).toBe(true);
});

const hasKustomize = spawnSync('kubectl', ['kustomize', '--help']).status === 0;
const LEFT_OUT = 'PATCHES ARE NOT HELD AGAINST KUSTOMIZE: no kubectl here';
const patchedBy = (before: JudgedFiles, fixture: Fixture): Mends =>
  mend(before, { isWanted: () => true, refusalOf: patchRefusals(before) }, settingsFor(fixture), STREAMS);
const manifestsIn = ({ files: [file] }: JudgedFiles): any[] => file.manifests.map(({ manifest }) => manifest);

/** What a kustomization makes of manifests, as its documentation says; by another implementation of JSON patches. */
function withPatches(manifests: readonly any[], files: ReadonlyMap<string, string>): any[] {
  const { patches } = load(files.get(COMPONENT_FILE) as string) as any;
  return manifests.map((manifest) => {
    const [, group, version] = /^(?:([^/]*)\/)?(.*)$/.exec(manifest.apiVersion) ?? [];
    const is = { group, version, kind: manifest.kind, name: manifest.metadata?.name, namespace: manifest.metadata?.namespace } as any;
    return patches
      .filter(({ target }: any) => Object.entries(target).every(([key, value]) => new RegExp(`^(?:${value})$`).test(is[key] ?? '')))
      .map(({ path }: any) => load(files.get(path) as string, { schema: CORE_SCHEMA }))
      .reduce((document: any, patch: any) => applyPatch(document, patch, true, false).newDocument, structuredClone(manifest));
  });
}

const WITH_PATCHES = CASES.filter(({ id, fixture }) => patchedBy(judged(textIn(id, fixture), fixture), fixture).mended.length > 0);

describe('patches', () => {
  test('are written for most', () => {
    expect(WITH_PATCHES.length).toBeGreaterThan(0.8 * CASES.length);
  });

  test.each(WITH_PATCHES.map((found) => [`${found.id} ${found.fixture.name}`, found] as const))('%s', (_, { id, fixture }) => {
    const before = judged(textIn(id, fixture), fixture);
    const mends = patchedBy(before, fixture);
    const files = patchFiles(mends);
    expect(withPatches(manifestsIn(before), files)).toEqual(manifestsIn(mends.after));
    const isAll = before.findings.every((finding) => finding.fix === undefined || patchRefusals(before)(finding) === undefined);
    if (isAll) {
      expect(textOf(mends.after)).toBe(textOf(mended(before, fixture).after));
    }
  });

  test(hasKustomize ? 'are applied by kustomize' : LEFT_OUT, () => {
    if (!hasKustomize) {
      console.warn(LEFT_OUT);
      return;
    }
    const folder = mkdtempSync(join(tmpdir(), 'kustomize-'));
    let built = 0;
    for (const [index, { id, fixture }] of WITH_PATCHES.entries()) {
      const before = judged(textIn(id, fixture), fixture);
      const mends = patchedBy(before, fixture);
      const manifests = manifestsIn(before);
      if (new Set(manifests.map(identity)).size < manifests.length || manifests.some(({ kind, metadata }) => !kind || !metadata?.name)) {
        continue;
      }
      const at = join(folder, String(index));
      mkdirSync(join(at, 'mends'), { recursive: true });
      writeFileSync(join(at, 'all.yaml'), manifests.map((manifest) => dump(manifest)).join('---\n'));
      writeFileSync(join(at, 'kustomization.yaml'), 'resources: [all.yaml]\ncomponents: [mends]\n');
      for (const [name, text] of patchFiles(mends)) {
        writeFileSync(join(at, 'mends', name), text);
      }
      const result = loadAll(execFileSync('kubectl', ['kustomize', at], { encoding: 'utf8' }), null, { schema: CORE_SCHEMA }) as any[];
      expect(byIdentity(result)).toEqual(byIdentity(manifestsIn(mends.after)));
      built++;
    }
    rmSync(folder, { recursive: true });
    expect(built).toBeGreaterThan(100);
  });
});

/** All fixtures with a VM, be there something wrong with it or not. */
const MACHINES = RULES.flatMap(({ id }) =>
  (['passing', 'failing'] as const).flatMap((verdict) => fixturesOf(id, verdict).map((fixture) => ({ id, verdict, fixture }))),
).filter(({ fixture }) => fixture.manifests.some((manifest) => /^VirtualMachine(Pool)?$/.test(manifest?.kind)));

describe('hardening', () => {
  const isWanted = ({ fix }: JudgedFinding) => fix?.safe === true || fix?.hardens === true;
  const judgedHard = (text: string, fixture: Fixture) =>
    judgedFiles([SourceFile.of('a.yaml', Buffer.from(text))], hardSettings(fixture), STREAMS);
  const hardSettings = (fixture: Fixture) => ({ ...settingsFor(fixture), treatAsHighlyAvailable: true });
  const hardened = (before: JudgedFiles, fixture: Fixture) => mend(before, { isWanted }, hardSettings(fixture), STREAMS);
  let written = 0;

  test.each(MACHINES.map((found) => [`${found.id} ${found.verdict} ${found.fixture.name}`, found] as const))('%s', (_, found) => {
    const { fixture } = found;
    const before = judgedHard(textIn(found.id, fixture, found.verdict), fixture);
    const once = hardened(before, fixture);
    const after = judgedHard(textOf(once.after), fixture);
    expect(errorsIn(after).filter((error) => !errorsIn(before).includes(error))).toEqual([]);
    expect(allComments(textOf(after))).toEqual(allComments(textOf(before)));
    expect(textOf(hardened(after, fixture).after)).toBe(textOf(after));
    written += once.mended.length;
  });

  afterAll(() => {
    process.stdout.write(`hardened: ${MACHINES.length} files, ${written} fixes, 0 new errors\n`);
    expect(written).toBeGreaterThan(0);
  });
});

const identity = ({ apiVersion, kind, metadata }: any) => `${apiVersion} ${kind} ${metadata?.namespace} ${metadata?.name}`;
/** Kustomize writes no empty labels and annotations. */
const withoutEmpty = ({ metadata, ...manifest }: any) => ({
  ...manifest,
  metadata: Object.fromEntries(Object.entries(metadata).filter(([, value]) => JSON.stringify(value) !== '{}')),
});
const byIdentity = (manifests: readonly any[]) => Object.fromEntries(manifests.map((found) => [identity(found), withoutEmpty(found)]));
