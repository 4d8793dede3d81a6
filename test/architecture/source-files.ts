import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const SOURCE = resolve(__dirname, '../../src');

/** The TypeScript files below a folder of `src`, as paths from `src`; generated ones left out. */
export function sourceFiles(folder = ''): string[] {
  return readdirSync(join(SOURCE, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => join(folder, file))
    .filter((file) => file.endsWith('.ts') && !file.startsWith('imports/') && file !== 'errors/signatures.ts')
    .sort();
}
