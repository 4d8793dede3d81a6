import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { App } from 'cdk8s';
import { ClusterProfile } from 'cdk8s-kubevirt';
import type { Manifest } from '../../src/graph';
import { type Release, releases } from './strict-schemas';
import { parseManifests } from './synthesize';

/** An app of an example, and what it synthesized. */
export interface Synthesis {
  readonly app: App;
  readonly manifests: Manifest[];
}

/** The folder of the examples. */
export const EXAMPLES = resolve(__dirname, '../../examples');

/** Their files. */
export const examples = existsSync(EXAMPLES) ? readdirSync(EXAMPLES).filter((file) => file.endsWith('.ts')) : [];

const syntheses = new Map<string, readonly Synthesis[]>();

/** The apps of an example, which is run once: a second `require` of it would do nothing. */
export function synthesesOf(example: string): readonly Synthesis[] {
  const known = syntheses.get(example) ?? run(example);
  syntheses.set(example, known);
  return known;
}

/** The releases with CRDs that an app says it is for: that of its cluster, and later ones. */
export function claimedReleases(app: App): Release[] {
  const { kubevirtVersion } = ClusterProfile.of(app);
  return releases.filter((release) => minorOf(release) >= minorOf(kubevirtVersion));
}

function run(example: string): Synthesis[] {
  const outdir = mkdtempSync(join(tmpdir(), 'cdk8s-kubevirt-example-'));
  const synth = jest.spyOn(App.prototype, 'synth');
  process.env.CDK8S_OUTDIR = outdir;
  try {
    require(join(EXAMPLES, example));
    const apps = [...(synth.mock.contexts as App[])];
    const files = readdirSync(outdir, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.yaml'));
    const written = files.flatMap((file) => parseManifests(readFileSync(join(outdir, file), 'utf8')));
    const all = apps.map((app) => ({ app, manifests: parseManifests(app.synthYaml()) }));
    expect(written).toHaveLength(all.flatMap(({ manifests }) => manifests).length);
    return apps.length === 1 ? [{ app: apps[0], manifests: written }] : all;
  } finally {
    delete process.env.CDK8S_OUTDIR;
    synth.mockRestore();
    rmSync(outdir, { recursive: true });
  }
}

function minorOf(release: string): number {
  return Number(release.split('.')[1]);
}
