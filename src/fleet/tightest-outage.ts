import type { IConstruct } from 'constructs';
import { Recovery } from '../check';
import { RecoveryVerdict } from '../recovery/recovery-verdict';
import type { TightestOutage } from './fleet-summary';

/** The outage of an app that leaves least of its objective; undefined: it has none. */
export function tightestOutage(app: IConstruct): TightestOutage | undefined {
  let tightest: Recovery | undefined;
  for (const recovery of Recovery.of(app)) {
    if (isJudged(recovery) && (tightest === undefined || shareOf(recovery) > shareOf(tightest))) {
      tightest = recovery;
    }
  }
  if (tightest?.objective === undefined) {
    return undefined;
  }
  const { vm, failure, objective, isBounded } = tightest;
  const name = vm.namespace === undefined ? `${vm.name}` : `${vm.namespace}/${vm.name}`;
  return { vm: name, failure, objective, worst: isBounded ? tightest.worst : undefined };
}

function isJudged({ objective, verdict }: Recovery): boolean {
  return objective !== undefined && verdict !== RecoveryVerdict.OPEN;
}

function shareOf(recovery: Recovery): number {
  const { isBounded, objective } = recovery;
  return isBounded && objective !== undefined ? recovery.worst.toSeconds() / objective.toSeconds() : Number.POSITIVE_INFINITY;
}
