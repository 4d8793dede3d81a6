import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import type { RuleBook } from '../../audit';
import { readSettings, type SettingsFile } from '../../source';
import { UsageError } from '../usage-error';
import type { Config } from './config';
import { type ConfigFault, configFaults, meaningFaults } from './config-faults';
import { loadRules } from './load-rules';

const NAMES = ['.cdk8s-kubevirt.yaml', '.cdk8s-kubevirt.yml', '.cdk8s-kubevirt.json'];

/** A configuration, and where it stands. */
export interface LoadedConfig {
  readonly config: Config;
  /** As it is named to the user. */
  readonly path: string;
  /** What its patterns and files are relative to. */
  readonly folder: string;
  readonly settings: SettingsFile;
  /** The rules, its own among them. */
  readonly book: RuleBook;
}

/**
 * Loads the configuration: that which is named, or the next one upwards from here.
 *
 * @param verbose whether the stack of a rule that cannot be loaded is told
 * @throws UsageError each fault with its file and line
 */
export async function loadConfig(cwd: string, named?: string, verbose?: boolean): Promise<LoadedConfig | undefined> {
  const absolute = named === undefined ? findUpwards(cwd) : resolve(cwd, named);
  if (absolute === undefined) {
    return undefined;
  }
  if (named !== undefined && !existsSync(absolute)) {
    throw new UsageError(
      `There is no configuration ${named}. Name one that exists, or leave --config out: ${NAMES[0]} is found by itself.`,
    );
  }
  return checkedConfig(readSettings(absolute), named ?? (relative(cwd, absolute) || absolute), dirname(absolute), verbose);
}

/**
 * A configuration that has been read.
 *
 * @param path how it is named to the user
 * @param folder what its patterns and files are relative to
 * @throws UsageError each fault with its line
 */
export async function checkedConfig(settings: SettingsFile, path: string, folder: string, verbose?: boolean): Promise<LoadedConfig> {
  refuse(
    path,
    settings.faults.map(({ place, message }) => ({ line: place?.line, message })),
  );
  const config = (settings.value ?? {}) as Config;
  const placed = (faults: readonly ConfigFault[]) =>
    faults.map(({ path: field, message }) => ({ line: settings.regionOf(field).line, message }));
  refuse(path, placed(await configFaults(config)));
  const { book, faults } = await loadRules(config.customRules ?? [], folder, verbose);
  refuse(path, placed([...faults, ...(faults.length > 0 ? [] : meaningFaults(config, book))]));
  return { config, path, folder, settings, book };
}

interface PlacedFault {
  readonly line?: number;
  readonly message: string;
}

function refuse(path: string, faults: readonly PlacedFault[]): void {
  if (faults.length > 0) {
    throw new UsageError(...faults.map(({ line, message }) => `${path}${line === undefined ? '' : `:${line}`}: ${message}`));
  }
}

/** The files that are the configuration, or would be if they were written. */
export function configPlaces(cwd: string, named?: string | false): string[] {
  if (named !== undefined) {
    return named === false ? [] : [resolve(cwd, named)];
  }
  const found = findUpwards(cwd);
  return [...new Set([...NAMES.map((name) => join(cwd, name)), ...(found === undefined ? [] : [found])])];
}

function findUpwards(start: string): string | undefined {
  for (let folder = start; ; folder = dirname(folder)) {
    const found = NAMES.map((name) => join(folder, name)).find((path) => existsSync(path));
    if (found !== undefined || folder === dirname(folder)) {
      return found;
    }
  }
}
