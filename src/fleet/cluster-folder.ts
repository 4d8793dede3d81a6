import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** What cdk8s calls files of manifests; a `RecoveryReport` has `.report`, and texts for people of the same name beside it. */
const MANIFESTS = '.k8s.yaml';
const REPORT = '.report';
const BESIDE_REPORT = /\.(?:md|html)$/;

/**
 * Has a folder hold what a synth has made: what earlier ones have left there goes, and what somebody else has put there stays, such as
 * a `kustomization.yaml`.
 *
 * @param made the folder with what the synth has made: it is empty afterwards
 */
export function fillFolder(folder: string, made: string): void {
  const fresh = filesIn(made);
  for (const stale of existsSync(folder) ? writtenIn(folder).filter((file) => !fresh.includes(file)) : []) {
    rmSync(join(folder, stale));
    removeEmptyFolders(folder, dirname(stale));
  }
  mkdirSync(folder, { recursive: true });
  for (const file of fresh) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    renameSync(join(made, file), join(folder, file));
  }
}

/** The files of a folder that a synth has written, by their names. */
function writtenIn(folder: string): string[] {
  const files = filesIn(folder);
  const reports = files.filter((file) => file.endsWith(REPORT)).map((file) => file.slice(0, -REPORT.length));
  return files.filter(
    (file) =>
      file.endsWith(MANIFESTS) || file.endsWith(REPORT) || (BESIDE_REPORT.test(file) && reports.includes(file.replace(BESIDE_REPORT, ''))),
  );
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) =>
    entry.isFile() ? [relative(folder, join(entry.parentPath, entry.name))] : [],
  );
}

function removeEmptyFolders(folder: string, below: string): void {
  for (let path = below; path !== '.' && readdirSync(join(folder, path)).length === 0; path = dirname(path)) {
    rmSync(join(folder, path), { recursive: true });
  }
}
