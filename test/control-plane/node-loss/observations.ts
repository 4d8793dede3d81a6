import type { Interval } from '../../../src/recovery';

/** Something that was to be seen of one node or pod, and when it was. */
export interface Observation {
  /** What flags make of the clock of the control plane. */
  readonly clock: string;
  readonly failure: string;
  /** What was waited for, and since when. */
  readonly what: string;
  readonly predicted: Interval;
  readonly source: string;
  /** Seconds; undefined: it was not seen. */
  readonly observed?: number;
  /** Seconds for which it was watched. */
  readonly watched: number;
  /** Seconds by which it may have been seen late, for no other reason than the machine. */
  readonly late: number;
  /** Seconds by which what it is counted from may have been seen late, so that it seems early. */
  readonly early: number;
  /** Seconds until the next turn of a node that may have lost its own; undefined: no turn is waited for. */
  readonly turn?: number;
}

/** Whether what was seen is what was predicted: what was not seen may come yet, where it may, or never. */
export function isAsPredicted({ predicted, observed, watched, late, early }: Observation): boolean {
  const { best = Number.POSITIVE_INFINITY, worst = Number.POSITIVE_INFINITY } = predicted;
  return observed === undefined ? watched <= worst + late : observed >= best - early && observed <= worst + late;
}

/**
 * Whether a node is later by a turn: it was to be tainted from a cache that had not heard of its condition yet, which the bound leaves
 * out. That is a rare race of two threads in kube-controller-manager: a suite holds against how often it comes.
 */
export function hasLostItsTurn(observation: Observation): boolean {
  const { turn, observed, predicted, late } = observation;
  const { worst } = predicted;
  return turn !== undefined && observed !== undefined && worst !== undefined && observed > worst && observed <= worst + turn + late;
}

/** One row for each failure and each thing that was waited for. */
export function rowsOf(observations: readonly Observation[]): string[][] {
  const rows = new Map<string, Observation[]>();
  for (const observation of observations) {
    const { clock, failure, what, predicted } = observation;
    const key = JSON.stringify([clock, failure, what, predicted]);
    rows.set(key, [...(rows.get(key) ?? []), observation]);
  }
  return [...rows.values()].map((row) => {
    const [{ clock, failure, what, predicted, source }] = row;
    return [failure, clock, what, predictedText(predicted), observedText(row), String(row.length), source];
  });
}

function predictedText({ best, worst }: Interval): string {
  return best === undefined ? 'never' : `${best} to ${worst ?? 'never'}`;
}

function observedText(row: readonly Observation[]): string {
  const seen = row.flatMap(({ observed }) => observed ?? []).sort((one, other) => one - other);
  const unseen = row.length - seen.length;
  const watched = Math.floor(Math.min(...row.filter(({ observed }) => observed === undefined).map((observation) => observation.watched)));
  const spread = [seen[0], seen[Math.floor(seen.length / 2)], seen[seen.length - 1]].map((value) => value?.toFixed(2)).join(' / ');
  return [...(seen.length > 0 ? [spread] : []), ...(unseen > 0 ? [`${unseen} not within ${watched} s`] : [])].join('; ');
}
