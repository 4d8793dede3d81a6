import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { globSync, isDynamicPattern } from 'tinyglobby';
import type { SourceFault } from './fault';
import { FileRole, fileRoles, innerRole } from './file-roles';
import { unreadable } from './unreadable';

/** A file to read. */
export interface FoundFile {
  /** As it is named to the user. */
  readonly path: string;
  readonly role: FileRole;
}

/** What was found of what somebody named. */
export interface FoundFiles {
  readonly files: readonly FoundFile[];
  /** Files and folders that cannot be looked at. */
  readonly faults: readonly (SourceFault & { readonly path: string })[];
  /** What names nothing. */
  readonly missing: readonly string[];
}

export interface FindOptions {
  /** What paths are relative to. */
  readonly cwd: string;
  /** Whether a file or a folder is left out, by its absolute path. */
  readonly isSkipped?: (path: string) => boolean;
}

const MANIFEST_FILE = /\.(ya?ml|json)$/i;

/**
 * The files that paths, folders and patterns name, each once, in the order in which they are named and in that of the alphabet
 * within folders. Folders are searched for YAML and JSON; hidden ones, and what package managers put there, are not.
 */
export function findFiles(paths: readonly string[], options: FindOptions): FoundFiles {
  const search = new Search(options);
  for (const path of paths) {
    search.named(path);
  }
  return search;
}

class Search implements FoundFiles {
  public readonly files: FoundFile[] = [];
  public readonly faults: (SourceFault & { readonly path: string })[] = [];
  public readonly missing: string[] = [];
  /** Real paths: a link may lead to what was there already, or to a folder above it. */
  private readonly seen = new Set<string>();

  public constructor(private readonly options: FindOptions) {}

  public named(path: string): void {
    const absolute = resolve(this.options.cwd, path);
    const stats = this.reading(path, () => statSync(absolute, { throwIfNoEntry: false }));
    if (this.faults.some((fault) => fault.path === path)) {
      return;
    }
    if (stats?.isDirectory()) {
      this.folder(path, absolute);
    } else if (stats !== undefined) {
      this.file({ path, role: FileRole.MANIFESTS }, absolute);
    } else if (isDynamicPattern(path)) {
      this.pattern(path);
    } else {
      this.missing.push(path);
    }
  }

  private pattern(pattern: string): void {
    const { cwd } = this.options;
    const found = globSync(pattern, {
      cwd,
      onlyFiles: false,
      expandDirectories: false,
      ignore: '**/node_modules/**',
      followSymbolicLinks: false,
    });
    if (found.length === 0) {
      this.missing.push(pattern);
    }
    for (const path of found.sort()) {
      const name = path.replace(/\/$/, '');
      const absolute = resolve(cwd, name);
      if (statSync(absolute, { throwIfNoEntry: false })?.isDirectory()) {
        this.folder(name, absolute);
      } else {
        this.file({ path: name, role: FileRole.MANIFESTS }, absolute);
      }
    }
  }

  private folder(path: string, absolute: string, role = FileRole.MANIFESTS): void {
    const real = realPath(absolute);
    if (this.isKnown(absolute, real)) {
      return;
    }
    const entries = this.reading(path, () => readdirSync(absolute, { withFileTypes: true }))?.sort(byName) ?? [];
    const names = entries.map(({ name }) => name);
    const roleOf = fileRoles(absolute, names);
    for (const entry of entries) {
      const [inner, innerAbsolute] = [join(path, entry.name), join(absolute, entry.name)];
      const isFolder = entry.isSymbolicLink() ? this.leadsToFolder(innerAbsolute) : entry.isDirectory();
      if (isFolder && !entry.name.startsWith('.') && entry.name !== 'node_modules') {
        this.folder(inner, innerAbsolute, role === FileRole.MANIFESTS ? innerRole(names, entry.name) : role);
      } else if (!isFolder && isReadable(entry) && MANIFEST_FILE.test(entry.name) && !entry.name.startsWith('.')) {
        const found = { path: inner, role: role === FileRole.MANIFESTS ? roleOf(entry.name) : role };
        this.file(found, innerAbsolute, entry.isFile() ? join(real, entry.name) : realPath(innerAbsolute));
      }
    }
  }

  private file(file: FoundFile, absolute: string, real = realPath(absolute)): void {
    if (!this.isKnown(absolute, real)) {
      this.files.push(file);
    }
  }

  /** Whether a path is left out, or leads to what was found already. */
  private isKnown(absolute: string, real: string): boolean {
    if (this.options.isSkipped?.(absolute)) {
      return true;
    }
    const isKnown = this.seen.has(real);
    this.seen.add(real);
    return isKnown;
  }

  private leadsToFolder(absolute: string): boolean {
    try {
      return statSync(absolute).isDirectory();
    } catch {
      return false;
    }
  }

  private reading<Value>(path: string, read: () => Value): Value | undefined {
    try {
      return read();
    } catch (error) {
      this.faults.push({ path, message: unreadable(error) });
      return undefined;
    }
  }
}

function byName({ name }: Dirent, { name: other }: Dirent): number {
  return name < other ? -1 : 1;
}

/** Where links lead to; the path itself where they lead nowhere, which is told when the file is read. */
function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

/** Whoever reads a pipe waits for somebody who writes into it. */
function isReadable(entry: Dirent): boolean {
  return entry.isFile() || entry.isSymbolicLink();
}
