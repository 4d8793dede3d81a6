import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { judge } from '../../src/cli/audit/judge';
import { valueAt } from '../../src/facts';
import type { ReportedFinding } from '../../src/report';
import { SourceFile } from '../../src/source';
import { yamlValues } from '../../src/source/yaml-values';
import { fixtureFolders, readFixture } from '../audit/fixture';

const FIXTURES = join(__dirname, '../audit/fixtures');

/** The findings of a fixture, each with the manifest that it is about. */
function judged(path: string): { readonly file: SourceFile; readonly findings: readonly ReportedFinding[] } {
  const bytes = readFileSync(path);
  const { cluster: profile } = readFixture(path, bytes.toString());
  const file = SourceFile.of(path, bytes);
  const settings = { cluster: { profile, name: '' }, severities: new Map(), off: {}, treatAsHighlyAvailable: false };
  return { file, findings: judge([file], settings, new Date('2026-11-28')) };
}

/** What stands at the place of a finding. */
function writtenAt({ lines }: SourceFile, { region }: ReportedFinding): any {
  const { line, column, endLine, endColumn } = region;
  const texts = Array.from({ length: endLine - line + 1 }, (_, index) => lines.line(line + index));
  texts[texts.length - 1] = texts[texts.length - 1].slice(0, endColumn - 1);
  return yamlValues([texts[0].slice(column - 1), ...texts.slice(1)].join('\n')).values[0];
}

/** Values that the object of a finding has at its path: objects of one name may differ. */
function valuesOf(file: SourceFile, { object, path }: ReportedFinding): any[] {
  const alike = file.manifests.filter(({ manifest }) => manifest.kind === object.kind && manifest.metadata?.name === object.name);
  return alike.map(({ manifest }) => valueAt(manifest, path));
}

/** What is wrong with the place of a finding; undefined: nothing, or there is nothing to tell it by. */
function misplaced(file: SourceFile, finding: ReportedFinding): string | undefined {
  const values = valuesOf(file, finding).filter((value) => value !== undefined && value !== null);
  const key = finding.path[finding.path.length - 1];
  if (values.length === 0 || (typeof key === 'number' && values.some((value) => typeof value === 'object'))) {
    return undefined;
  }
  const written = writtenAt(file, finding);
  const isBlock = values.some((value) => typeof value === 'object' || String(value).includes('\n'));
  return values.includes(written) || (isBlock && String(written) === String(key))
    ? undefined
    : `${finding.manifestPath} is ${JSON.stringify(values)}, and there stands ${JSON.stringify(written)}`;
}

test('findings are where their values are written, or where the keys of these are', () => {
  const findings = fixtureFolders().flatMap((rule) => {
    const folder = join(FIXTURES, rule, 'failing');
    const [name] = readdirSync(folder).filter((candidate) => candidate.endsWith('.yaml'));
    const { file, findings: found } = judged(join(folder, name));
    return found.map((finding) => ({ name: `${rule}/${name}`, wrong: misplaced(file, finding) }));
  });
  expect(findings.filter(({ wrong }) => wrong !== undefined)).toEqual([]);
  expect(findings.length).toBeGreaterThan(fixtureFolders().length / 2);
});
