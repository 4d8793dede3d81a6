import { AttachDetachController } from './actors/attach-detach-controller';
import { drain } from './actors/drain';
import type { Guest } from './actors/guest';
import { runKubeletLease } from './actors/kubelet';
import { handOver, LEASES, type LeaseTimes } from './actors/leader-election';
import { checkMachines } from './actors/machine-health-check';
import { NodeHealthCheckController, type Step } from './actors/node-health-check';
import { NodeLifecycleController, UNREACHABLE } from './actors/node-lifecycle-controller';
import { collectPods } from './actors/pod-garbage-collector';
import { longestRow } from './actors/prober';
import { FenceAgentsRemediator, type Remediator, SelfNodeRemediator } from './actors/remediators';
import { schedulePods } from './actors/scheduler';
import { ServiceWatch } from './actors/service-watch';
import { OUT_OF_SERVICE, TaintEvictionController } from './actors/taint-eviction-controller';
import { VirtController } from './actors/virt-controller';
import type { Chance } from './chance';
import type { Design, RemediationDesign } from './design';
import { type Milestone, type NodeObject, type PodObject, type TimelineEntry, World } from './world';

/** What breaks, in the words of the library. */
export type Failure =
  | 'application'
  | 'guest-hang'
  | 'guest-panic'
  | 'guest-shutdown'
  | 'vm-process'
  | 'node-drain'
  | 'node-loss'
  | 'network-partition'
  | 'kubelet'
  | 'zone-loss'
  | 'storage-error'
  | 'control-plane';

export interface Outcome {
  /** Seconds in which the VM did not serve; 0: it never stopped; undefined: it did not serve again in the time watched. */
  readonly outage?: number;
  /** Seconds from the beginning of a drain until the VM has migrated. */
  readonly movedAfter?: number;
  /** Where the VM ran when it happened. */
  readonly node: string;
  readonly zone: string;
  readonly milestones: ReadonlyMap<Milestone, number>;
  readonly timeline: readonly TimelineEntry[];
}

/** How long is watched: nothing recovers later than this by itself. */
const WATCHED = 2 * 3600;
/** The longest that a node is silent before it counts as lost, with a little reserve. */
const SILENCE = 330;

/** The nodes of a control plane but the one that is lost. */
const CANDIDATES = 2;

/** One failure of one design, with what chance makes of all that is left to it. */
export function simulate(design: Design, failure: Failure, chance: Chance): Outcome {
  const world = new World(design, chance);
  const { clock } = world;
  const own = world.nodes[chance.index('node of the VM', world.nodes.length)];
  const hit = nodesHit(world, failure, own);
  const leaders = leadersAfter(world, failure);

  const controller = new VirtController(world, own, leaders.virtController);
  const podOn = (node: NodeObject): PodObject | undefined => (controller.pod.node === node ? controller.pod : undefined);
  const lifecycle = new NodeLifecycleController(world, hit, leaders.controllerManager);
  const volumes = new AttachDetachController(world);
  new TaintEvictionController(world, podOn);
  collectPods(world, podOn);
  const isAlive = ({ hostUp, kubeletUp, connected }: NodeObject) => world.storageUp && hostUp && kubeletUp && connected;
  schedulePods(world, leaders.scheduler, (pod, node) =>
    volumes.attach(node, (spent) => isAlive(node) && controller.start(pod, node, spent)),
  );
  watchHealth(world, podOn, leaders.healthCheck);
  for (const node of hit) {
    runKubeletLease(world, node);
  }
  lifecycle.podsMarked.listen((node) => {
    const pod = podOn(node);
    if (pod !== undefined) {
      world.setPodReady(pod, false);
      world.reach('out-of-services');
    }
  });
  world.nodeReadiness.listen((node) => node === own && world.reach('node-unknown'));
  world.nodeTainted.listen((node) => node === own && node.taints.has(UNREACHABLE) && world.reach('tainted'));
  world.podDeleted.listen(({ node }) => node === own && !own.taints.has(OUT_OF_SERVICE) && world.reach('evicted'));

  const service = new ServiceWatch(world, controller);
  let movedAfter: number | undefined;
  clock.at(0, () => {
    world.tell('failure', failure);
    strike(world, failure, hit, controller, () => {
      movedAfter = clock.now;
    });
    service.look();
  });
  const quiet = longestRoutine(design);
  clock.run(WATCHED, () => clock.quietFor > quiet || service.isSettled);
  const { milestones, timeline } = world;
  return { outage: service.outage, movedAfter, node: own.name, zone: `zone-${own.zone}`, milestones, timeline };
}

/** Ticks that find nothing to do for longer than this will not find anything: no row of failed probes, no silence takes as long. */
function longestRoutine({ vm }: Design): number {
  const { liveness } = vm;
  const probing = liveness === undefined ? 0 : longestRow(liveness);
  return SILENCE + probing + (vm.runtimeWatchdog ?? 0);
}

function nodesHit(world: World, failure: Failure, own: NodeObject): readonly NodeObject[] {
  switch (failure) {
    case 'node-loss':
    case 'network-partition':
    case 'kubelet':
      return [own];
    case 'zone-loss':
      return world.nodes.filter(({ zone }) => zone === own.zone);
    default:
      return [];
  }
}

function strike(world: World, failure: Failure, hit: readonly NodeObject[], controller: VirtController, moved: () => void): void {
  const { current } = controller;
  const ways: Partial<Record<Failure, () => void>> = {
    application: () => current.guest.failApplication(),
    'guest-hang': () => current.guest.hang(),
    'guest-panic': () => current.guest.panic(),
    'guest-shutdown': () => current.guest.end('shutdown'),
    'vm-process': () => (world.chance.happens('the launcher hangs', 0.5) ? current.hangLauncher() : current.loseProcess()),
    'storage-error': () => loseStorage(world, current.guest),
    'node-drain': () => drain(world, current.node, controller, moved),
  };
  ways[failure]?.();
  for (const node of hit) {
    breakNode(world, failure, node);
  }
}

function breakNode(world: World, failure: Failure, node: NodeObject): void {
  if (failure === 'kubelet') {
    node.kubeletUp = false;
  } else if (failure === 'network-partition') {
    node.connected = false;
  } else {
    node.powered = false;
    world.stopHost(node);
  }
}

function loseStorage(world: World, guest: Guest): void {
  if (world.design.vm.storage !== 'none') {
    world.storageUp = false;
    guest.pause();
  }
}

interface Leaders {
  readonly virtController: number;
  readonly healthCheck: number;
  readonly scheduler: number;
  /** Undefined: the one that leads goes on. */
  readonly controllerManager: number | undefined;
}

const ALL_LEAD: Leaders = { virtController: 0, healthCheck: 0, scheduler: 0, controllerManager: undefined };

/** Leaders that were on a lost node of the control plane are replaced. */
function leadersAfter(world: World, failure: Failure): Leaders {
  const { compact, product } = world.design.cluster;
  const isCutOff = failure === 'node-loss' || failure === 'network-partition' || failure === 'zone-loss';
  if (!compact || !isCutOff) {
    return ALL_LEAD;
  }
  const isOpenShift = product === 'openshift';
  const replaced = (component: string, lease: LeaseTimes) =>
    world.chance.happens(`${component} was on the lost node`, 1 / (CANDIDATES + 1))
      ? handOver(world, component, lease, CANDIDATES)
      : undefined;
  return {
    virtController: replaced('virt-controller', LEASES.upstream) ?? 0,
    healthCheck: replaced('node health check', LEASES.upstream) ?? 0,
    scheduler: replaced('kube-scheduler', isOpenShift ? LEASES.openShiftScheduler : LEASES.upstream) ?? 0,
    controllerManager: replaced('kube-controller-manager', isOpenShift ? LEASES.openShiftControllerManager : LEASES.upstream),
  };
}

function watchHealth(world: World, podOn: (node: NodeObject) => PodObject | undefined, leads: number): void {
  const { check } = world.design;
  if (check?.kind === 'MachineHealthCheck') {
    checkMachines(world, check);
  } else if (check !== undefined) {
    const escalates = check.steps.length > 1;
    const steps = check.steps.map(
      ({ remediation, timeout }, index): Step => ({
        remediator: remediatorFor(world, remediation, podOn, index < check.steps.length - 1),
        timeout: escalates ? timeout : undefined,
      }),
    );
    new NodeHealthCheckController(world, check, steps, leads);
  }
}

function remediatorFor(
  world: World,
  design: RemediationDesign,
  podOn: (node: NodeObject) => PodObject | undefined,
  hasNext: boolean,
): Remediator {
  return design.kind === 'SelfNodeRemediation'
    ? new SelfNodeRemediator(world, design, podOn)
    : new FenceAgentsRemediator(world, design, podOn, hasNext);
}
