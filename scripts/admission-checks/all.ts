import { readdirSync } from 'node:fs';
import type { AdmissionCheck, CheckedSource } from './admission-check';

/** The releases that the checks are compared for, oldest first. */
export const RELEASES = ['1.5', '1.6', '1.7', '1.8', '1.9'] as const;

/** The checks of all areas, one entry a file of sources, by component and file. */
export function checkedSources(): readonly CheckedSource[] {
  const sources = new Map<string, CheckedSource>();
  for (const { component, file, checks } of readdirSync(__dirname).sort().flatMap(listsIn)) {
    const key = `${component} ${file}`;
    sources.set(key, { component, file, checks: [...(sources.get(key)?.checks ?? []), ...checks] });
  }
  return [...sources.values()].sort((one, other) => compare(one.component, other.component) || compare(one.file, other.file));
}

/** Whether a release makes a check. */
export function isMadeIn(release: string, { since = RELEASES[0], until = RELEASES[RELEASES.length - 1] }: AdmissionCheck): boolean {
  return release >= since && release <= until;
}

/** Every file of this folder that exports lists of checks is an area. */
function listsIn(file: string): CheckedSource[] {
  return Object.values<unknown>(require(`./${file}`)).flatMap((exported) => (Array.isArray(exported) ? exported.filter(isSource) : []));
}

function isSource(value: unknown): value is CheckedSource {
  return typeof value === 'object' && value !== null && 'component' in value && 'checks' in value;
}

/** KubeVirt first, the others by name. */
function compare(one: string, other: string): number {
  return rank(one) - rank(other) || (one < other ? -1 : Number(one > other));
}

function rank(name: string): number {
  return name === 'KubeVirt' ? 0 : 1;
}
