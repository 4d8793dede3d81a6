import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { generate } from './generate';
import { defaultCrdsDir } from './read-crds';
import { ImportError } from './schema';

const ROOT = resolve(__dirname, '../..');
/** What `npm run import:kubernetes` generates. */
const OF_ANOTHER_GENERATOR = 'kubernetes-table.ts';
const USAGE = 'Usage: npm run import -- [--crds DIR]';

function crdsDirFromArguments(): string {
  try {
    return parseArgs({ options: { crds: { type: 'string' } } }).values.crds ?? defaultCrdsDir();
  } catch (error) {
    throw new ImportError(`${(error as Error).message}\n${USAGE}`);
  }
}

function main(): void {
  const files = generate(crdsDirFromArguments());
  const target = join(ROOT, 'src/imports');
  mkdirSync(target, { recursive: true });
  for (const stale of readdirSync(target).filter((file) => !files.has(file) && file !== OF_ANOTHER_GENERATOR)) {
    rmSync(join(target, stale), { recursive: true });
  }
  for (const [file, text] of files) {
    writeFileSync(join(target, file), text);
    console.log(`src/imports/${file}  ${Buffer.byteLength(text)} bytes`);
  }
}

try {
  main();
} catch (error) {
  if (!(error instanceof ImportError)) {
    throw error;
  }
  console.error(error.message);
  process.exitCode = 1;
}
