import { ClusterProfile, Platform } from '../../src/cluster';
import { FAILURE_CLASSES, FailureClass } from '../../src/facts';
import { ManifestGraph } from '../../src/graph';
import { type Interval, type Recovery, recoveryOf } from '../../src/recovery';
import { Chance } from './chance';
import type { Design } from './design';
import { write } from './manifests';
import { type Outcome, simulate } from './simulator';
import type { Milestone } from './world';
import { searchWorst } from './worst-run';

/** Where model and simulator do not agree: what to look into. */
export interface Difference {
  readonly kind: string;
  readonly failure: FailureClass;
  readonly model: string;
  readonly simulated: string;
  readonly timeline: string;
  readonly design: Design;
}

/** One line of the table: a failure class over all designs. */
export interface ClassResult {
  readonly failure: FailureClass;
  runs: number;
  never: number;
  /** The worst run of each design whose bound was looked for, with the bound. */
  readonly searched: { readonly worst: number; readonly bound: number; readonly design: Design }[];
}

export interface Effort {
  /** Random runs of each failure of each design. */
  readonly random: number;
  /** Sweeps of the search for the worst run, of one failure of each design in turn. */
  readonly sweeps: number;
}

const ROUNDING = 0.01;

/** Holds the model against the simulator, over designs and phases. */
export class Comparison {
  readonly differences: Difference[] = [];
  readonly results = new Map<FailureClass, ClassResult>(
    FAILURE_CLASSES.map((failure) => [failure, { failure, runs: 0, never: 0, searched: [] }]),
  );

  constructor(private readonly effort: Effort) {}

  compare(design: Design, index: number): void {
    const { graph, cluster } = read(design);
    const [vm] = graph.virtualMachines;
    FAILURE_CLASSES.forEach((failure, place) => {
      if (failure === FailureClass.ZONE_LOSS && !design.cluster.listsNodes) {
        return;
      }
      const isSearched = place === index % FAILURE_CLASSES.length;
      this.compareFailure(design, index, recoveryOf(vm, failure, graph, cluster), isSearched);
    });
  }

  private compareFailure(design: Design, index: number, recovery: Recovery, isSearched: boolean): void {
    const { failure } = recovery;
    const { random, sweeps } = this.effort;
    const result = this.results.get(failure) as ClassResult;
    const bound = recovery.outage.worst;
    const seed = index * 1000;
    const check = (outcome: Outcome) => this.check(design, recovery, outcome);
    if (isSearched) {
      const { count, worst, shortest, endless } = searchWorst(design, failure, seed, random, sweeps, bound === undefined);
      result.runs += count;
      check(worst);
      check(shortest);
      if (bound === undefined) {
        result.never++;
        if (endless === 0) {
          this.differ('may never recover, but always does', design, recovery, worst);
        }
      } else if (bound > 0) {
        result.searched.push({ worst: worst.outage ?? Number.POSITIVE_INFINITY, bound, design });
      }
      return;
    }
    for (let run = 0; run < random; run++) {
      check(simulate(design, failure, new Chance(seed + run)));
    }
    result.runs += random;
  }

  private check(design: Design, recovery: Recovery, outcome: Outcome): void {
    const { place } = recovery;
    // The model tells of the worst place: of another one it says only that it is no worse.
    const isToldPlace = place === undefined || place === outcome.node || place === outcome.zone;
    const kinds = [outageDiffers(recovery, outcome, isToldPlace), migrationDiffers(recovery, outcome)];
    if (isToldPlace) {
      kinds.push(...milestonesThatDiffer(recovery, outcome));
    }
    for (const kind of kinds) {
      if (kind !== undefined) {
        this.differ(kind, design, recovery, outcome);
      }
    }
  }

  private differ(kind: string, design: Design, { failure, outage, never, steps }: Recovery, outcome: Outcome): void {
    const timed = steps.map(({ id, end }) => `${id} ${seconds(end.best)}-${seconds(end.worst)}`).join(', ');
    this.differences.push({
      kind,
      failure,
      model: `${seconds(outage.best)} to ${seconds(outage.worst)}${never ? `, ${never.id}` : ''}: ${timed}`,
      simulated: `${seconds(outcome.outage)}, moved after ${seconds(outcome.movedAfter)}`,
      timeline: outcome.timeline.map(({ at, actor, what }) => `${at.toFixed(1)} ${actor}: ${what}`).join('\n'),
      design,
    });
  }

  /** Class, bound, worst run, ratio and runs: of the design that came nearest to its bound, and how far away the others stay. */
  table(): string {
    const rows = [...this.results.values()].map(({ failure, runs, never, searched }) => {
      const ratios = searched.map(({ worst, bound }) => worst / bound).sort((one, other) => one - other);
      const nearest = searched.reduce((best, entry) => (entry.worst / entry.bound > best.worst / best.bound ? entry : best), {
        worst: 0,
        bound: 1,
      });
      return [
        failure,
        searched.length === 0 ? '-' : nearest.bound.toFixed(1),
        searched.length === 0 ? '-' : nearest.worst.toFixed(1),
        ratio(ratios.at(-1)),
        ratio(ratios[ratios.length >> 1]),
        ratio(ratios[0]),
        String(searched.length),
        String(never),
        String(runs),
      ];
    });
    const head = ['class', 'bound', 'worst run', 'ratio', 'median', 'least', 'bounded designs', 'never', 'runs'];
    const widths = head.map((title, column) => Math.max(...[head, ...rows].map((row) => row[column].length), title.length));
    return [head, ...rows]
      .map((row) => row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]))).join('  '))
      .join('\n');
  }
}

function outageDiffers({ outage, never }: Recovery, outcome: Outcome, isToldPlace: boolean): string | undefined {
  const { outage: seconds = Number.POSITIVE_INFINITY } = outcome;
  if (outage.worst !== undefined && seconds > outage.worst + ROUNDING) {
    return 'above the bound';
  }
  if (isToldPlace && never?.isCertain && outcome.outage !== undefined) {
    return 'never, but it recovers';
  }
  return isToldPlace && outage.best !== undefined && seconds < outage.best - ROUNDING ? 'below the best case' : undefined;
}

/** Until the VM has moved, where it migrates. */
function migrationDiffers({ steps }: Recovery, { movedAfter }: Outcome): string | undefined {
  const moves = steps.some(({ id }) => id === 'memory-copied');
  const moved = steps.find(({ id }) => id === 'answers');
  return moves && moved !== undefined && !isWithin(movedAfter, moved.end) ? 'migrates in another time' : undefined;
}

/** Clocks that run beside the one that brings the VM back. */
function milestonesThatDiffer({ steps, failure }: Recovery, { milestones }: Outcome): string[] {
  // Of a zone the model tells of the node that is tainted last.
  const isLast = failure === FailureClass.ZONE_LOSS;
  return steps.flatMap(({ id, end }) => {
    const at = milestones.get(id as Milestone);
    return at === undefined || isWithin(at, isLast ? { ...end, best: 0 } : end) ? [] : [`another time of ${id}`];
  });
}

function isWithin(seconds: number | undefined, { best = Number.POSITIVE_INFINITY, worst = Number.POSITIVE_INFINITY }: Interval): boolean {
  return seconds !== undefined && seconds >= best - ROUNDING && seconds <= worst + ROUNDING;
}

function ratio(value: number | undefined): string {
  return value === undefined ? '-' : value.toFixed(3);
}

function seconds(value: number | undefined): string {
  return value === undefined ? 'never' : `${value.toFixed(1)} s`;
}

export function read(design: Design) {
  const { manifests, workers, objects } = write(design);
  const { product, kubevirt } = design.cluster;
  const options = { workers, platform: product === 'openshift' ? Platform.BARE_METAL_IPI : undefined, objects: [...objects] };
  const cluster =
    product === 'openshift' ? ClusterProfile.openshift(`4.${kubevirt + 14}`, options) : ClusterProfile.kubevirt(`1.${kubevirt}`, options);
  return { cluster, graph: new ManifestGraph(manifests, true, objects) };
}
