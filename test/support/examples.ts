import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { App } from 'cdk8s';
import { ClusterProfile } from 'cdk8s-kubevirt';
import type { Manifest } from '../../src/graph';
import { type Release, releases } from './strict-schemas';
import { parseManifests } from './synthesize';

/** What an example did when it ran. */
export interface Synthesis {
  readonly app: App;
  readonly manifests: Manifest[];
}

/** The folder of the examples. */
export const EXAMPLES = resolve(__dirname, '../../examples');

/** Their files. */
export const examples = existsSync(EXAMPLES) ? readdirSync(EXAMPLES).filter((file) => file.endsWith('.ts')) : [];

const syntheses = new Map<string, Synthesis>();

/** Runs an example, once: a second `require` of it would do nothing. */
export function synthesisOf(example: string): Synthesis {
  const synthesis = syntheses.get(example) ?? run(example);
  syntheses.set(example, synthesis);
  return synthesis;
}

/** The releases with CRDs that an app says it is for: that of its cluster, and later ones. */
export function claimedReleases(app: App): Release[] {
  const { kubevirtVersion } = ClusterProfile.of(app);
  return releases.filter((release) => minorOf(release) >= minorOf(kubevirtVersion));
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

function minorOf(release: string): number {
  return Number(release.split('.')[1]);
}
