import type { ProbeDesign } from '../design';
import type { NodeObject, PodObject, World } from '../world';
import { type End, Guest } from './guest';
import { failureThresholdOf, Prober, periodOf } from './prober';

const DEFAULT_GRACE_PERIOD = 30;
/** From a probe's result to the endpoints of the Services. */
const ENDPOINTS = { fastest: 0.01, slowest: 1.05 };
/** From the signal to the launcher until the power button is pressed, which is pressed again and again. */
const SIGNAL_TO_POWER_BUTTON = 4;
const POWER_BUTTON_AGAIN = { soonest: 0.5, latest: 5 };
/** From an end that libvirt tells of until the phase is written. */
const TOLD = 1;
/** The same where QEMU is just gone: the launcher and the kubelet look once a second each. */
const NOTICED = 2;

/** Until the controller takes the pod that a guest has moved to for that of the VM. */
const HANDED_OFF = 1;

/** How virt-handler looks for launchers that do not answer: as often as this, until that long has passed since the first look. */
const SOCKET_LOOK = 11;
const SOCKET_DIAL = 5;
const SOCKET_TIMEOUT = 30;

/** One instance of the VM on its node: the launcher, its guest, and what virt-handler and the kubelet of the node do with them. */
export class Instance {
  readonly guest: Guest;
  private readonly probers: Prober[] = [];
  private ending = false;
  private over = false;
  /** What the kubelet has told of the readiness of the pod. */
  private toldReady: boolean;

  /** @param finished told once, with the phase that the instance ends in */
  constructor(
    private readonly world: World,
    readonly pod: PodObject,
    readonly node: NodeObject,
    private readonly finished: (phase: 'Succeeded' | 'Failed') => void,
  ) {
    this.guest = new Guest(world);
    this.toldReady = pod.ready;
    this.guest.ended.listen((how) => this.finishAfter(how, TOLD));
    world.hostStopped.listen((host) => host === node && this.loseHost());
    world.podDeleted.listen((deleted) => deleted === pod && node.connected && this.terminate());
  }

  /** Whether its container has been told to end. */
  get isEnding(): boolean {
    return this.ending;
  }

  /** Has been running since before the failure. */
  resume(): void {
    this.guest.run();
    this.probe(Number.NEGATIVE_INFINITY, (name, period) => this.world.sinceTick(name, period));
  }

  /** The container has started; the domain does in so many seconds. */
  start(untilDomain: number): void {
    const { chance, clock, design } = this.world;
    this.toldReady = design.vm.readiness === undefined;
    this.pod.ready = this.toldReady;
    clock.after(untilDomain, () => this.guest.boot());
    this.probe(clock.now, (name, period) => chance.between(`${name} of a new container`, 0, period));
  }

  /** QEMU is killed, or runs out of memory. */
  loseProcess(): void {
    this.guest.losePower();
    this.finishAfter('crashed', NOTICED);
  }

  /** QEMU and its launcher hang: nothing answers, nothing is told. */
  hangLauncher(): void {
    const { chance, clock } = this.world;
    this.guest.losePower();
    const dial = chance.between('dial to the launcher', 0, SOCKET_DIAL);
    let looks = 0;
    clock.every(
      chance.between('phase of looks at launchers', 0, SOCKET_LOOK),
      () => SOCKET_LOOK,
      () => {
        const hangsFor = looks++ * SOCKET_LOOK;
        if (hangsFor <= SOCKET_TIMEOUT) {
          return true;
        }
        clock.after(dial, () => {
          this.world.tell('virt-handler', 'launcher does not answer');
          this.finish('Failed');
        });
        return false;
      },
    );
  }

  /** The container is told to end: by its liveness probe, or because the pod is deleted. */
  terminate(): void {
    const { chance, clock, design } = this.world;
    const { node, guest } = this;
    if (this.ending || !node.kubeletUp || !node.hostUp) {
      return;
    }
    this.ending = true;
    this.stopProbing();
    const grace = design.vm.gracePeriod ?? DEFAULT_GRACE_PERIOD;
    clock.after(chance.between('signal to power button', 0, SIGNAL_TO_POWER_BUTTON), () => {
      this.world.tell('virt-handler', 'presses the power button of the guest');
      const killAt = clock.now + grace;
      clock.at(killAt, () => guest.end('destroyed'));
      clock.every(
        0,
        () => chance.between('power button again', POWER_BUTTON_AGAIN.soonest, POWER_BUTTON_AGAIN.latest),
        () => clock.now < killAt && guest.pressPower(grace),
      );
    });
  }

  /** Its guest goes to another pod: nothing answers in this one any more. */
  leavePod(): void {
    this.stopProbing();
    this.toldReady = false;
    this.world.setPodReady(this.pod, false);
  }

  /** Its guest is in a pod whose container has started before, and whose probes have failed since then. */
  enterPod(started: number): void {
    const { chance, clock, design } = this.world;
    if (design.vm.readiness === undefined) {
      clock.after(chance.between('readiness gate of the target', 0, HANDED_OFF), () => this.setReady(true));
    }
    this.probe(started, (name, period) => chance.between(`${name} of the target`, 0, period));
  }

  private probe(started: number, sinceTick: (name: string, period: number) => number): void {
    const { liveness, readiness } = this.world.design.vm;
    const start = (name: string, probe: ProbeDesign, told: (passes: boolean, row: number) => void) => {
      const since = sinceTick(`phase of ${name}`, periodOf(probe));
      this.probers.push(new Prober(this.world, this.node, this.guest, name, probe, started, since, told));
    };
    if (liveness !== undefined) {
      start('liveness probe', liveness, (passes, row) => {
        if (!passes && row >= failureThresholdOf(liveness) && !this.ending) {
          this.world.tell('kubelet', `liveness probe has failed ${row} times`);
          this.terminate();
        }
      });
    }
    if (readiness !== undefined) {
      start('readiness probe', readiness, (passes, row) => {
        if (row >= (passes ? (readiness.successThreshold ?? 1) : failureThresholdOf(readiness))) {
          this.setReady(passes);
        }
      });
    }
  }

  /** What is told last is what counts, also where it is told while the news before is still on its way. */
  private setReady(ready: boolean): void {
    const { chance, clock } = this.world;
    if (this.toldReady !== ready) {
      this.toldReady = ready;
      const name = ready ? 'ready pod to endpoints' : 'unready pod to endpoints';
      clock.after(chance.between(name, ENDPOINTS.fastest, ENDPOINTS.slowest), () => {
        if (this.toldReady === ready) {
          this.world.setPodReady(this.pod, ready);
        }
      });
    }
  }

  private stopProbing(): void {
    for (const prober of this.probers) {
      prober.stop();
    }
  }

  private loseHost(): void {
    this.stopProbing();
    this.guest.losePower();
  }

  private finishAfter(how: End, atMost: number): void {
    const { chance, clock, design } = this.world;
    this.world.tell('QEMU', how);
    const grace = design.vm.gracePeriod ?? DEFAULT_GRACE_PERIOD;
    const succeeded = how === 'shutdown' || (how === 'destroyed' && grace === 0);
    clock.after(chance.between('end of QEMU to phase', 0, atMost), () => this.finish(succeeded ? 'Succeeded' : 'Failed'));
  }

  private finish(phase: 'Succeeded' | 'Failed'): void {
    if (!this.over && this.node.hostUp) {
      this.over = true;
      this.stopProbing();
      this.finished(phase);
    }
  }
}
