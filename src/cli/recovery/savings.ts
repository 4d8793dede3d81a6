import { settingIn } from '../../audit/fix';
import type { ClusterProfile } from '../../cluster';
import { goDuration, patched } from '../../facts';
import type { Manifest, ManifestGraph } from '../../graph';
import { type Recovery, recoveryOf, type Tuning } from '../../recovery';
import { objectName, type ReportedRecovery, reportedObject, type Saving } from '../../report';

/** What fields would save, found out once for all recoveries that are alike. */
export class Savings {
  private readonly graphs = new Map<string, Changed>();
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
    const { graph, of } = this.changed(manifest, path, value);
    const view = manifest === vm.manifest ? graph.virtualMachineOf(of) : graph.virtualMachineOf(vm.manifest);
    const worst = view && recoveryOf(view, failure, graph, this.cluster).outage.worst;
    return worst === undefined || worst >= (outage.worst ?? Number.POSITIVE_INFINITY)
      ? undefined
      : {
          object: manifest === vm.manifest ? undefined : objectName(reportedObject(manifest)),
          path,
          value: typeof value === 'string' ? value : JSON.stringify(value),
          outage: worst,
        };
  }

  private changed(manifest: Manifest, path: string, value: unknown): Changed {
    const { kind, namespace, name } = reportedObject(manifest);
    const key = JSON.stringify([kind, namespace, name, path, value]);
    const known = this.graphs.get(key);
    if (known !== undefined) {
      return known;
    }
    const of = patched(manifest, settingIn(manifest, path, value).operations) as Manifest;
    const changed = { graph: this.graph.with(new Map([[manifest, of]])), of };
    this.graphs.set(key, changed);
    return changed;
  }
}

interface Changed {
  readonly graph: ManifestGraph;
  /** The object that has the value. */
  readonly of: Manifest;
}

/** The least that makes sense. */
function leastOf({ number, value }: Tuning): unknown {
  return number === undefined ? value : number.isDuration ? goDuration(number.lowest) : number.lowest;
}
