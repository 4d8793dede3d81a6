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
      because: withoutSecrets(never.because),
      change: withoutSecrets(never.change),
      isCertain: never.isCertain,
    },
    assumptions,
  };
}

function reportedStep(step: RecoveryStep, { vm }: Recovery): ReportedStep {
  const { id, actor, what, after, waitsFor, begin, end, duration, origin, isCritical } = step;
  const says = withoutSecrets(what);
  return { id, actor, what: says, after, waitsFor, begin, end, duration, origin: originOf(origin, vm), isCritical, savings: [] };
}

function originOf({ kind, says, manifest, path, reference }: Origin, vm: Recovery['vm']): ReportedOrigin {
  const object = manifest === undefined || manifest === vm.manifest ? undefined : objectName(reportedObject(manifest));
  return { kind, says: withoutSecrets(says), object, path, reference };
}

/** Whether an outage is not within its objective, or may not be. */
export function isMissed({ verdict }: ReportedRecovery): boolean {
  return verdict === RecoveryVerdict.MISSED || verdict === RecoveryVerdict.AT_RISK;
}
