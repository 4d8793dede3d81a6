import type { ClusterProfile } from '../cluster';
import { type FailureClass, goDuration, parseFieldPath } from '../facts';
import { isObject, type Manifest, ManifestGraph, perGraph, type VirtualMachineView } from '../graph';
import type { Recovery, Tuning } from './recovery';
import { recoveryOf } from './recovery-of';

/** A field that gets another value. */
export interface Change {
  readonly manifest: Manifest;
  readonly path: string;
  readonly value: unknown;
}

/** What brings outages below what is accepted. */
export interface Remedy {
  readonly changes: readonly Change[];
  /** Whether the outages are within their objectives then; else it is as good as it gets. */
  readonly isEnough: boolean;
  /** The longest outage that is left, in seconds; undefined: never. */
  readonly outage?: number;
}

const MOST_CHANGES = 8;

/**
 * Values of fields with which the outages of a VM are within what is accepted: each is tried before it is told.
 *
 * @param objectives seconds that are accepted, by failure
 */
export function remedyFor(
  vm: VirtualMachineView,
  objectives: ReadonlyMap<FailureClass, number>,
  graph: ManifestGraph,
  cluster: ClusterProfile,
): Remedy {
  const changes: Change[] = [];
  for (;;) {
    const recoveries = recoveriesWith(vm, changes, [...objectives.keys()], graph, cluster);
    const [worst] = recoveries
      .map((recovery) => ({ recovery, excess: excessOf(recovery, objectives) }))
      .sort((one, other) => other.excess - one.excess);
    const outages = recoveries.map(({ outage }) => outage.worst ?? Infinity);
    const longest = Math.max(...outages);
    const next =
      worst !== undefined && worst.excess > 0 && changes.length < MOST_CHANGES
        ? changeOf(worst.recovery, worst.excess, changes)
        : undefined;
    if (next === undefined) {
      return { changes, isEnough: (worst?.excess ?? 0) <= 0, outage: Number.isFinite(longest) ? longest : undefined };
    }
    changes.push(next);
  }
}

function excessOf({ outage, failure }: Recovery, objectives: ReadonlyMap<FailureClass, number>): number {
  return (outage.worst ?? Number.MAX_VALUE) - (objectives.get(failure) ?? Infinity);
}

/** The change on the critical path that saves most, and no more than is needed. */
function changeOf({ steps, never }: Recovery, excess: number, changes: readonly Change[]): Change | undefined {
  const { manifest, path } = never?.origin ?? {};
  const ofNever =
    never?.remedy !== undefined && manifest !== undefined && path !== undefined ? [{ manifest, path, value: never.remedy }] : [];
  const tunings = [...ofNever, ...steps.filter(({ isCritical }) => isCritical).flatMap((step) => step.tunings)];
  const [best] = tunings
    .filter((tuning) => !changes.some((change) => change.manifest === originalOf(tuning.manifest) && change.path === tuning.path))
    .map((tuning) => ({ tuning, saved: savedBy(tuning) }))
    .filter(({ saved }) => saved > 0)
    .sort((one, other) => other.saved - one.saved);
  return best && { manifest: originalOf(best.tuning.manifest), path: best.tuning.path, value: valueFor(best.tuning, excess) };
}

/** What a tuning saves at most, in seconds. Another value than a number is tried first. */
function savedBy({ number }: Tuning): number {
  return number === undefined ? Number.MAX_VALUE : (number.now - number.lowest) * number.secondsEach;
}

const ROUND = 10;

function valueFor({ number, value }: Tuning, excess: number): unknown {
  if (number === undefined) {
    return value;
  }
  const { now, lowest, secondsEach, isDuration } = number;
  const needed = Math.floor(now - excess / secondsEach);
  const isRounded = secondsEach === 1 && needed >= lowest;
  const chosen = Math.max(lowest, isRounded ? Math.max(lowest, Math.floor(needed / ROUND) * ROUND) : needed);
  return isDuration ? goDuration(chosen) : chosen;
}

const changedGraphs = perGraph(() => new Map<string, ManifestGraph>());

/** The recoveries of a VM after some changes: to itself, and to what it shares with others, which is changed once for all of them. */
export function recoveriesWith(
  vm: VirtualMachineView,
  changes: readonly Change[],
  failures: readonly FailureClass[],
  graph: ManifestGraph,
  cluster: ClusterProfile,
): Recovery[] {
  const own = changes.filter(({ manifest }) => manifest === vm.manifest);
  const others = changes.filter(({ manifest }) => manifest !== vm.manifest);
  const view = own.length === 0 ? vm : (new ManifestGraph([changed(vm.manifest, own)]).virtualMachines[0] ?? vm);
  const surroundings = others.length === 0 ? graph : changedGraph(graph, others);
  return failures.map((failure) => recoveryOf(view, failure, surroundings, cluster));
}

function changedGraph(graph: ManifestGraph, changes: readonly Change[]): ManifestGraph {
  const key = JSON.stringify(
    changes.map(({ manifest, path, value }) => [manifest.kind, manifest.metadata?.namespace, manifest.metadata?.name, path, value]),
  );
  const graphs = changedGraphs(graph);
  const found =
    graphs.get(key) ??
    graph.with(
      new Map(
        changes.map(({ manifest }) => [
          manifest,
          changed(
            manifest,
            changes.filter((change) => change.manifest === manifest),
          ),
        ]),
      ),
    );
  graphs.set(key, found);
  return found;
}

const originals = new WeakMap<Manifest, Manifest>();

function originalOf(manifest: Manifest): Manifest {
  return originals.get(manifest) ?? manifest;
}

/** A copy of a manifest with other values, in objects that are made where they are missing. */
function changed(manifest: Manifest, changes: readonly Change[]): Manifest {
  const copy = structuredClone(manifest);
  originals.set(copy, manifest);
  for (const { path, value } of changes) {
    const keys = parseFieldPath(path);
    let holder: any = copy;
    for (const key of keys.slice(0, -1)) {
      if (!isObject(holder[key]) && !Array.isArray(holder[key])) {
        holder[key] = {};
      }
      holder = holder[key];
    }
    holder[keys[keys.length - 1]] = value;
  }
  return copy;
}
