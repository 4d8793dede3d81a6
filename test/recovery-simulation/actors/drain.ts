import type { NodeObject, World } from '../world';
import type { VirtController } from './virt-controller';

/** Of KubeVirt, and of OpenShift from the release on that has KubeVirt 1.9. */
const PER_NODE = { kubevirt: 2, openShift: 1, firstOpenShift: 9 };
const PER_CLUSTER = 5;
const TARGET_POD = { fastest: 10, slowest: 30 };
/** A gap seen by pings; where a switch-over is forced by a time limit it is longer, and none is forced here. */
const PAUSE = { shortest: 0.1, longest: 0.94 };
/** The controller looks for free slots as often as this. */
const LOOK_FOR_SLOTS = 5;
/** What the profile does not say: bytes a second that a link of 10 Gbit/s carries, and that a guest writes. */
const LINK = 1.25e9;
/** The share of its memory that a guest has ever written to: QEMU sends no pages that are empty. */
const IN_USE = { least: 0.02, most: 1 };
const WRITES = 1e8;
const DOWNTIME = 0.3;
const GIBIBYTE = 2 ** 30;

/** `kubectl drain` of the node: VMs that can migrate do so as slots get free, the others are shut down, or stay. */
export function drain(world: World, node: NodeObject, controller: VirtController, moved: () => void): void {
  const { design, chance, clock } = world;
  const { storage, evictionStrategy = defaultStrategy(world) } = design.vm;
  const migratable = storage !== 'ReadWriteOnce';
  node.taints.set('node.kubernetes.io/unschedulable', clock.now);
  if (evictionStrategy === 'None' || (evictionStrategy === 'LiveMigrateIfPossible' && !migratable)) {
    const { pod } = controller.current;
    world.tell('kubectl drain', 'evicts the pod');
    clock.after(chance.between('eviction', 0, 1), () => world.markDeleted(pod));
  } else if (migratable) {
    migrate(world, controller, moved);
  } else {
    world.tell('kubectl drain', 'is refused again and again');
  }
}

/** OpenShift migrates where there is more than one worker; KubeVirt does not. */
function defaultStrategy({ design, nodes }: World): 'LiveMigrate' | 'None' {
  return design.cluster.product === 'openshift' && nodes.length > 1 ? 'LiveMigrate' : 'None';
}

/** The VMs of the node wait in a queue, ours somewhere in it. */
function migrate(world: World, controller: VirtController, moved: () => void): void {
  const { design, chance, clock, nodes } = world;
  const vmsOnNode = Math.ceil(design.vms / nodes.length);
  const own = chance.index('place in the queue of migrations', vmsOnNode);
  let waiting = 0;
  const next = (delay: number) => {
    const place = waiting++;
    if (place > own) {
      return;
    }
    const wait = chance.between('look for a free slot', 0, delay);
    const starting = chance.between('pod of the target', TARGET_POD.fastest, TARGET_POD.slowest);
    const running = chance.between('container of the target', 0, starting);
    const copying = copyingOf(world, chance.between('memory in use', IN_USE.least, IN_USE.most));
    clock.after(wait + starting + copying, () => {
      if (place === own) {
        const pause = chance.between('pause of the guest', PAUSE.shortest, PAUSE.longest);
        world.tell('virt-handler', 'switches over');
        controller.pauseFor(pause);
        controller.current.leavePod();
        const started = clock.now - copying - running;
        clock.after(pause, () => {
          controller.current.enterPod(started);
          moved();
        });
      }
      next(LOOK_FOR_SLOTS);
    });
  };
  for (let slot = 0; slot < slots(world); slot++) {
    next(LOOK_FOR_SLOTS);
  }
}

function slots({ design }: World): number {
  const { product, kubevirt } = design.cluster;
  const preset = product === 'openshift' && kubevirt >= PER_NODE.firstOpenShift ? PER_NODE.openShift : PER_NODE.kubevirt;
  const { perNode = preset, perCluster = PER_CLUSTER } = design.migration;
  return Math.min(perNode, perCluster);
}

/** Memory is copied in rounds: each copies what the guest has written during the last, until the rest takes no longer than a pause. */
function copyingOf({ design }: World, inUse: number): number {
  const { bandwidth } = design.migration;
  const rate = bandwidth === undefined ? LINK : Math.min(LINK, bandwidth * GIBIBYTE);
  let left = inUse * design.vm.memory * GIBIBYTE;
  let seconds = 0;
  while (left > rate * DOWNTIME) {
    const round = left / rate;
    seconds += round;
    left = round * WRITES;
  }
  return seconds;
}
