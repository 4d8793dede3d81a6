/**
 * Bundles lib/ into lib/index.js after jsii has compiled it: loading one file is quicker than loading hundreds.
 *
 * The rooms that know plain manifests only have nothing that jsii exports. They are bundled from their sources first, into
 * one scope, so that calls between them are plain calls.
 */
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type BuildOptions, buildSync } from 'esbuild';

const ROOT = resolve(__dirname, '..');
const LIB = join(ROOT, 'lib');
const PLAIN_ROOMS = ['graph', 'admission', 'audit'];

const OPTIONS: BuildOptions = {
  absWorkingDir: ROOT,
  bundle: true,
  platform: 'node',
  target: 'node20',
  packages: 'external',
  allowOverwrite: true,
  logLevel: 'warning',
  // Node prints the whole line that throws.
  lineLimit: 160,
};

function bundlePlainRooms(): void {
  const contents = PLAIN_ROOMS.map((room) => `export * from './src/${room}';`).join('\n');
  buildSync({ ...OPTIONS, stdin: { contents, resolveDir: ROOT, loader: 'ts' }, outfile: join(LIB, 'plain-rooms.js') });
  for (const room of PLAIN_ROOMS) {
    writeFileSync(join(LIB, room, 'index.js'), "module.exports = require('../plain-rooms');\n");
  }
}

bundlePlainRooms();
buildSync({ ...OPTIONS, entryPoints: [join(LIB, 'index.js')], outfile: join(LIB, 'index.js'), minifyWhitespace: true });
