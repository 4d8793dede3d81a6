import type { ClusterProfile } from '../../cluster';
import { goDuration } from '../../facts';
import type { ManifestGraph } from '../../graph';
import { type Recovery, recoveriesWith, type Tuning } from '../../recovery';
import { objectName, type ReportedRecovery, reportedObject, type Saving } from '../../report';

/** What fields would save, found out once for all recoveries that are alike. */
export class Savings {
  private readonly known = new Map<string, readonly (readonly Saving[])[]>();

  public constructor(
    private readonly graph: ManifestGraph,
    private readonly cluster: ClusterProfile,
  ) {}

  /** A recovery with what the fields of its critical path would save. */
  public addedTo(reported: ReportedRecovery, recovery: Recovery): ReportedRecovery {
    const key = JSON.stringify({ ...reported, vm: undefined });
    const savings =
      this.known.get(key) ??
      recovery.steps.map(({ isCritical, tunings }) => (isCritical ? tunings.flatMap((tuning) => this.saving(recovery, tuning) ?? []) : []));
    this.known.set(key, savings);
    return { ...reported, steps: reported.steps.map((step, index) => ({ ...step, savings: savings[index] })) };
  }

  private saving({ vm, failure, outage }: Recovery, tuning: Tuning): Saving | undefined {
    const { manifest, path } = tuning;
    const value = leastOf(tuning);
    const [{ outage: left }] = recoveriesWith(vm, [{ manifest, path, value }], [failure], this.graph, this.cluster);
    return left.worst === undefined || left.worst >= (outage.worst ?? Number.POSITIVE_INFINITY)
      ? undefined
      : {
          object: manifest === vm.manifest ? undefined : objectName(reportedObject(manifest)),
          path,
          value: typeof value === 'string' ? value : JSON.stringify(value),
          outage: left.worst,
        };
  }
}

/** The least that makes sense. */
function leastOf({ number, value }: Tuning): unknown {
  return number === undefined ? value : number.isDuration ? goDuration(number.lowest) : number.lowest;
}
