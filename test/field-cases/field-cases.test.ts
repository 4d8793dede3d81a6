import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { evaluateManifests } from '../../src/audit';
import { readFixture } from '../audit/fixture';
import { VERDICTS } from './verdicts';

/** Small inputs reduced from public reports of what went wrong. They are no part of the project. */
const folder = process.env.CDK8S_KUBEVIRT_FIELD_CASES ?? resolve(__dirname, '../../../shared/field-cases');
const LEFT_OUT = `FIELD CASES LEFT OUT: no folder ${folder} (set CDK8S_KUBEVIRT_FIELD_CASES)`;

/** Each finding as a verdict writes it, with its text. */
function findingsOf(name: string): { readonly line: string; readonly text: string }[] {
  const { manifests, cluster } = readFixture(name, readFileSync(join(folder, `${name}.yaml`), 'utf8'));
  return evaluateManifests(manifests, cluster).map(({ severity, rule, manifest, manifestPath: path, text }) => ({
    line: `${severity} ${rule.id} ${manifest.kind}/${manifest.metadata?.name ?? ''} ${path}`,
    text,
  }));
}

/** What differs between the findings of an input and its verdict; empty: nothing. */
function differences(name: string, verdict: readonly string[]): string[] {
  const findings = findingsOf(name);
  const expected = verdict.map(expectation);
  const missing = expected.filter(({ fits }) => !findings.some(fits)).map(({ written }) => `missing: ${written}`);
  const besides = findings
    .filter((finding) => !expected.some(({ fits }) => fits(finding)))
    .map(({ text, line }) => `besides: ${line}: ${text}`);
  return [...missing, ...besides];
}

function expectation(written: string) {
  const [expected, says = ''] = written.split(' ~ ');
  return { written, fits: ({ line, text }: { line: string; text: string }) => line === expected && text.includes(says) };
}

if (existsSync(folder)) {
  describe('field cases', () => {
    test.each(Object.entries(VERDICTS))('%s', (name, verdict) => {
      expect(differences(name, verdict)).toEqual([]);
    });

    test('every input has one verdict, and every verdict an input', () => {
      const inputs = readdirSync(folder).filter((file) => file.endsWith('.yaml'));
      const verdicts = Object.keys(VERDICTS).map((name) => `${name}.yaml`);
      expect(verdicts.sort()).toEqual(inputs.sort());
    });
  });
} else {
  console.warn(LEFT_OUT);
  test(LEFT_OUT, () => expect(existsSync(folder)).toBe(false));
}
