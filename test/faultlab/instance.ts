import { runStrategyOf } from '../../src/admission';
import { GRACE_PERIOD, PROBE_DEFAULTS, VM_START } from '../../src/facts';
import { isObject, type ManifestGraph, type VirtualMachineView } from '../../src/graph';
import { Guest, type GuestOptions } from './guest';
import { domainState, isStartedAgain, type Phase, phaseOf } from './phase';
import { now, sleep } from './qmp';

const POLL = 0.1;

/** Something that was seen, in seconds of the lab's clock. */
export interface Sighting {
  readonly at: number;
  readonly what: string;
}

/**
 * A VM as a node runs it. QEMU and the guest are real. Of libvirt, virt-handler, virt-controller and the kubelet there is what they decide:
 * the phase, whether another instance starts, and probes. What the cluster needs to start a pod is waited for.
 */
export class LabMachine {
  public static async start(vm: VirtualMachineView, graph: ManifestGraph, options: GuestOptions): Promise<LabMachine> {
    const machine = new LabMachine(vm, graph, options);
    await machine.launch();
    return machine;
  }

  /** The phases of its instances, with when each began. */
  public readonly phases: { readonly at: number; readonly phase: Phase }[] = [];
  /** When the liveness probe had failed for good. */
  public probeFailedAt?: number;
  private current!: Guest;
  private readonly past: Guest[] = [];
  private isDestroyed = false;
  private isOver = false;

  private constructor(
    private readonly vm: VirtualMachineView,
    private readonly graph: ManifestGraph,
    private readonly options: GuestOptions,
  ) {}

  public get guest(): Guest {
    return this.current;
  }

  public get instances(): number {
    return this.past.length + 1;
  }

  /** What QEMU has told since some time, of all instances. */
  public told(since: number): Sighting[] {
    return [...this.past, this.current]
      .flatMap(({ events, exit }) => [
        ...events.map(({ at, name, data }) => ({
          at,
          what: [name, data.action ?? (name === 'SHUTDOWN' ? data.reason : [])].flat().join(' '),
        })),
        ...(exit === undefined ? [] : [{ at: exit.at, what: `exit ${exit.code ?? exit.signal}` }]),
      ])
      .filter(({ at }) => at >= since)
      .sort((one, other) => one.at - other.at);
  }

  public phase(): Phase {
    return this.phases[this.phases.length - 1].phase;
  }

  /**
   * Waits until its service answers, or so many seconds have passed.
   *
   * @param isMeant asked again and again: whether an answer would count
   * @returns when it answered
   */
  public async answering(seconds: number, isMeant: () => boolean = () => true): Promise<number | undefined> {
    for (const end = now() + seconds; now() < end; ) {
      const before = now();
      if (isMeant() && (await this.current.answers('/health', 1))) {
        return now();
      }
      await sleep(Math.max(0, POLL - (now() - before)));
    }
    return undefined;
  }

  /** Begins to ask the guest what its liveness probe asks: the kubelet does as long as the instance lives. */
  public probe(): void {
    if (isObject(this.vm.spec.livenessProbe)) {
      this.keepProbing(this.current, this.vm.spec.livenessProbe).catch(() => undefined);
    }
  }

  /** Pulls the plug, and starts no other. */
  public async stop(): Promise<void> {
    this.isOver = true;
    await Promise.all([...this.past, this.current].map((guest) => guest.stop()));
  }

  private async launch(): Promise<void> {
    this.isDestroyed = false;
    const guest = await Guest.start(this.vm, this.graph, this.options);
    if (this.current !== undefined) {
      this.past.push(this.current);
    }
    this.current = guest;
    this.phases.push({ at: now(), phase: 'Running' });
    guest.onChange = () => this.reconcile();
    this.reconcile();
    if (this.isOver) {
      await guest.stop();
    }
  }

  /** What virt-handler and virt-controller make of what QEMU has told. */
  private reconcile(): void {
    const state = domainState(this.current.events, this.current.exit, this.isDestroyed);
    const phase = phaseOf(state, this.gracePeriod > 0);
    if (phase === this.phase() || this.phase() !== 'Running') {
      return;
    }
    this.phases.push({ at: state.at ?? now(), phase });
    const again = !this.isOver && isStartedAgain(runStrategyOf(this.vm) ?? 'Always', phase);
    this.current
      .stop()
      .then(() => (again ? sleep(VM_START.earliest).then(() => (this.isOver ? undefined : this.launch())) : undefined))
      .catch((error) => this.phases.push({ at: now(), phase: String(error) as Phase }));
  }

  private async keepProbing(guest: Guest, probe: Record<string, any>): Promise<void> {
    const { periodSeconds, timeoutSeconds, failureThreshold } = { ...PROBE_DEFAULTS, ...probe };
    const isAlive = () => guest.exit === undefined && !this.isOver;
    for (let failures = 0; isAlive(); ) {
      const asked = now();
      const passes = isObject(probe.httpGet)
        ? await guest.answers(probe.httpGet.path, timeoutSeconds)
        : await guest.pings(timeoutSeconds + VIRT_PROBE);
      failures = passes ? 0 : failures + 1;
      if (failures >= failureThreshold && isAlive()) {
        this.probeFailedAt = now();
        await this.shutDown(guest);
        return;
      }
      await sleep(Math.max(0, periodSeconds - (now() - asked)));
    }
  }

  /** The guest is asked, and killed when it does not obey in time. */
  private async shutDown(guest: Guest): Promise<void> {
    await guest.ask('system_powerdown');
    const end = now() + this.gracePeriod;
    while (now() < end && guest.exit === undefined && this.phase() === 'Running') {
      await sleep(POLL);
    }
    if (guest.exit === undefined && this.phase() === 'Running') {
      this.isDestroyed = true;
      await guest.stop();
    }
  }

  private get gracePeriod(): number {
    return this.vm.spec.terminationGracePeriodSeconds ?? GRACE_PERIOD.preset;
  }
}

/** Seconds that `virt-probe`, which asks the agent, has beyond the timeout of the probe. */
const VIRT_PROBE = 1;
