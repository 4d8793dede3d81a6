import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App } from 'cdk8s';
import { ManifestCheck } from 'cdk8s-kubevirt';

/** What became of an app: its files with what is in them, folders, what is thrown, and what `synthYaml` returns. */
export interface Written {
  readonly files: Readonly<Record<string, string>>;
  readonly yaml: string;
  readonly thrown: string;
  /** How often the constructs were validated during `synth`: cdk8s does it once for each chart more. */
  readonly validations: number;
}

/** Builds an app in a folder. */
export type Build = (outdir: string) => App;

/** The same app twice: with the check, which has it written here, and without, as cdk8s writes it. */
export function bothWays(build: Build): { readonly ours: Written; readonly theirs: Written } {
  return { ours: written(build, (app) => ManifestCheck.attachTo(app)), theirs: written(build, () => undefined) };
}

function written(build: Build, prepare: (app: App) => void): Written {
  const outdir = mkdtempSync(join(tmpdir(), 'cdk8s-kubevirt-'));
  try {
    const app = build(outdir);
    prepare(app);
    return writtenBy(app, outdir, (method) => app[method]());
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

/** What is in a folder after an app was synthesized into it. */
export function writtenBy(app: App, outdir: string, run: (method: 'synth' | 'synthYaml') => unknown): Written {
  let validations = 0;
  app.node.addValidation({
    validate: () => {
      validations++;
      return [];
    },
  });
  const thrown = outcome(() => run('synth'));
  return { files: contents(outdir), thrown, validations, yaml: outcome(() => run('synthYaml')) };
}

function outcome(run: () => unknown): string {
  try {
    return String(run());
  } catch (error) {
    return `thrown: ${(error as Error).message}`;
  }
}

function contents(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return Object.fromEntries(
    entries.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [path.slice(folder.length), entry.isDirectory() ? 'a folder' : readFileSync(path, 'utf8')];
    }),
  );
}
