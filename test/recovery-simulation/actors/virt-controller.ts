import { type NodeObject, type PodObject, Signal, type World } from '../world';
import { Instance } from './instance';

/** From the end of an instance to the pod of the next: the instance is deleted, its finalizer goes, another is made. */
const REPLACEMENT = 2;
/** Measured 15 to 20, budget 30 with the scheduler: network, images, disks attached, launcher, domain. */
const START = { fastest: 10, slowest: 29.8 };
/** An instance that has never run is not made again at once: seconds times the square of how often that has happened, and up to half more. */
const BACK_OFF = { unit: 10, share: 0.5, longest: 300 };
/** How much of a start is left when the container of the launcher runs. */
const CONTAINER_TO_DOMAIN = { fastest: 1, slowest: 5 };

/** The VM: its instances one after another, as the run strategy says. */
export class VirtController {
  readonly instanceStarted = new Signal<Instance>();
  readonly paused = new Signal<boolean>();
  /** The instance that runs, until another one does. */
  current: Instance;
  isPaused = false;
  /** The pod of the instance that was made last, which may not run yet. */
  pod: PodObject;
  private phase: 'Running' | 'Final' = 'Running';
  private pods = 0;
  /** How many instances in a row have ended before they ran. */
  private failedStarts = 0;

  /** @param leads from when on virt-controller has a leader */
  constructor(
    private readonly world: World,
    node: NodeObject,
    private readonly leads: number,
  ) {
    this.pod = this.newPod(node);
    this.current = this.instance(this.pod, node);
    this.current.resume();
    world.podGone.listen((pod) => pod === this.pod && this.end('Failed', 'the pod is gone'));
  }

  private end(phase: 'Succeeded' | 'Failed', why: string): void {
    if (this.phase === 'Final') {
      return;
    }
    const { chance, clock, design } = this.world;
    const { runStrategy } = design.vm;
    this.phase = 'Final';
    this.world.tell('virt-controller', `instance has ${phase}: ${why}`);
    this.world.finishPod(this.pod);
    const hasRun = this.current.pod === this.pod;
    this.failedStarts = hasRun ? 0 : this.failedStarts + 1;
    if (runStrategy === 'Always' || (runStrategy === 'RerunOnFailure' && phase === 'Failed')) {
      const reconciled = Math.max(clock.now, this.leads) + this.backOff();
      clock.at(reconciled + chance.between('replacement of the instance', 0, REPLACEMENT), () => this.replace());
    }
  }

  private backOff(): number {
    const { unit, share, longest } = BACK_OFF;
    const least = unit * this.failedStarts ** 2;
    return Math.min(longest, least + this.world.chance.between('back-off of a start', 0, share * least));
  }

  private replace(): void {
    this.world.removePod(this.pod);
    this.phase = 'Running';
    this.pod = this.newPod(undefined);
    this.world.tell('virt-controller', `makes ${this.pod.name}`);
    this.world.podCreated.emit(this.pod);
  }

  /**
   * The pod has a node that is alive, and all its volumes are attached.
   *
   * @param spent seconds of the start that are over
   */
  start(pod: PodObject, node: NodeObject, spent: number): void {
    const { chance, clock } = this.world;
    const whole = chance.between('start of an instance', START.fastest, START.slowest);
    const inContainer = chance.between('start within the container', CONTAINER_TO_DOMAIN.fastest, CONTAINER_TO_DOMAIN.slowest);
    clock.after(Math.max(0, whole - spent - inContainer), () => {
      if (pod !== this.pod) {
        return;
      }
      this.current = this.instance(pod, node);
      this.instanceStarted.emit(this.current);
      this.current.start(inContainer);
    });
  }

  /** The guest stands still for a moment. */
  pauseFor(seconds: number): void {
    this.setPaused(true);
    this.world.clock.after(seconds, () => this.setPaused(false));
  }

  private setPaused(isPaused: boolean): void {
    this.isPaused = isPaused;
    this.paused.emit(isPaused);
  }

  private instance(pod: PodObject, node: NodeObject): Instance {
    const instance: Instance = new Instance(this.world, pod, node, (phase) => {
      if (instance === this.current) {
        this.end(phase, 'it has ended');
      }
    });
    return instance;
  }

  private newPod(node: NodeObject | undefined): PodObject {
    return { name: `virt-launcher-${this.pods++}`, node, exists: true, ready: true, finished: false };
  }
}
