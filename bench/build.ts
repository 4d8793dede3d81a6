import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Testing } from 'cdk8s';
import { buildSync } from 'esbuild';
import ts from 'typescript';
import { literalModule, PLACEHOLDER } from './literals';
import type { AddShop } from './synthesize';

/** The checkout. */
export const REPOSITORY = resolve(__dirname, '..');

/** Where the programs that are measured stand. */
export const BENCH = join(REPOSITORY, 'dist/bench');

/**
 * Writes the programs of this folder as JavaScript, so that plain Node runs them with the compiled package, as it
 * runs an app of a user, without a TypeScript loader in the measurement.
 */
export function build(): void {
  if (!existsSync(join(REPOSITORY, 'lib/index.js'))) {
    throw new Error('the package is not compiled: run `npm run compile` first');
  }
  removeBuild();
  mkdirSync(join(BENCH, 'node_modules'), { recursive: true });
  symlinkSync(REPOSITORY, join(BENCH, 'node_modules/cdk8s-kubevirt'));
  for (const file of readdirSync(__dirname).filter((name) => name.endsWith('.ts'))) {
    const compilerOptions = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, esModuleInterop: true };
    const { outputText } = ts.transpileModule(readFileSync(join(__dirname, file), 'utf8'), { compilerOptions });
    writeFileSync(join(BENCH, file.replace(/ts$/, 'js')), outputText);
  }
  bundleFailures();
  writeFileSync(join(BENCH, 'objects.js'), literalModule(objectsOfOneShop()));
}

/** What is reckoned of failures is no part of the API: it is measured in a bundle of the sources, as the package is one. */
function bundleFailures(): void {
  buildSync({
    entryPoints: [join(__dirname, 'failures-child.ts')],
    outfile: join(BENCH, 'failures-child.js'),
    bundle: true,
    platform: 'node',
    target: 'node20',
    packages: 'external',
    allowOverwrite: true,
    minify: true,
    logLevel: 'warning',
  });
}

/** Removes the programs again. */
export function removeBuild(): void {
  rmSync(BENCH, { recursive: true, force: true });
}

/** What the constructs make of one shop. */
function objectsOfOneShop(): object[] {
  const chart = Testing.chart();
  const { addConstructs }: { addConstructs: AddShop } = require(join(BENCH, 'scenario.js'));
  addConstructs(chart, PLACEHOLDER);
  return Testing.synth(chart);
}
