import { withoutSecrets } from '../../facts';
import { type Objective, type Origin, type Recovery, type RecoveryStep, RecoveryVerdict, verdictOf } from '../../recovery';
import { reportedObject } from '../reported-object';
import { objectName } from '../words';
import type { ReportedOrigin, ReportedRecovery, ReportedStep } from './recovery-report';

/** A recovery as texts and numbers, with whether it is within its objective. */
export function reportedRecovery(recovery: Recovery, objective: Objective | undefined): ReportedRecovery {
  const { vm, failure, outage, certain, down, place, steps, criticalPath, never, assumptions } = recovery;
  return {
    vm: reportedObject(vm.manifest),
    failure,
    objective: objective?.seconds,
    isNamed: objective?.isNamed,
    verdict: objective && verdictOf(recovery, objective),
    outage,
    certain,
    down,
    place,
    steps: steps.map((step) => reportedStep(step, recovery)),
    criticalPath,
    never: never && {
      id: never.id,
      because: shownText(never.because),
      change: shownText(never.change),
      isCertain: never.isCertain,
    },
    assumptions,
  };
}

function reportedStep(step: RecoveryStep, { vm }: Recovery): ReportedStep {
  const { id, actor, what, after, waitsFor, begin, end, duration, origin, isCritical } = step;
  const says = shownText(what);
  return { id, actor, what: says, after, waitsFor, begin, end, duration, origin: originOf(origin, vm), isCritical, savings: [] };
}

function originOf({ kind, says, manifest, path, reference }: Origin, vm: Recovery['vm']): ReportedOrigin {
  const object = manifest === undefined || manifest === vm.manifest ? undefined : objectName(reportedObject(manifest));
  return { kind, says: shownText(says), object, path, reference };
}

const MOST_REMEMBERED = 10_000;
const remembered = new Map<string, string>();

/** The texts of steps are the same from VM to VM: what may be shown of one is looked for once. */
function shownText(text: string): string {
  const known = remembered.get(text);
  if (known !== undefined) {
    return known;
  }
  const shown = withoutSecrets(text);
  if (remembered.size >= MOST_REMEMBERED) {
    remembered.clear();
  }
  remembered.set(text, shown);
  return shown;
}

/** Whether an outage is not within its objective, or may not be. */
export function isMissed({ verdict }: ReportedRecovery): boolean {
  return verdict === RecoveryVerdict.MISSED || verdict === RecoveryVerdict.AT_RISK;
}
