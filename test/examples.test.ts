import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { App } from 'cdk8s';
import { ClusterProfile, ManifestCheck } from 'cdk8s-kubevirt';
import type { Manifest } from '../src/graph';
import { type Release, releases, strictErrors } from './support/strict-schemas';
import { parseManifests } from './support/synthesize';
import { describeWithCrds } from './support/with-crds';

/** What an example did when it ran. */
interface Synthesis {
  readonly app: App;
  readonly manifests: Manifest[];
}

const EXAMPLES = resolve(__dirname, '../examples');
const examples = existsSync(EXAMPLES) ? readdirSync(EXAMPLES).filter((file) => file.endsWith('.ts')) : [];
const syntheses = new Map<string, Synthesis>();

/** Runs an example, once: a second `require` of it would do nothing. */
function synthesisOf(example: string): Synthesis {
  const synthesis = syntheses.get(example) ?? run(example);
  syntheses.set(example, synthesis);
  return synthesis;
}

function run(example: string): Synthesis {
  const outdir = mkdtempSync(join(tmpdir(), 'cdk8s-kubevirt-example-'));
  const synth = jest.spyOn(App.prototype, 'synth');
  process.env.CDK8S_OUTDIR = outdir;
  try {
    require(join(EXAMPLES, example));
    const [app] = synth.mock.contexts as App[];
    const manifests = readdirSync(outdir).flatMap((file) => parseManifests(readFileSync(join(outdir, file), 'utf8')));
    return { app, manifests };
  } finally {
    delete process.env.CDK8S_OUTDIR;
    synth.mockRestore();
    rmSync(outdir, { recursive: true });
  }
}

test('there are examples', () => {
  expect(examples).not.toEqual([]);
});

describe.each(examples)('examples/%s', (example) => {
  test('synthesizes', () => {
    expect(synthesisOf(example).manifests).not.toEqual([]);
  });

  test('says first what it shows', () => {
    expect(readFileSync(join(EXAMPLES, example), 'utf8')).toMatch(/^(\/\/|\/\*\*)/);
  });

  test('breaks no rule, not even one that only warns', () => {
    expect(ManifestCheck.findings(synthesisOf(example).app)).toEqual([]);
  });

  describeWithCrds('against the CRDs', () => {
    test('is what the API servers of its KubeVirt release and of later ones take', () => {
      const { app, manifests } = synthesisOf(example);
      const claimed = releasesFrom(ClusterProfile.of(app).kubevirtVersion);
      expect(claimed).not.toEqual([]);
      expect(claimed.flatMap((release) => manifests.flatMap((manifest) => strictErrors(manifest, release)))).toEqual([]);
    });
  });
});

function releasesFrom(oldest: string): Release[] {
  return releases.filter((release) => minorOf(release) >= minorOf(oldest));
}

function minorOf(release: string): number {
  return Number(release.split('.')[1]);
}
