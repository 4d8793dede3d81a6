import type { ClusterProfile } from '../cluster';
import { FAILURE_CLASSES, FailureClass } from '../facts';
import type { HealthCheckView, ManifestGraph, VirtualMachineView } from '../graph';
import { drainCourse } from './drain';
import { bound, type Duration, exactly, interval, type StepDescription } from './event-graph';
import { guestOutcome } from './guest-failures';
import { healthChecks } from './health-checks';
import { runningAssumption } from './machine';
import { nodeOutcome, type ZoneExtent, zoneOutcome } from './node-failures';
import { controlPlaneCourse, storageCourse } from './other-failures';
import { type Outcome, outcomeOf } from './outcome';
import type { RecoveryAssumption } from './reasons';
import type { NeverReason, Recovery } from './recovery';
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
  const { outage, told } = outcome(vm, failure, common);
  const { events, down, staysUp = false, place, assumptions = [] } = told;
  const criticalPath = events.criticalPath(down);
  const steps = events.timed(criticalPath);
  return {
    vm,
    failure,
    outage: interval(outage),
    certain: bound(outage.certain),
    down: staysUp ? undefined : interval(down === undefined ? exactly(0) : events.endOf(down)),
    steps,
    criticalPath: criticalPath.map(({ id }) => id),
    never: staysUp ? undefined : neverOf(criticalPath, outage),
    assumptions: eachOnce([...runningAssumption(vm), ...assumptions, ...steps.flatMap((step) => step.assumptions)]),
    place,
  };
}

/** What another course of the same failure would bring back is not certain. Of several reasons none goes away with another one. */
function neverOf(criticalPath: readonly StepDescription[], { certain }: Duration): NeverReason | undefined {
  const reasons = [...new Map(criticalPath.flatMap(({ never }) => (never === undefined ? [] : [[never.id, never]]))).values()];
  const [first, ...others] = reasons;
  if (first === undefined) {
    return undefined;
  }
  const isCertain = reasons.some((reason) => reason.isCertain) && certain === Infinity;
  return others.length === 0
    ? { ...first, isCertain }
    : {
        ...first,
        because: reasons.map(({ because }) => because).join('. '),
        change: `${reasons.map(({ change }) => change).join(' ')} It takes all of that.`,
        isCertain,
      };
}

function outcome(vm: VirtualMachineView, failure: FailureClass, common: Shared): Outcome {
  const failed = { vm, failure, ...common };
  switch (failure) {
    case FailureClass.NODE_LOSS:
    case FailureClass.NETWORK_PARTITION:
    case FailureClass.KUBELET:
      return nodeOutcome(failed);
    case FailureClass.ZONE_LOSS:
      return zoneOutcome(failed);
    case FailureClass.NODE_DRAIN:
      return outcomeOf(drainCourse(failed));
    case FailureClass.STORAGE_ERROR:
      return outcomeOf(storageCourse(failed));
    case FailureClass.CONTROL_PLANE:
      return outcomeOf(controlPlaneCourse());
    default:
      return guestOutcome(failure, failed);
  }
}

function eachOnce(assumptions: readonly RecoveryAssumption[]): RecoveryAssumption[] {
  return [...new Map(assumptions.map((assumption) => [assumption.id + assumption.what, assumption])).values()];
}
