import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { CORE_SCHEMA, loadAll } from 'js-yaml';
import { type Crd, type CrdFolder, ImportError } from './schema';

const RELEASE_FOLDER = /^kubevirt-v(\d+\.\d+)$/;

/** Where the CRDs are unless the command line says otherwise. */
export function defaultCrdsDir(): string {
  return process.env.CDK8S_KUBEVIRT_CRDS ?? resolve(__dirname, '../../../shared/crds');
}

/** Reads every sub-folder of `dir` that holds CRDs; KubeVirt releases come first, oldest first. */
export function readCrdFolders(dir: string): readonly CrdFolder[] {
  if (!existsSync(dir) || !statSync(dir).isDirectory()) {
    throw new ImportError(`${dir}: no such folder. Name the folder that holds the CRDs with --crds DIR or CDK8S_KUBEVIRT_CRDS.`);
  }
  const folders = readdirSync(dir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => readFolder(dir, entry.name))
    .filter((folder) => folder.crds.length > 0);
  if (folders.length === 0) {
    throw new ImportError(`${dir}: no CustomResourceDefinition found. Expected sub-folders such as kubevirt-v1.9/ with .yaml files.`);
  }
  return folders.sort((a, b) => compareReleases(a.release, b.release) || (a.name < b.name ? -1 : 1));
}

/** Orders release labels by number (1.9 before 1.10); folders without a release come last. */
function compareReleases(a: string | undefined, b: string | undefined): number {
  return rank(a) - rank(b);
}

function rank(release: string | undefined): number {
  if (release === undefined) {
    return Number.MAX_SAFE_INTEGER;
  }
  const [major, minor] = release.split('.').map(Number);
  return major * 10_000 + minor;
}

function readFolder(dir: string, name: string): CrdFolder {
  const crds = readdirSync(join(dir, name))
    .filter((file) => /\.(ya?ml|json)$/.test(file))
    .sort()
    .flatMap((file) => readFile(join(dir, name, file)));
  return { name, release: RELEASE_FOLDER.exec(name)?.[1], crds: richest(crds) };
}

function readFile(path: string): Crd[] {
  return documentsOf(path).flatMap((document) => crdsIn(document as Parameters<typeof crdsIn>[0], path));
}

function documentsOf(path: string): unknown[] {
  try {
    return loadAll(readFileSync(path, 'utf8'), null, { schema: CORE_SCHEMA });
  } catch (error) {
    throw new ImportError(`${path}: not readable as YAML: ${(error as Error).message.split('\n')[0]}`);
  }
}

/** The CRDs in a document: one CRD, or a List as `kubectl get crd -o yaml` writes it. */
function crdsIn(document: { kind?: string; items?: unknown[]; spec?: Partial<Crd['spec']> } | null, path: string): Crd[] {
  if (document?.kind !== 'CustomResourceDefinition') {
    return (document?.items ?? []).flatMap((item) => crdsIn(item as object, path));
  }
  const { group, names, versions } = document.spec ?? {};
  if (group === undefined || names?.kind === undefined || !Array.isArray(versions) || versions.length === 0) {
    throw new ImportError(`${path}: a CustomResourceDefinition without spec.group, spec.names.kind or spec.versions.`);
  }
  return [document as Crd];
}

/** Where a folder has a CRD twice (Gateway API's standard and experimental channel), the one with more in it counts. */
function richest(crds: readonly Crd[]): Crd[] {
  const byName = new Map<string, Crd>();
  for (const crd of crds) {
    const name = `${crd.spec.names.plural}.${crd.spec.group}`;
    const known = byName.get(name);
    if (known === undefined || size(crd) > size(known)) {
      byName.set(name, crd);
    }
  }
  return [...byName.values()];
}

/** The number of properties in all schemas of a CRD. */
function size(value: unknown): number {
  if (value === null || typeof value !== 'object') {
    return 0;
  }
  return Object.entries(value).reduce((sum, [key, child]) => {
    const properties = key === 'properties' && child !== null ? Object.keys(child).length : 0;
    return sum + properties + size(child);
  }, 0);
}
