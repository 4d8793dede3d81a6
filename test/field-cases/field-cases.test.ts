import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { evaluateManifests } from '../../src/audit';
import { readFixture } from '../audit/fixture';
import { NOT_YET, VERDICTS } from './verdicts';

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
  const [pattern, says = ''] = written.split(' ~ ');
  const expression = new RegExp(`^${pattern.split('*').map(escaped).join('.*')}$`);
  return { written, fits: ({ line, text }: { line: string; text: string }) => expression.test(line) && text.includes(says) };
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

function answer(name: string, verdict: readonly string[]): string[] {
  try {
    return differences(name, verdict);
  } catch (error) {
    return [`threw ${error}`];
  }
}

if (existsSync(folder)) {
  describe('field cases', () => {
    test.each(Object.entries(VERDICTS))('%s is answered rightly', (name, verdict) => {
      expect(answer(name, verdict)).toEqual([]);
    });

    test.each(Object.entries(NOT_YET))('NOT YET: %s (once it is right, move its row to VERDICTS)', (name, verdict) => {
      expect(answer(name, verdict)).not.toEqual([]);
    });

    test('what is right leaves nothing open', () => {
      expect(
        Object.values(VERDICTS)
          .flat()
          .filter((line) => line.includes('*')),
      ).toEqual([]);
    });

    test('every input has one verdict, and every verdict an input', () => {
      const inputs = readdirSync(folder).filter((file) => file.endsWith('.yaml'));
      const verdicts = [...Object.keys(VERDICTS), ...Object.keys(NOT_YET)].map((name) => `${name}.yaml`);
      expect(verdicts.sort()).toEqual(inputs.sort());
    });
  });
} else {
  console.warn(LEFT_OUT);
  test(LEFT_OUT, () => expect(existsSync(folder)).toBe(false));
}
