import type { Comparison, MovedEnd, MovedStep, RecoveryChange, ReportedRecovery, ReportedStep } from './recovery-report';
import { vmName } from './recovery-words';

const MOST_STEPS = 3;

/** What is longer or shorter than before, with the steps that make the difference. */
export function compared(against: string, before: readonly ReportedRecovery[], after: readonly ReportedRecovery[]): Comparison {
  const known = new Map(before.map((recovery) => [keyOf(recovery), recovery]));
  const isNew = new Set(vmsIn(after));
  const wasThere = new Set(vmsIn(before));
  return {
    against,
    changes: after.flatMap((recovery) => {
      const old = known.get(keyOf(recovery));
      return old === undefined ? [] : (changeOf(old, recovery) ?? []);
    }),
    added: oneEach(after)
      .filter(({ vm }) => !wasThere.has(vmName(vm)))
      .map(({ vm }) => vm),
    removed: oneEach(before)
      .filter(({ vm }) => !isNew.has(vmName(vm)))
      .map(({ vm }) => vm),
  };
}

function keyOf({ vm, failure }: ReportedRecovery): string {
  return JSON.stringify([vmName(vm), failure]);
}

function vmsIn(recoveries: readonly ReportedRecovery[]): string[] {
  return recoveries.map(({ vm }) => vmName(vm));
}

function oneEach(recoveries: readonly ReportedRecovery[]): ReportedRecovery[] {
  return [...new Map(recoveries.map((recovery) => [vmName(recovery.vm), recovery])).values()];
}

function changeOf(before: ReportedRecovery, after: ReportedRecovery): RecoveryChange | undefined {
  const by = difference(before.outage.worst, after.outage.worst) || difference(before.outage.best, after.outage.best);
  return by === 0
    ? undefined
    : {
        vm: after.vm,
        failure: after.failure,
        before: before.outage,
        after: after.outage,
        isLonger: by > 0,
        verdict: after.verdict,
        moved: movedSteps(before, after, by > 0),
      };
}

/** What has no end is longer than anything. */
function difference(before: number | undefined, after: number | undefined): number {
  return before === after ? 0 : (after ?? Number.MAX_VALUE) - (before ?? Number.MAX_VALUE);
}

/** Those on the way of the worst case, before or now, that take longer, or less long, as it does; the first of them explains most. */
function movedSteps(before: ReportedRecovery, after: ReportedRecovery, isLonger: boolean): MovedStep[] {
  const [old, now] = [before, after].map(({ steps }) => new Map(steps.map((step) => [step.id, step])));
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter((id) => old.get(id)?.isCritical || now.get(id)?.isCritical)
    .map((id) => ({ id, was: old.get(id), is: now.get(id), by: difference(lengthOf(old.get(id)), lengthOf(now.get(id))) }))
    .filter(({ by }) => by !== 0 && by > 0 === isLonger)
    .sort((one, other) => Math.abs(other.by) - Math.abs(one.by))
    .slice(0, MOST_STEPS)
    .map(({ id, was, is }) => ({ id, what: (is ?? was)?.what ?? id, before: was && endOf(was), after: is && endOf(is) }));
}

/** A step that is not there takes no time. */
function lengthOf(step: ReportedStep | undefined): number | undefined {
  return step === undefined ? 0 : step.duration.worst;
}

function endOf({ duration, origin }: ReportedStep): MovedEnd {
  return { seconds: duration.worst, says: origin.says };
}
