import { evictionDecision, KubevirtSource, type MigrationBlocker, migrationBlockers } from '../admission';
import { GRACE_PERIOD, MIGRATION, PRESUMED_MIGRATION } from '../facts';
import type { VirtualMachineView } from '../graph';
import { between, type Duration, EventGraph, never, plus, presumably } from './event-graph';
import type { GuestFailure } from './guest-failures';
import { gracePeriodOf, graceTuning, volumesOf } from './machine';
import { type MigrationSettings, memoryOf, migrationSettings } from './migration-settings';
import { assumed, behaviour } from './origins';
import type { Course } from './outcome';
import type { RecoveryAssumption } from './reasons';
import type { NeverReason } from './recovery';
import { addRestart, Release } from './restart';
import { StepOrigin } from './step-origin';
import type { Surroundings } from './surroundings';
import { addTargetReady, endedByProbe, probeAssumption } from './target-pod';
import { addHeld, boundToNode, whereaboutsOf } from './whereabouts';

/** What a drain of its node does to a VM: moves it, shuts it down, or is held up by it. */
export function drainCourse(failed: GuestFailure): Course {
  const { vm, graph, surroundings } = failed;
  const { strategy } = evictionDecision(vm, graph, surroundings.cluster);
  const [blocker] = migrationBlockers(vm, graph, surroundings.cluster);
  const bound = whereaboutsOf(vm, graph, surroundings)
    .places.map((place) => boundToNode(vm, place, graph, surroundings))
    .find((reason) => reason !== undefined);
  const moved = () => (bound === undefined ? migrated(failed) : held(bound));
  switch (strategy) {
    case 'LiveMigrate':
      return blocker === undefined ? moved() : held(blockedBy(vm, blocker));
    case 'LiveMigrateIfPossible':
      return blocker === undefined ? moved() : shutDown(failed, [], bound);
    case 'None':
      return shutDown(failed, [], bound);
    default:
      return shutDown(failed, [unknownStrategy(strategy, surroundings)], bound);
  }
}

/** On OpenShift the number of workers decides what VMs have that do not say it. */
function unknownStrategy(strategy: unknown, { cluster }: Surroundings): RecoveryAssumption {
  return strategy === 'External'
    ? { id: 'eviction', what: 'Whoever answers evictions of VMs with the strategy External shuts the VM down and starts it elsewhere' }
    : {
        id: 'eviction',
        what: 'A drain shuts the VM down',
        say: `evictionStrategy of the VM or of the profile${cluster.isOpenshift ? ', or workers of the profile' : ''}`,
      };
}

/** @param bound why no other node takes the VM: it stays down until its node does again */
function shutDown(failed: GuestFailure, assumptions: readonly RecoveryAssumption[], bound: NeverReason | undefined): Course {
  const { vm, graph, surroundings } = failed;
  const grace = gracePeriodOf(vm, graph);
  const events = new EventGraph();
  events.add({
    id: 'stopped',
    actor: 'kubectl drain, virt-handler',
    what: 'The pod is evicted, and the guest shuts down, or is killed after its grace period',
    duration: between(0, grace.seconds + GRACE_PERIOD.kill),
    origin: grace.origin,
    assumptions,
    tunings: [graceTuning(vm, grace)],
  });
  addRestart(events, vm, graph, surroundings, { after: 'stopped', ending: 'shut down', release: Release.UNMOUNTED });
  if (bound !== undefined) {
    addHeld(events, bound);
  }
  return { events };
}

function blockedBy(vm: VirtualMachineView, { path, value, message }: MigrationBlocker): NeverReason {
  return {
    id: 'drain-held-up',
    because: message,
    change: 'A VM that can be migrated would change it.',
    origin: { kind: StepOrigin.FIELD, says: path, manifest: vm.manifest, path, value, reference: KubevirtSource.POD_EVICTION_ADMITTER },
    isCertain: true,
  };
}

/** The eviction is refused for as long as the VM runs where it is: it cannot migrate, or no node takes it. */
function held(reason: NeverReason): Course {
  const events = new EventGraph();
  events.add({
    id: 'drained',
    actor: 'kubectl drain',
    what: `The drain does not end, and the VM runs on: ${reason.because}`,
    duration: never(reason),
    origin: reason.origin,
    never: reason,
  });
  return { events, staysUp: true };
}

/** The service is away while the guest is paused at the end; what comes before is the queue of the VMs of the node. */
function migrated(failed: GuestFailure): Course {
  const { vm, graph, surroundings } = failed;
  const settings = migrationSettings(vm, graph, surroundings.cluster);
  const memory = memoryOf(vm, graph);
  const copy = copyOf(memory.bytes, settings);
  const ended = endedByProbe(vm, copy.duration);
  const before = waitBefore(failed, settings, copy.duration.worst);
  const events = new EventGraph();
  events.add({
    id: 'migration-queued',
    actor: 'virt-controller',
    what: `The migrations of the node wait for one another: ${before.rounds} before this one at most`,
    duration: before.duration,
    origin: settings.limits,
    assumptions: before.assumptions,
  });
  events.add({
    id: 'target-started',
    actor: 'kube-scheduler, virt-handler',
    what: 'The pod that the VM moves to is started',
    after: ['migration-queued'],
    duration: presumably(MIGRATION.targetPod.earliest, MIGRATION.targetPod.latest),
    origin: assumed(`target pod ${MIGRATION.targetPod.latest} s`),
    assumptions: [{ id: 'migration-target', what: 'Another node has room for the VM while it moves' }, ...volumesOf(vm, graph).assumptions],
  });
  events.add({
    id: 'memory-copied',
    actor: 'QEMU',
    what: ended?.because ?? 'The memory of the guest is copied while it runs',
    after: ['target-started'],
    duration: ended === undefined ? copy.duration : presumably(0, Infinity),
    origin: ended?.origin ?? settings.completion,
    never: ended,
    assumptions: [...settings.assumptions, ...memory.assumptions, ...probeAssumption(vm)],
  });
  events.add({
    id: 'answers',
    actor: 'QEMU, network',
    what: copy.isForced
      ? 'The guest is paused until the rest of its memory is there'
      : 'The guest is paused, and goes on on the other node',
    after: ['memory-copied'],
    duration: copy.pause,
    origin: copy.isForced ? settings.completion : behaviour('pause at the end of a migration', KubevirtSource.LIVE_MIGRATION),
    assumptions: [
      { id: 'network-follows', what: `The network sends what is meant for the guest to the other node within ${MIGRATION.pause.latest} s` },
    ],
  });
  addTargetReady(events, vm, graph, surroundings, copy.duration);
  return { events, down: 'memory-copied' };
}

interface Copy {
  readonly duration: Duration;
  readonly pause: Duration;
  /** Whether the guest is paused, or its memory fetched afterwards, because it writes too fast or takes too long. */
  readonly isForced: boolean;
}

const GIBIBYTE = 1024 ** 3;

/** Pre-copy sends what the guest writes meanwhile again: it ends when less is written than is sent. */
function copyOf(bytes: number, settings: MigrationSettings): Copy {
  const { bandwidth, completionTimeoutPerGiB, allowsDisruption, allowsPostCopy } = settings;
  const share = PRESUMED_MIGRATION.dirtyRate / bandwidth;
  const usual = bytes / bandwidth / (1 - share);
  const limit = completionTimeoutPerGiB * (bytes / GIBIBYTE);
  const pause = presumably(MIGRATION.pause.earliest, MIGRATION.pause.latest);
  if (share < 1 && usual <= limit) {
    return { duration: presumably(0, usual), pause, isForced: false };
  }
  if (!allowsDisruption) {
    // It is given up and tried again: the guest runs on where it is.
    return { duration: presumably(0, Infinity), pause, isForced: false };
  }
  const rest = allowsPostCopy ? MIGRATION.pause.latest : Math.min(limit, bytes / bandwidth) + MIGRATION.forcedPause;
  return { duration: presumably(0, limit), pause: presumably(0, rest), isForced: true };
}

/** How long the migrations before take: those of the node share its slots. */
function waitBefore({ graph, surroundings }: GuestFailure, { perCluster, perNode }: MigrationSettings, copy: number) {
  const { workers } = surroundings;
  const machines = graph.virtualMachines.length;
  const onNode = workers === undefined ? machines : Math.ceil(machines / workers);
  const slots = Math.max(1, Math.min(perNode, perCluster));
  const rounds = Math.ceil(onNode / slots) - 1;
  const each = MIGRATION.targetPod.latest + (Number.isFinite(copy) ? copy : 0) + MIGRATION.pause.latest + MIGRATION.retry;
  const what = `${onNode} of the VMs that are known are on the node, and no others migrate`;
  return {
    rounds,
    duration: plus(between(0, MIGRATION.retry), presumably(0, rounds * each)),
    assumptions: [{ id: 'vms-on-node', what }],
  };
}
