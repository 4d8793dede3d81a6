import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const PACKAGE = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//;
const LICENSE_FILE = /^licen[cs]e(-mit)?(\.(md|txt))?$/i;

/** Names, licences and their texts of the packages that files belong to, in the order of the alphabet. */
export function noticesOf(files: readonly string[], root: string): string {
  const folders = new Set(files.flatMap((file) => PACKAGE.exec(file)?.[1] ?? []));
  const notices = [...folders].map((folder) => noticeOf(join(root, folder))).sort();
  return ['lib/cli.js has parts of these packages.', ...notices].join(`\n${'-'.repeat(80)}\n`);
}

function noticeOf(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((candidate) => LICENSE_FILE.test(candidate));
  if (typeof license !== 'string' || file === undefined || !existsSync(join(folder, file))) {
    throw new Error(`${name} has no license that could be listed`);
  }
  return `${name} ${version}, ${license}\n\n${readFileSync(join(folder, file), 'utf8').replace(/\r\n/g, '\n').trim()}\n`;
}
