import type { Architecture } from '../../cluster';
import { Arguments } from '../../errors';
import { shownKind } from '../../facts';

/** A file that cloud-init writes. */
export interface CloudConfigFile {
  readonly path: string;
  readonly content: string;
  readonly permissions?: string;
}

/** What a device or an option needs in the guest, as parts of a cloud-config. */
export interface CloudConfigFragment {
  readonly packages?: readonly string[];
  readonly writeFiles?: readonly CloudConfigFile[];
  readonly runCommands?: readonly (readonly string[])[];
}

/** What a device needs in the guest, by the architecture of the VM, which may be known no sooner than manifests are rendered. */
export type CloudConfigByArchitecture = (architecture: Architecture) => readonly CloudConfigFragment[];

/** The modules that fragments add to: cloud-init takes lists there. */
const LISTS = ['packages', 'write_files', 'runcmd'];

/** Refuses a cloud-config that nothing can be merged into, and that cloud-init would not take either. */
export function checkCloudConfig(config: Record<string, any>): void {
  for (const module of LISTS.filter((name) => config[name] !== undefined && !Array.isArray(config[name]))) {
    const value = shownKind(config[module]);
    new Arguments('CloudInit.fromCloudConfig').refuse(
      'cloud-config-list-required',
      `config.${module}`,
      value,
      'cloud-init takes a list here',
      'Put it into a list.',
    );
  }
}

/** The cloud-config with the fragments merged in: their entries come after those of the user. */
export function mergeCloudConfig(config: Record<string, any>, fragments: readonly CloudConfigFragment[]): Record<string, any> {
  const merged = { ...config };
  append(merged, 'packages', withoutThose(merged.packages, fragments));
  append(
    merged,
    'write_files',
    fragments.flatMap(({ writeFiles = [] }) => writeFiles),
  );
  append(
    merged,
    'runcmd',
    fragments.flatMap(({ runCommands = [] }) => runCommands),
  );
  return merged;
}

function append(config: Record<string, any>, module: string, entries: readonly unknown[]): void {
  if (entries.length > 0) {
    config[module] = [...(config[module] ?? []), ...entries];
  }
}

/** The packages of the fragments that the user does not install anyway. */
function withoutThose(present: readonly unknown[] = [], fragments: readonly CloudConfigFragment[]): string[] {
  return fragments.flatMap(({ packages = [] }) => packages).filter((name) => !present.includes(name));
}
