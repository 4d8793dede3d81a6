import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What is read of package.json. */
export interface PackageJson {
  readonly name: string;
  readonly version: string;
  readonly peerDependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

/** The folder of this package: the first one above this file with a package.json. */
export function packageFolder(): string {
  let folder = __dirname;
  while (!existsSync(join(folder, 'package.json'))) {
    folder = dirname(folder);
  }
  return folder;
}

export function packageJson(): PackageJson {
  return JSON.parse(readFileSync(join(packageFolder(), 'package.json'), 'utf8'));
}
