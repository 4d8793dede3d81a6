import { goDuration, valueText } from '../../facts';
import type { Change, Interval, Recovery, Tuning } from '../../recovery';
import { reportedObject } from '../reported-object';
import { objectName } from '../words';
import type { ReportedRecovery, Saving } from './recovery-report';

/** What fields would save, found out once for all recoveries that are alike. */
export class Savings {
  private readonly known = new Map<string, readonly (readonly Saving[])[]>();

  /** @param tried how long the VM of a recovery is away with a field that has another value */
  public constructor(private readonly tried: (recovery: Recovery, change: Change) => Interval) {}

  /** A recovery with what the fields of its critical path would save. */
  public addedTo(reported: ReportedRecovery, recovery: Recovery): ReportedRecovery {
    const key = JSON.stringify({ ...reported, vm: undefined });
    const savings =
      this.known.get(key) ??
      recovery.steps.map(({ isCritical, tunings }) => (isCritical ? tunings.flatMap((tuning) => this.saving(recovery, tuning) ?? []) : []));
    this.known.set(key, savings);
    return { ...reported, steps: reported.steps.map((step, index) => ({ ...step, savings: savings[index] })) };
  }

  private saving(recovery: Recovery, tuning: Tuning): Saving | undefined {
    const { vm, outage } = recovery;
    const { manifest, path } = tuning;
    const value = leastOf(tuning);
    const left = this.tried(recovery, { manifest, path, value });
    return left.worst === undefined || left.worst >= (outage.worst ?? Number.POSITIVE_INFINITY)
      ? undefined
      : {
          object: manifest === vm.manifest ? undefined : objectName(reportedObject(manifest)),
          path,
          value: valueText(value),
          outage: left.worst,
        };
  }
}

/** The least that makes sense. */
function leastOf({ number, value }: Tuning): unknown {
  return number === undefined ? value : number.isDuration ? goDuration(number.lowest) : number.lowest;
}
