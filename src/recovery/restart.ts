import { LEADER_ELECTIONS, longestHandOver, NEXT_INSTANCE, VM_START, VOLUME_DETACHMENT } from '../facts';
import type { ManifestGraph, VirtualMachineView } from '../graph';
import { between, type Duration, type EventGraph, never, presumably } from './event-graph';
import { bootOf, type Ending, notRestarted, RESTART_OF_INSTANCE, volumesOf } from './machine';
import { assumed, behaviour } from './origins';
import type { NeverReason, Origin, Tuning } from './recovery';
import type { Surroundings } from './surroundings';

/** How the volumes of a node that is lost are freed. */
export enum Release {
  /** The node does not hold them any more: it runs, or its VM has ended in good order. */
  UNMOUNTED,
  /** The taint for nodes out of service takes them away. */
  OUT_OF_SERVICE,
  /** Kubernetes waits for six minutes. */
  FORCED,
}

/** What starts a VM again. */
export interface RestartOptions {
  /** The step after which its pod is gone. */
  readonly after: string;
  readonly ending: Ending;
  readonly release: Release;
  /** The field that would free volumes sooner. */
  readonly strategy?: Tuning;
  /** Whether the leader of the scheduler may be lost too. */
  readonly losesScheduler?: boolean;
  /** Whether the VM is certain to have ended in this way. */
  readonly isCertain?: boolean;
  /** How many VMs are started at once. */
  readonly starting?: number;
}

const ATTACH_DETACH = 'https://github.com/kubernetes/kubernetes/blob/master/pkg/controller/volume/attachdetach/reconciler/reconciler.go';
const SCHEDULER_CONFIGURATION =
  'https://github.com/openshift/cluster-kube-scheduler-operator/blob/main/bindata/assets/config/defaultconfig.yaml';

/** Adds all from the end of an instance to the answer of the next one: `answers`. */
export function addRestart(
  events: EventGraph,
  vm: VirtualMachineView,
  graph: ManifestGraph,
  surroundings: Surroundings,
  { after, ending, release, strategy, losesScheduler = false, isCertain = true, starting = 1 }: RestartOptions,
): void {
  const stays = notRestarted(vm, ending, isCertain);
  const queued = Math.max(0, starting - NEXT_INSTANCE.workers) * NEXT_INSTANCE.secondsPerQueued;
  events.add({
    id: 'next-instance',
    actor: 'virt-controller',
    what: ending === 'failed' ? 'The instance has failed, and the next one is made' : 'The instance has ended, and the next one is made',
    after: [after],
    duration: stays === undefined ? between(0, NEXT_INSTANCE.latest + queued) : never(stays),
    origin: stays?.origin ?? RESTART_OF_INSTANCE,
    never: stays,
  });
  const { held, assumptions } = volumesOf(vm, graph);
  const waits = [
    'next-instance',
    ...(held === undefined || release === Release.UNMOUNTED
      ? []
      : [addDetachment(events, { after, release, strategy }, held, surroundings)]),
    ...(losesScheduler ? [addSchedulerHandOver(events, surroundings)] : []),
  ];
  events.add({
    id: 'started',
    actor: 'kube-scheduler, kubelet, virt-handler',
    what: 'The VM is scheduled, its volumes are attached, and its guest is launched',
    after: waits,
    duration: presumably(VM_START.earliest, VM_START.latest),
    origin: assumed(`VM start ${VM_START.latest} s`),
    assumptions: [{ id: 'vm-start', what: `A node has room for the VM, and starts it within ${VM_START.latest} s` }, ...assumptions],
  });
  const boot = bootOf(vm);
  events.add({
    id: 'answers',
    actor: 'guest',
    what: 'The guest boots, and its service answers',
    after: ['started'],
    duration: boot.seconds,
    origin: boot.origin,
    assumptions: boot.assumptions,
  });
}

function addDetachment(
  events: EventGraph,
  { after, release, strategy }: Pick<RestartOptions, 'after' | 'release' | 'strategy'>,
  { name, origin }: { readonly name: string; readonly origin: Origin },
  { keepsVolumes }: Surroundings,
): string {
  const id = 'volumes-free';
  const isForced = release === Release.FORCED;
  const kept = isForced && keepsVolumes !== undefined ? staysAttached(name, keepsVolumes) : undefined;
  events.add({
    id,
    actor: 'attach-detach controller',
    what: `The volume "${name}" is detached from the lost node`,
    after: [after],
    duration: kept === undefined ? detachment(isForced) : never(kept),
    origin: isForced ? behaviour(`six minutes for a volume that one node holds: ${origin.says}`, ATTACH_DETACH) : origin,
    tunings: isForced && strategy !== undefined ? [strategy] : [],
    never: kept,
  });
  return id;
}

/** The six minutes begin when the pod is gone; the kubelet of the next node may have tried to mount in vain by then, and waits. */
function detachment(isForced: boolean): Duration {
  const { forced, pass, mountRetry, outOfService, call, earlyMountRetry } = VOLUME_DETACHMENT;
  return isForced ? between(forced, forced + pass + mountRetry) : between(0, outOfService + call + earlyMountRetry);
}

function staysAttached(name: string, origin: Origin): NeverReason {
  return {
    id: 'volume-stays-attached',
    because: `The volume "${name}" stays attached to the lost node: ${origin.says} switches forced detachment off`,
    change: 'The strategy OutOfServiceTaint of the remediation, or a volume that several nodes can use, would change it.',
    origin,
    isCertain: true,
  };
}

function addSchedulerHandOver(events: EventGraph, { cluster }: Surroundings): string {
  const id = 'scheduler-takes-over';
  const election = cluster.isOpenshift ? LEADER_ELECTIONS.openshiftScheduler : LEADER_ELECTIONS.upstream;
  events.add({
    id,
    actor: 'kube-scheduler',
    what: 'Another kube-scheduler takes over, if the leader was on the node',
    duration: between(0, longestHandOver(election)),
    origin: behaviour(`lease ${election.lease} s, retry ${election.retry} s`, SCHEDULER_CONFIGURATION),
  });
  return id;
}
