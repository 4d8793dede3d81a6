import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../../usage-error';
import { writeWholeFile } from '../../write-file';
import { COMPONENT_FILE, MARK } from './patch-files';

/** Kustomize refuses a folder with two of its files. */
const OTHER_COMPONENT_FILES: readonly string[] = ['kustomization.yml', 'Kustomization'];

/** The folder that patches are written to: nothing in it is lost that the command has not written. */
export class PatchFolder {
  /** What the command has written there before, by name. */
  private readonly written = new Map<string, string>();

  /** @throws UsageError where something else stands in the place of a patch */
  public constructor(
    private readonly path: string,
    private readonly files: ReadonlyMap<string, string>,
  ) {
    if (existsSync(path) && !statSync(path).isDirectory()) {
      throw new UsageError(`${path} is no folder. Name a new folder for --patches, or one that it has written.`);
    }
    for (const name of existsSync(path) ? readdirSync(path) : []) {
      const text = name.endsWith('.yaml') ? textOf(join(path, name)) : undefined;
      if (text?.startsWith(`${MARK}\n`)) {
        this.written.set(name, text);
      } else if (files.has(name) || OTHER_COMPONENT_FILES.includes(name)) {
        throw new UsageError(`${join(path, name)} was not written by --patches, and is left as it is. Name another folder.`);
      }
    }
  }

  /** What changes in it: undefined is the text of a file that is not there. */
  public changes(): (readonly [name: string, old: string | undefined, fresh: string | undefined])[] {
    return [...new Set([...this.files.keys(), ...this.written.keys()])]
      .map((name) => [name, this.written.get(name), this.files.get(name)] as const)
      .filter(([, old, fresh]) => old !== fresh);
  }

  /** Writes the patches before the component that lists them, and takes away what it lists no longer. */
  public write(): void {
    const changes = this.changes();
    const inOrder = [...changes].sort(([one], [other]) => Number(one === COMPONENT_FILE) - Number(other === COMPONENT_FILE));
    for (const [name, , fresh] of inOrder) {
      if (fresh !== undefined) {
        writeWholeFile(join(this.path, name), fresh);
      }
    }
    for (const [name, , fresh] of changes) {
      if (fresh === undefined) {
        rmSync(join(this.path, name));
      }
    }
  }
}

/** What stands in a file; undefined: it is none, or nobody may read it. */
function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
