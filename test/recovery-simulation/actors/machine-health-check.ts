import type { MachineHealthCheckDesign } from '../design';
import type { NodeObject, World } from '../world';

const RECONCILE = 1;
const POWER_OFF = { fastest: 10, slowest: 60 };
const NODE_DELETION = { fastest: 2, slowest: 7 };

/** Has the hosts of unhealthy nodes powered off, and their Node objects deleted, as the strategy for bare metal does. */
export function checkMachines(world: World, design: MachineHealthCheckDesign): void {
  const { chance, clock } = world;
  world.nodeReadiness.listen((node) => {
    clock.after(design.timeout + chance.between('reconcile of the machine health check', 0, RECONCILE), () => judge(node));
  });

  function judge(node: NodeObject): void {
    const unhealthy = world.nodes.filter(({ ready }) => ready !== 'True').length;
    if (node.ready === 'True' || unhealthy > allowed()) {
      world.tell('machine health check', `does not remediate ${node.name}`);
      return;
    }
    const off = chance.between('power off', POWER_OFF.fastest, POWER_OFF.slowest);
    // The host may be off long before that is known.
    clock.after(chance.between('power off within its time', 0, off), () => world.stopHost(node));
    clock.after(off + chance.between('deletion of the node', NODE_DELETION.fastest, NODE_DELETION.slowest), () => {
      world.tell('machine health check', `deletes node ${node.name}`);
      world.removeNode(node);
    });
  }

  function allowed(): number {
    const { maxUnhealthy = '100%' } = design;
    const total = world.nodes.length;
    return maxUnhealthy.endsWith('%') ? Math.floor((total * Number.parseInt(maxUnhealthy, 10)) / 100) : Number(maxUnhealthy);
  }
}
