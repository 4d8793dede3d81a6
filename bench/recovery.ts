import type { ClusterProfile } from '../src/cluster';
import type { ManifestGraph } from '../src/graph';
import { objectivesOf, RecoveryVerdict, recoveriesOf, recoveriesWith, verdictOf } from '../src/recovery';
import { isMissed, reportedRecovery, Savings } from '../src/report';

/** What a synth finds out: each VM and each failure, and whether it is within its objective. @returns how many are not */
export function judgeRecoveries(graph: ManifestGraph, profile: ClusterProfile): number {
  let missed = 0;
  for (const { recovery, objective } of judged(graph, profile)) {
    missed += objective && verdictOf(recovery, objective) === RecoveryVerdict.MISSED ? 1 : 0;
  }
  return missed;
}

/** What the command `recovery` does beyond: texts, and what fields would save where an objective is missed. @returns how many are */
export function reportRecoveries(graph: ManifestGraph, profile: ClusterProfile): number {
  const savings = new Savings(({ vm, failure }, change) => recoveriesWith(vm, [change], [failure], graph, profile)[0].outage);
  let missed = 0;
  for (const { recovery, objective } of judged(graph, profile)) {
    const reported = reportedRecovery(recovery, objective);
    if (isMissed(reported)) {
      savings.addedTo(reported, recovery);
      missed++;
    }
  }
  return missed;
}

function* judged(graph: ManifestGraph, profile: ClusterProfile) {
  const objectives = new Map(graph.virtualMachines.map((vm) => [vm, objectivesOf(vm, graph, profile)]));
  for (const recovery of recoveriesOf(graph, profile)) {
    yield { recovery, objective: objectives.get(recovery.vm)?.find(({ failure }) => failure === recovery.failure) };
  }
}
