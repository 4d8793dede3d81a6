import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What is read of package.json. */
export interface PackageJson {
  readonly name: string;
  readonly version: string;
  readonly peerDependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

const NAME = 'cdk8s-kubevirt';

/** The folder of this package: the first one above the code that has its package.json. */
export function packageFolder(): string {
  const folder = folderAbove(__dirname);
  if (folder === undefined) {
    throw new Error(`there is no package.json of ${NAME} above ${__dirname}`);
  }
  return folder;
}

export function packageJson(): PackageJson {
  return packageIn(packageFolder());
}

/** The release of this package; `unknown` where somebody has bundled the code into a program of their own. */
export function packageVersion(code = __dirname): string {
  const folder = folderAbove(code);
  return folder === undefined ? 'unknown' : packageIn(folder).version;
}

function folderAbove(start: string): string | undefined {
  for (let folder = start; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json')) && packageIn(folder).name === NAME) {
      return folder;
    }
    if (folder === dirname(folder)) {
      return undefined;
    }
  }
}

function packageIn(folder: string): PackageJson {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
}
