import type { ClusterProfile } from '../cluster';
import { FAILURE_CLASSES, FailureClass } from '../facts';
import type { HealthCheckView, ManifestGraph, VirtualMachineView } from '../graph';
import { drainCase } from './drain';
import { bound, interval } from './event-graph';
import { guestCase } from './guest-failures';
import { healthChecks } from './health-checks';
import { type Case, nodeCases, type ZoneExtent, zoneCases } from './node-failures';
import { controlPlaneCase, storageCase } from './other-failures';
import type { Assumption, Recovery, RecoveryStep } from './recovery';
import { type Surroundings, surroundingsOf } from './surroundings';

/** What recoveries of one graph share. */
interface Shared {
  readonly graph: ManifestGraph;
  readonly surroundings: Surroundings;
  readonly checks: readonly HealthCheckView[];
  readonly extent?: ZoneExtent;
}

/**
 * How long a VM is down after a failure.
 *
 * @param extent how much of a zone is lost; unset: all of it, and the node of the VM is the last of which the control plane takes care
 */
export function recoveryOf(
  vm: VirtualMachineView,
  failure: FailureClass,
  graph: ManifestGraph,
  cluster: ClusterProfile,
  extent?: ZoneExtent,
): Recovery {
  return recovery(vm, failure, { ...shared(graph, cluster), extent });
}

/** How long each VM of a graph is down after each failure: what they share is found out once. */
export function* recoveriesOf(graph: ManifestGraph, cluster: ClusterProfile, failures = FAILURE_CLASSES): Iterable<Recovery> {
  const common = shared(graph, cluster);
  for (const vm of graph.virtualMachines) {
    for (const failure of failures) {
      yield recovery(vm, failure, common);
    }
  }
}

function shared(graph: ManifestGraph, cluster: ClusterProfile): Shared {
  return { graph, surroundings: surroundingsOf(graph, cluster), checks: healthChecks(graph) };
}

function recovery(vm: VirtualMachineView, failure: FailureClass, common: Shared): Recovery {
  const cases = casesOf(vm, failure, common);
  return told(
    vm,
    failure,
    cases.reduce((worst, other) => (outlasts(other, worst) ? other : worst)),
  );
}

function casesOf(vm: VirtualMachineView, failure: FailureClass, common: Shared): Case[] {
  const failed = { vm, failure, ...common };
  switch (failure) {
    case FailureClass.NODE_LOSS:
    case FailureClass.NETWORK_PARTITION:
    case FailureClass.KUBELET:
      return nodeCases(failed);
    case FailureClass.ZONE_LOSS:
      return zoneCases(failed);
    case FailureClass.NODE_DRAIN:
      return [drainCase(failed)];
    case FailureClass.STORAGE_ERROR:
      return [storageCase(failed)];
    case FailureClass.CONTROL_PLANE:
      return [controlPlaneCase()];
    default:
      return [guestCase(failure, failed)];
  }
}

function outlasts(one: Case, other: Case): boolean {
  return outageOf(one).worst > outageOf(other).worst;
}

function outageOf({ events, down }: Case) {
  return events.sinceEndOf(down);
}

function told(vm: VirtualMachineView, failure: FailureClass, told: Case): Recovery {
  const { events, down, staysUp = false, place, assumptions = [] } = told;
  const steps = events.timed();
  const outage = staysUp ? { best: 0, worst: 0, certain: 0 } : outageOf(told);
  const criticalPath = events.criticalPath();
  return {
    vm,
    failure,
    outage: interval(outage),
    certain: bound(outage.certain),
    down: staysUp ? undefined : interval(events.endOf(down ?? '')),
    steps,
    criticalPath: criticalPath.map(({ id }) => id),
    never: staysUp ? undefined : criticalPath.find((step) => step.never !== undefined)?.never,
    assumptions: eachOnce([...assumptions, ...steps.flatMap((step: RecoveryStep) => step.assumptions)]),
    place,
  };
}

function eachOnce(assumptions: readonly Assumption[]): Assumption[] {
  return [...new Map(assumptions.map((assumption) => [assumption.id + assumption.what, assumption])).values()];
}
