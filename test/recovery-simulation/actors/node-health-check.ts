import type { NodeHealthCheckDesign } from '../design';
import type { NodeObject, World } from '../world';
import type { Remediator } from './remediators';

const DEFAULT_DURATION = 300;
const RECONCILE = 1;
const RECHECK_OF_CONTROL_PLANE = 60;
/** It looks a second after the timeout of a step, and takes the next a second after it has found a step over. */
const LOOK_AFTER_TIMEOUT = 1;
const NEXT_STEP = 1;

/** The step that an escalation is at, and who takes it. */
export interface Step {
  readonly remediator: Remediator;
  /** Undefined: it has all the time. */
  readonly timeout?: number;
}

/** Has nodes remediated that are unknown for long enough, as long as enough others are healthy. */
export class NodeHealthCheckController {
  private readonly remediating = new Set<NodeObject>();

  /** @param leads from when on there is a leader */
  constructor(
    private readonly world: World,
    private readonly design: NodeHealthCheckDesign,
    private readonly steps: readonly Step[],
    private readonly leads: number,
  ) {
    world.nodeReadiness.listen((node) => {
      if (node.ready !== 'True') {
        this.watch(node);
      }
    });
  }

  private watch(node: NodeObject): void {
    const { chance, clock } = this.world;
    const { duration = DEFAULT_DURATION } = this.design;
    const due = Math.max(node.readySince + duration, this.leads);
    const recheck = this.world.design.cluster.compact ? RECHECK_OF_CONTROL_PLANE : 0;
    const slack =
      chance.between('reconcile of the health check', 0, RECONCILE) + chance.between('recheck of the control plane', 0, recheck);
    clock.at(due + slack, () => this.judge(node));
  }

  private judge(node: NodeObject): void {
    if (node.ready === 'True' || this.remediating.has(node)) {
      return;
    }
    if (this.world.design.cluster.upgrading || this.design.paused || !this.enoughAreHealthy()) {
      this.world.tell('node health check', `does not remediate ${node.name}`);
      return;
    }
    this.remediating.add(node);
    this.take(node, 0);
  }

  private take(node: NodeObject, index: number): void {
    const { clock, chance } = this.world;
    const step = this.steps[index];
    if (step === undefined) {
      this.world.tell('node health check', 'has no step left');
      return;
    }
    let stopped = false;
    const next = () => {
      if (!stopped) {
        stopped = true;
        clock.after(NEXT_STEP, () => this.take(node, index + 1));
      }
    };
    this.world.tell('node health check', `step ${index + 1} for ${node.name}`);
    step.remediator.remediate(node, () => stopped, next);
    if (step.timeout !== undefined) {
      // Also of a step that has done all that it does: the node is still unhealthy.
      clock.after(step.timeout + chance.between('look after the timeout of a step', 0, LOOK_AFTER_TIMEOUT), next);
    }
  }

  private enoughAreHealthy(): boolean {
    const { nodes } = this.world;
    const healthy = nodes.filter(({ ready }) => ready === 'True').length;
    const { minHealthy } = this.design;
    const needed = minHealthy.endsWith('%') ? Math.ceil((nodes.length * Number.parseInt(minHealthy, 10)) / 100) : Number(minHealthy);
    return healthy >= needed;
  }
}
