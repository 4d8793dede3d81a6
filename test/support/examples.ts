import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { App } from 'cdk8s';
import type { Manifest } from '../../src/graph';
import { parseManifests } from './synthesize';

/** What an example did when it ran. */
export interface Synthesis {
  readonly app: App;
  readonly manifests: Manifest[];
}

export const EXAMPLES = resolve(__dirname, '../../examples');
export const examples = existsSync(EXAMPLES) ? readdirSync(EXAMPLES).filter((file) => file.endsWith('.ts')) : [];
const syntheses = new Map<string, Synthesis>();

/** Runs an example, once: a second `require` of it would do nothing. */
export function synthesisOf(example: string): Synthesis {
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
