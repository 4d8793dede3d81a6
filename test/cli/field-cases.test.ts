import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { VERDICTS } from '../field-cases/verdicts';
import { call } from './harness';

/** Small inputs reduced from public reports of what went wrong. They are no part of the project. */
const folder = process.env.CDK8S_KUBEVIRT_FIELD_CASES ?? resolve(__dirname, '../../../shared/field-cases');
const LEFT_OUT = `FIELD CASES LEFT OUT: no folder ${folder} (set CDK8S_KUBEVIRT_FIELD_CASES)`;

/** What the first comments of an input say of the cluster, as options of the command; KubeVirt 1.8 if nothing. */
function clusterOf(name: string): string {
  const text = readFileSync(join(folder, `${name}.yaml`), 'utf8');
  const [, product = 'kubevirt', version = '1.8', platform = '-', workers = '-', strategy = '-'] =
    /^# cluster: (\S+) (\S+)(?: (\S+))?(?: (\S+))?(?: (\S+))?$/m.exec(text) ?? [];
  const gates = /^# gates: (.*)$/m.exec(text)?.[1];
  const known = { platform, workers: workers === '-' ? '-' : Number(workers), evictionStrategy: strategy };
  const data = {
    [product]: version,
    ...Object.fromEntries(Object.entries(known).filter(([, value]) => value !== '-')),
    ...(gates === undefined ? {} : { featureGates: gates === 'none' ? [] : gates.split(' ') }),
  };
  return JSON.stringify({ cluster: data });
}

if (existsSync(folder)) {
  test('the command gives every input its right answer, each at a line of its file', async () => {
    const wrong: string[] = [];
    for (const [name, verdict] of Object.entries(VERDICTS)) {
      const { out } = await callWith(clusterOf(name), `${name}.yaml`);
      const lines: string[] = JSON.parse(out).findings.map(
        ({ severity, rule, object, pathText, line, message, remedy, value }: any) =>
          `${severity} ${rule} ${object.kind}/${object.name ?? ''} ${pathText} ~ ${line > 0} ${value} ${message} ${remedy}`,
      );
      const expected = verdict.map((written) => written.split(' ~ '));
      const fits = (line: string) => expected.some(([start, says = '']) => line.startsWith(`${start} ~ true`) && line.includes(says));
      const missing = expected.filter(([start]) => !lines.some((line) => line.startsWith(`${start} ~ true`)));
      wrong.push(
        ...lines.filter((line) => !fits(line)).map((line) => `${name}: besides ${line}`),
        ...missing.map(([start]) => `${name}: missing ${start}`),
      );
    }
    expect(readdirSync(folder).filter((file) => file.endsWith('.yaml'))).toHaveLength(Object.keys(VERDICTS).length);
    expect(wrong).toEqual([]);
  });
} else {
  console.warn(LEFT_OUT);
  test(LEFT_OUT, () => expect(existsSync(folder)).toBe(false));
}

async function callWith(config: string, file: string) {
  const { mkdtempSync, rmSync, writeFileSync } = await import('node:fs');
  const { tmpdir } = await import('node:os');
  const cwd = mkdtempSync(join(tmpdir(), 'cases-'));
  writeFileSync(join(cwd, 'config.yaml'), config);
  const ended = await call(['audit', join(folder, file), '--config', 'config.yaml', '--format', 'json'], { cwd });
  rmSync(cwd, { recursive: true });
  return ended;
}
