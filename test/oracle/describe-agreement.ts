import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { buildSync } from 'esbuild';
import { columns, folder, hasOracle, LEFT_OUT } from './oracle';
import type { Summary } from './summary';

const ROOT = resolve(__dirname, '../..');

/** What may be left, in shares of all verdicts: misses, false alarms, and errors about another field than KubeVirt names. */
const MOST = { misses: 0.002, falseAlarms: 0.0005, otherFields: 0.02 };

/** Of the changed objects each n-th is judged: all in `npm run test:properties`. */
const STEP = Number(process.env.ORACLE_STEP ?? 8);

/** Holds our errors against what KubeVirt's own admission code of a release has said of each object. */
export function describeAgreement(release: string): void {
  if (!hasOracle) {
    console.warn(LEFT_OUT);
    test(LEFT_OUT, () => expect(hasOracle).toBe(false));
    return;
  }
  let summaries: Record<string, { readonly minimal: Summary; readonly changed: Summary }>;

  beforeAll(() => {
    summaries = judged(release);
  }, 120_000);

  describe.each(columns().flatMap((column) => (column.release === release ? [column.name] : [])))('KubeVirt %s', (name) => {
    test('judges each minimal object as we do', () => {
      const { minimal } = summaries[name];
      expect(minimal.judged).toBeGreaterThan(0);
      expect([...minimal.misses, ...minimal.falseAlarms]).toEqual([]);
    });

    test('judges objects that were changed at random as we do', () => {
      const { judged: all, misses, falseAlarms, withFields, otherFields } = summaries[name].changed;
      expect(all).toBeGreaterThan(10_000 / STEP);
      expectFew(misses, all * MOST.misses);
      expectFew(falseAlarms, all * MOST.falseAlarms);
      expectFew(otherFields, withFields * MOST.otherFields);
    });
  });
}

function expectFew(differences: readonly string[], most: number): void {
  expect(differences.length > most ? differences : []).toEqual([]);
}

/** In a process of its own: within a test the same code takes three times as long. */
function judged(release: string): ReturnType<typeof JSON.parse> {
  const outdir = mkdtempSync(join(tmpdir(), 'agreement-'));
  try {
    const outfile = join(outdir, 'judge.js');
    const alias = { 'cdk8s-kubevirt': join(ROOT, 'src/index.ts') };
    const external = ['cdk8s', 'cdk8s-plus-27', 'constructs'];
    buildSync({ entryPoints: [join(__dirname, 'judge.ts')], outfile, bundle: true, platform: 'node', alias, external });
    const env = { ...process.env, NODE_PATH: join(ROOT, 'node_modules'), CDK8S_KUBEVIRT_ORACLE: folder };
    const { stdout, stderr, status } = spawnSync(process.execPath, [outfile, release, `${STEP}`], {
      env,
      encoding: 'utf8',
      maxBuffer: 1e8,
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    return JSON.parse(stdout);
  } finally {
    rmSync(outdir, { recursive: true });
  }
}
