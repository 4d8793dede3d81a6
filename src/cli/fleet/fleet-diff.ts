import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { counted, fieldPathText } from '../../facts';
import { isObject, type Manifest } from '../../graph';
import { ExitCode } from '../exit-code';
import { refuseFaults } from '../fault-lines';
import { readSources } from '../read-sources';
import type { Streams } from '../streams';
import { UsageError } from '../usage-error';
import { type ClusterFolder, type ComparedObject, compareClusters } from './differences';
import { differencesText, shownIn } from './differences-text';

/** The options of the call. */
export interface FleetDiffOptions {
  readonly format?: string;
  readonly cluster?: readonly string[];
}

/** How differences are written. */
export const FLEET_DIFF_FORMATS = ['text', 'json'] as const;

/**
 * Says what differs between the folders of the clusters of a fleet.
 *
 * @throws UsageError when something cannot be read, or there are not two clusters
 */
export async function fleetDiff(folder: string, options: FleetDiffOptions, streams: Streams): Promise<ExitCode> {
  const names = clusterNames(folder, options.cluster, streams);
  const folders: ClusterFolder[] = [];
  for (const name of names) {
    const files = await readSources({ paths: [join(folder, name)] }, streams);
    refuseFaults(files, 'Nothing is compared');
    const manifests = files.flatMap((file) => file.manifests.map(({ manifest }) => manifest)).filter(isObject) as Manifest[];
    folders.push({ name, manifests });
  }
  const objects = compareClusters(folders);
  streams.stdout.write(options.format === 'json' ? differencesJson(names, objects) : differencesText(names, objects));
  return ExitCode.CLEAN;
}

/** Each folder in the folder of a fleet is a cluster. */
function clusterNames(folder: string, wanted: readonly string[] | undefined, { cwd }: Streams): string[] {
  const path = resolve(cwd, folder);
  let entries: string[];
  try {
    entries = readdirSync(path, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
  } catch {
    throw new UsageError(`There is no folder "${folder}". Name the one that a Fleet writes, such as dist.`);
  }
  const clusters = entries.filter((name) => !name.startsWith('.')).sort();
  const missing = (wanted ?? []).filter((name) => !clusters.includes(name));
  if (missing.length > 0) {
    throw new UsageError(`There is no folder "${missing.join('", "')}" in "${folder}". It has ${clusters.join(', ') || 'none'}.`);
  }
  const chosen = wanted ?? clusters;
  if (chosen.length < 2) {
    throw new UsageError(tooFew(folder, clusters, chosen));
  }
  return [...chosen];
}

/** Why there is nothing to compare: too few clusters were asked for, or it is not the folder of a fleet. */
function tooFew(folder: string, clusters: readonly string[], chosen: readonly string[]): string {
  return clusters.length < 2
    ? `Two clusters are needed, and "${folder}" has ${counted(clusters.length, 'folder')}. Name the folder that a Fleet writes.`
    : `Two clusters are needed, and --cluster names ${chosen.join(', ')} only. Name another one of ${clusters.join(', ')}.`;
}

function differencesJson(clusters: readonly string[], objects: readonly ComparedObject[]): string {
  const told = objects.map(({ example, fields, ...object }) => ({
    ...object,
    fields: fields.map(({ path, values }) => ({
      path,
      manifestPath: fieldPathText(path),
      values: values.map(({ value, clusters: having }) => ({ shownValue: shownIn(example, path, value), clusters: having })),
    })),
  }));
  return `${JSON.stringify({ clusters, objects: told }, undefined, 2)}\n`;
}
