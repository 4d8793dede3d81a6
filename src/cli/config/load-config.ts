import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { readSettings, type SettingsFile } from '../../source';
import { UsageError } from '../usage-error';
import type { Config } from './config';
import { configFaults } from './config-faults';

const NAMES = ['.cdk8s-kubevirt.yaml', '.cdk8s-kubevirt.yml', '.cdk8s-kubevirt.json'];

/** A configuration, and where it stands. */
export interface LoadedConfig {
  readonly config: Config;
  /** As it is named to the user. */
  readonly path: string;
  /** What its patterns and files are relative to. */
  readonly folder: string;
  readonly settings: SettingsFile;
}

/**
 * Loads the configuration: that which is named, or the next one upwards from here.
 *
 * @throws UsageError each fault with its file and line
 */
export async function loadConfig(cwd: string, named?: string): Promise<LoadedConfig | undefined> {
  const absolute = named === undefined ? findUpwards(cwd) : resolve(cwd, named);
  if (absolute === undefined) {
    return undefined;
  }
  const path = named ?? (relative(cwd, absolute) || absolute);
  const settings = readSettings(absolute);
  const value = settings.value ?? {};
  const faults =
    settings.faults.length > 0
      ? settings.faults.map(({ place, message }) => ({ line: place?.line, message }))
      : (await configFaults(value)).map(({ path: field, message }) => ({ line: settings.regionOf(field).line, message }));
  if (faults.length > 0) {
    throw new UsageError(...faults.map(({ line, message }) => `${path}${line === undefined ? '' : `:${line}`}: ${message}`));
  }
  return { config: value as Config, path, folder: dirname(absolute), settings };
}

function findUpwards(start: string): string | undefined {
  for (let folder = start; ; folder = dirname(folder)) {
    const found = NAMES.map((name) => join(folder, name)).find((path) => existsSync(path));
    if (found !== undefined || folder === dirname(folder)) {
      return found;
    }
  }
}
