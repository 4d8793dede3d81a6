import { KINDS, type KindConfig } from './kinds';
import { ModelBuilder, type SchemaNode } from './model';
import { type Crd, type CrdFolder, ImportError, type Schema, storageVersion } from './schema';

export interface KindVersion {
  readonly name: string;
  readonly root: SchemaNode;
  /** The first release that serves the version, when it is not the oldest. */
  readonly since?: string;
  /** The first release that no longer serves it. */
  readonly removed?: string;
}

/** A kind over all releases that were read. */
export interface Kind {
  readonly config: KindConfig;
  readonly group: string;
  readonly plural: string;
  readonly scope: 'Namespaced' | 'Cluster';
  /** The version that objects are written in. */
  readonly version: KindVersion;
  /** Every version that any release serves. */
  readonly versions: readonly KindVersion[];
}

export interface Model {
  /** The KubeVirt releases, oldest first. */
  readonly releases: readonly string[];
  readonly kinds: readonly Kind[];
}

/** Finds every configured kind in the folders. */
export function loadModel(folders: readonly CrdFolder[]): Model {
  const missing = KINDS.filter((config) => crdsOf(config, folders).every((crd) => crd === undefined));
  if (missing.length > 0) {
    const list = missing.map((config) => `${config.kind} (in ${config.source === 'kubevirt' ? 'kubevirt-v*' : config.source}/)`);
    throw new ImportError(`No CustomResourceDefinition found for ${list.join(', ')}.`);
  }
  const releases = foldersOf('kubevirt', folders).map((folder) => folder.release as string);
  return { releases, kinds: KINDS.map((config) => loadKind(config, folders, releases)) };
}

function foldersOf(source: string, folders: readonly CrdFolder[]): readonly CrdFolder[] {
  return folders.filter((folder) => (source === 'kubevirt' ? folder.release !== undefined : folder.name === source));
}

function crdsOf(config: KindConfig, folders: readonly CrdFolder[]): (Crd | undefined)[] {
  return foldersOf(config.source, folders).map((folder) => folder.crds.find((crd) => crd.spec.names.kind === config.kind));
}

function loadKind(config: KindConfig, folders: readonly CrdFolder[], allReleases: readonly string[]): Kind {
  const crds = comparedCrds(config, folders);
  const releases = config.source === 'kubevirt' && !config.isOlderThanItsFile ? allReleases.slice(0, crds.length) : [];
  const newest = crds[crds.length - 1] as Crd;
  const versions = servedVersions(crds).map((name) => loadVersion(name, crds, releases));
  const { group, names, scope } = newest.spec;
  const stored = storageVersion(newest).name;
  return {
    config,
    group,
    plural: names.plural,
    scope,
    version: versions.find((version) => version.name === stored) as KindVersion,
    versions,
  };
}

/** One of each release up to the newest that has the kind; the newest alone, where others have it and are not at hand. */
function comparedCrds(config: KindConfig, folders: readonly CrdFolder[]): (Crd | undefined)[] {
  const all = crdsOf(config, folders);
  const end = all.map((crd) => crd !== undefined).lastIndexOf(true) + 1;
  return all.slice(config.isOlderThanItsFile ? end - 1 : 0, end);
}

/** All versions that some release serves, the newest release's own first. */
function servedVersions(crds: readonly (Crd | undefined)[]): readonly string[] {
  const names = [...crds]
    .reverse()
    .flatMap((crd) => crd?.spec.versions.filter((version) => version.served).map((version) => version.name) ?? []);
  return [...new Set(names)];
}

function loadVersion(name: string, crds: readonly (Crd | undefined)[], releases: readonly string[]): KindVersion {
  const served = crds.map((crd) => crd?.spec.versions.some((version) => version.name === name && version.served) ?? false);
  const first = served.indexOf(true);
  const end = served.lastIndexOf(true) + 1;
  return {
    name,
    root: new ModelBuilder(releases).root(crds.map((crd) => crd && schemaOf(crd, name))),
    ...(first > 0 ? { since: releases[first] } : {}),
    ...(end < served.length ? { removed: releases[end] } : {}),
  };
}

/** The schema of a version; a release without the version shows what it had by its stored version. */
function schemaOf(crd: Crd, versionName: string): Schema {
  const version = crd.spec.versions.find((each) => each.name === versionName) ?? storageVersion(crd);
  const schema = version.schema?.openAPIV3Schema;
  if (schema === undefined) {
    throw new ImportError(`The CustomResourceDefinition of ${crd.spec.names.kind} has no schema for version ${version.name}.`);
  }
  return schema;
}
