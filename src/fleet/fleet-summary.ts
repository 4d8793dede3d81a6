import type { Duration } from 'cdk8s';
import type { FailureClass } from '../facts/failure-classes';

/** What came out for one cluster. */
export interface ClusterSummary {
  /** Name of the cluster. */
  readonly name: string;
  /** Folder with its manifests. */
  readonly folder: string;
  /** How many objects it has. */
  readonly objects: number;
  /** How many errors the rules found that nobody has accepted. */
  readonly errors: number;
  /** How many warnings that nobody has accepted. */
  readonly warnings: number;
  /** The outage that comes nearest to its objective, or goes beyond it. Not set: nobody says an objective. */
  readonly tightest?: TightestOutage;
}

/** An outage, and what is accepted. */
export interface TightestOutage {
  /** The VM or the pool, as `namespace/name`. */
  readonly vm: string;
  /** What fails. */
  readonly failure: FailureClass;
  /** The longest outage. Not set: the VM may never come back. */
  readonly worst?: Duration;
  /** The longest outage that is accepted. */
  readonly objective: Duration;
}

const HEADINGS = ['cluster', 'objects', 'errors', 'warnings', 'tightest outage'];

/** What came out for a fleet. */
export class FleetSummary {
  /** @internal */
  public static _of(clusters: readonly ClusterSummary[]): FleetSummary {
    return new FleetSummary([...clusters]);
  }

  /** Cluster by cluster, in the order in which they were added. */
  public readonly clusters: ClusterSummary[];

  private constructor(clusters: ClusterSummary[]) {
    this.clusters = clusters;
  }

  /** All of it as a table. */
  public get text(): string {
    const rows = [HEADINGS, ...this.clusters.map(cellsOf)];
    const widths = HEADINGS.map((_, column) => Math.max(...rows.map((cells) => cells[column].length)));
    const aligned = (cells: readonly string[]) =>
      cells.map((cell, column) => (column >= 1 && column <= 3 ? cell.padStart(widths[column]) : cell.padEnd(widths[column])));
    return rows.map((cells) => `${aligned(cells).join('  ').trimEnd()}\n`).join('');
  }
}

function cellsOf({ name, objects, errors, warnings, tightest }: ClusterSummary): string[] {
  return [name, String(objects), String(errors), String(warnings), tightest === undefined ? '–' : outageText(tightest)];
}

function outageText({ vm, failure, worst, objective }: TightestOutage): string {
  const outage = worst === undefined ? 'may be for ever' : `${worst.toSeconds()} s`;
  return `${outage} of ${objective.toSeconds()} s: ${vm}, ${failure}`;
}
