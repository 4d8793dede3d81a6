/**
 * Bundles src/cli into lib/cli.js, one file with all that the command needs, and lists the licences of what is in it.
 *
 * A file of its own: loading the library costs nothing of the command, and the command loads nothing of the constructs.
 */
import { chmodSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildSync } from 'esbuild';
import { noticesOf } from './third-party-notices';

const ROOT = resolve(__dirname, '..');

/** Writes the command to a file; the packages that are in it. */
export function bundleCommand(outfile: string): readonly string[] {
  const { metafile } = buildSync({
    absWorkingDir: ROOT,
    entryPoints: ['src/cli/main.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    // Only a ClusterProfile that is read in TypeScript asks for it.
    external: ['cdk8s', 'constructs'],
    // The same parser as a module takes two and a half times as long: V8 does not optimize how it spreads its state.
    alias: { 'js-yaml-5': require.resolve('js-yaml-5') },
    logLevel: 'warning',
    minify: true,
    keepNames: true,
    legalComments: 'none',
    lineLimit: 160,
    metafile: true,
    // Some packages come as modules that ask where they are.
    define: { 'import.meta.url': 'moduleUrl' },
    banner: { js: '#!/usr/bin/env node\nconst moduleUrl = require("node:url").pathToFileURL(__filename).href;' },
  });
  chmodSync(outfile, 0o755);
  return Object.keys(metafile.inputs);
}

if (require.main === module) {
  const inputs = bundleCommand(join(ROOT, 'lib/cli.js'));
  writeFileSync(join(ROOT, 'THIRD-PARTY-NOTICES'), noticesOf(inputs, ROOT));
}
