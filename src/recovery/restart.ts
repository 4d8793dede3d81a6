import { KubevirtSource } from '../admission';
import {
  LEADER_ELECTIONS,
  LEAVES_SERVICES,
  LIBVIRT_STARTUP_DELAY,
  NEXT_INSTANCE,
  START_BACK_OFF,
  VM_START,
  VOLUME_DETACHMENT,
} from '../facts';
import { isObject, type ManifestGraph, type VirtualMachineView } from '../graph';
import { addRouter, isServed } from './clients';
import { between, type Duration, type EventGraph, never, presumably } from './event-graph';
import { addHandOver } from './hand-over';
import { type Ending, type FirstBoot, firstBootOf, notRestarted, RESTART_OF_INSTANCE, volumesOf } from './machine';
import { assumed, behaviour, field, type Setting, secondsField } from './origins';
import { probeNumbers } from './probe-numbers';
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
  /** Whether another step of the remediation may set the taint for nodes out of service. */
  readonly mayBeTainted?: boolean;
  /** Whether the leader of the scheduler may be lost too. */
  readonly losesScheduler?: boolean;
  /** Whether the VM is certain to have ended in this way. */
  readonly isCertain?: boolean;
  /** How many VMs are started at once. */
  readonly starting?: number;
  /** How often the next pod may get a node that is lost, too, while that is not known. */
  readonly startsInVain?: number;
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
  {
    after,
    ending,
    release,
    strategy,
    mayBeTainted,
    losesScheduler = false,
    isCertain = true,
    starting = 1,
    startsInVain = 0,
  }: RestartOptions,
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
  if (startsInVain > 0) {
    addStartsInVain(events, startsInVain);
  }
  const { held, assumptions } = volumesOf(vm, graph);
  const waits = [
    events.last.id,
    ...(held === undefined || release === Release.UNMOUNTED
      ? []
      : [addDetachment(events, { after, release, strategy, mayBeTainted }, held, surroundings)]),
    ...(losesScheduler ? [addHandOver(events, schedulerOf(surroundings))] : []),
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
  addBoot(events, 'started', firstBootOf(vm));
  if (isServed(vm, graph) && isObject(vm.spec.readinessProbe)) {
    addReadiness(events, vm);
    addRouter(events, vm, graph, surroundings);
  }
}

/** An instance that gets a node which is lost, too, goes when that node is remediated: no later than the first, but the next one is held up. */
function addStartsInVain(events: EventGraph, startsInVain: number): void {
  const { unit, share, longest } = START_BACK_OFF;
  let seconds = 0;
  for (let failures = 1; failures <= startsInVain; failures++) {
    seconds += Math.min(longest, unit * failures ** 2 * (1 + share));
  }
  events.add({
    id: 'start-backed-off',
    actor: 'virt-controller',
    what: 'The next pod may get a node that is not known to be lost yet, and another one is made after a while',
    after: ['next-instance'],
    duration: between(0, seconds),
    origin: behaviour('the back-off of starts that have failed', KubevirtSource.VM_CONTROLLER),
  });
}

/** Adds the boot of the guest until its service answers: `answers`. */
export function addBoot(events: EventGraph, after: string, { seconds, origin, assumptions, never: reason }: FirstBoot): void {
  const what = 'The guest boots, and its service answers';
  events.add({
    id: 'answers',
    actor: 'guest',
    what: reason?.because ?? what,
    after: [after],
    duration: seconds,
    origin: reason?.origin ?? origin,
    assumptions,
    never: reason,
  });
}

/** Services send nothing to a new pod before its readiness probe has passed: the first one waits for its initial delay. */
function addReadiness(events: EventGraph, vm: VirtualMachineView): void {
  const { seconds, path, origin } = readinessDelay(vm);
  const delay = seconds + LIBVIRT_STARTUP_DELAY;
  events.add({
    id: 'readiness-asked',
    actor: 'kubelet',
    what: 'The initial delay of the readiness probe is over',
    after: ['started'],
    // The container may have started as long before as the VM takes to start.
    duration: between(Math.max(0, delay - VM_START.latest), delay + PROBE_ROUNDING),
    origin,
    tunings: [{ manifest: vm.manifest, path, number: { now: seconds, lowest: 0, secondsEach: 1, isDuration: false } }],
  });
  addReady(events, vm, ['answers', 'readiness-asked']);
}

/** The initial delay of the readiness probe, as its author has written it. */
export function readinessDelay(vm: VirtualMachineView): Setting & { readonly path: string } {
  const path = vm.path('readinessProbe.initialDelaySeconds');
  return { path, ...secondsField(vm.manifest, path, vm.spec.readinessProbe.initialDelaySeconds, 0, KubevirtSource.PROBE_RENDERING) };
}

/** Adds the probes that have to pass before Services send to the VM: `ready`. */
export function addReady(events: EventGraph, vm: VirtualMachineView, after: readonly string[]): void {
  const { period, answer, successes } = probeNumbers(vm.spec.readinessProbe);
  events.add({
    id: 'ready',
    actor: 'kubelet',
    what: 'The readiness probe passes, and Services send to the VM',
    after,
    duration: between(0, successes * period + Math.max(0, answer - period) + LEAVES_SERVICES),
    origin: {
      ...field(
        vm.manifest,
        vm.path('readinessProbe.periodSeconds'),
        vm.spec.readinessProbe.periodSeconds,
        `${period}`,
        KubevirtSource.PROBES,
      ),
    },
  });
}

/** Seconds by which the kubelet rounds down how long a container has run. */
export const PROBE_ROUNDING = 1;

function addDetachment(
  events: EventGraph,
  { after, release, strategy, mayBeTainted = false }: Pick<RestartOptions, 'after' | 'release' | 'strategy' | 'mayBeTainted'>,
  { name, origin }: { readonly name: string; readonly origin: Origin },
  { keepsVolumes }: Surroundings,
): string {
  const id = 'volumes-free';
  const isForced = release === Release.FORCED;
  const kept = isForced && keepsVolumes !== undefined ? staysAttached(name, keepsVolumes, !mayBeTainted) : undefined;
  const duration = kept === undefined ? detachment(isForced) : never(kept);
  events.add({
    id,
    actor: 'attach-detach controller',
    what: `The volume "${name}" is detached from the lost node`,
    after: [after],
    duration: isForced && mayBeTainted ? { ...duration, best: 0, certain: 0 } : duration,
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

function staysAttached(name: string, origin: Origin, isCertain: boolean): NeverReason {
  return {
    id: 'volume-stays-attached',
    because: `The volume "${name}" stays attached to the lost node: ${origin.says} switches forced detachment off`,
    change: 'The strategy OutOfServiceTaint of the remediation, or a volume that several nodes can use, would change it.',
    origin,
    isCertain,
  };
}

function schedulerOf({ cluster }: Surroundings): Parameters<typeof addHandOver>[1] {
  const election = cluster.isOpenshift ? LEADER_ELECTIONS.openshiftScheduler : LEADER_ELECTIONS.upstream;
  return { id: 'scheduler-takes-over', actor: 'kube-scheduler', election, reference: SCHEDULER_CONFIGURATION };
}
