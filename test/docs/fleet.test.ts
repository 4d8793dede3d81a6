import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { call } from '../cli/harness';
import { REPOSITORY } from './fence';

const page = readFileSync(join(REPOSITORY, 'docs/fleet.md'), 'utf8');
const [summary, diff] = [...page.matchAll(/^```text\n([\s\S]*?)^```/gm)].map(([, text]) => text);

test('the page shows what examples/fleet.ts tells, and what fleet diff says of it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cdk8s-kubevirt-fleet-'));
  let told = '';
  const stderr = jest.spyOn(process.stderr, 'write').mockImplementation((text) => {
    told += text;
    return true;
  });
  process.env.CDK8S_OUTDIR = folder;
  try {
    // Another suite may have run it already, in the same process.
    jest.isolateModules(() => require(join(REPOSITORY, 'examples/fleet.ts')));
    expect(told).toBe(summary);
    const { out } = await call(['fleet', 'diff', join(folder, 'clusters')]);
    const lines = out.split('\n');
    const shown = diff.split('\n').filter((line) => line !== '…');
    expect(shown.length).toBeGreaterThan(10);
    expect(shown.filter((line) => !lines.includes(line))).toEqual([]);
  } finally {
    stderr.mockRestore();
    delete process.env.CDK8S_OUTDIR;
    rmSync(folder, { recursive: true });
  }
});
