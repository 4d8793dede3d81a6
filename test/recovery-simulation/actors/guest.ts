import { Signal, type World } from '../world';
import { feedPeriod, WatchdogDevice } from './watchdog-device';

/** Why QEMU has ended. */
export type End = 'shutdown' | 'crashed' | 'destroyed';

const FASTEST_BOOT = 0.3;
const FASTEST_SHUTDOWN = 0.3;
const SLOWEST_SHUTDOWN = 0.98;

/** The guest of one instance, from its boot to the end of QEMU. */
export class Guest {
  readonly ended = new Signal<End>();
  /** It boots, for the first time or again. */
  readonly reset = new Signal<void>();
  readonly served = new Signal<boolean>();
  private state: 'off' | 'booting' | 'starting' | 'running' | 'stopping' | 'hung' = 'off';
  private serving = false;
  /** What was to happen in a life of the guest does not happen in the next. */
  private life = 0;
  private readonly watchdog: WatchdogDevice | undefined;

  constructor(private readonly world: World) {
    const { watchdog } = world.design.vm;
    this.watchdog = watchdog && new WatchdogDevice(world, () => this.bite(watchdog.action ?? 'reset'));
  }

  get serves(): boolean {
    return this.serving;
  }

  /** The agent answers although the application has failed. */
  get agentAnswers(): boolean {
    return this.state === 'running';
  }

  /** Its kernel answers that nobody listens, instead of nothing: while it boots, too, once the network is up. */
  get refusesConnections(): boolean {
    return this.state === 'running' || this.state === 'booting' || this.state === 'starting';
  }

  /** Has been running for long. */
  run(): void {
    const { runtimeWatchdog = 0 } = this.world.design.vm;
    this.live(runtimeWatchdog === 0 ? 0 : this.world.sinceTick('last feed of the watchdog', feedPeriod(runtimeWatchdog)));
  }

  /** Boots, for the first time or again: a reset disarms the watchdog, too. */
  boot(): void {
    this.begin('booting');
    this.watchdog?.stop();
    this.reset.emit();
    const { chance, design } = this.world;
    const { bootTime } = design.vm;
    const takes = chance.between('boot of the guest', FASTEST_BOOT * bootTime, bootTime);
    // What answers the power button is up before the application is.
    this.inThisLife(chance.between('boot until the power button is seen', 0, takes), () => {
      this.state = 'starting';
    });
    this.inThisLife(takes, () => {
      if (this.state !== 'stopping') {
        this.world.tell('guest', 'has booted and serves');
        this.live(0);
      }
    });
  }

  failApplication(): void {
    this.serve(false);
  }

  hang(): void {
    this.begin('hung');
  }

  /** Its disks do not answer: QEMU has paused it, and its watchdog with it. */
  pause(): void {
    this.begin('hung');
    this.watchdog?.stop();
  }

  panic(): void {
    this.hang();
    const { panicDevice, kernelPanic } = this.world.design.vm;
    if (panicDevice) {
      this.end('crashed');
    } else if (kernelPanic !== undefined && kernelPanic > 0) {
      this.inThisLife(kernelPanic, () => {
        this.world.tell('guest', `restarts itself ${kernelPanic} s after the panic`);
        this.restart();
      });
    }
  }

  /**
   * The power button: a guest that hangs or has only begun to boot does not see it. One that sees it is off in time.
   *
   * @returns whether to press it again
   */
  pressPower(within: number): boolean {
    if (this.state === 'running' || this.state === 'starting') {
      // Of one that still boots there is little to stop.
      const fastest = this.state === 'starting' ? 0 : FASTEST_SHUTDOWN * within;
      this.state = 'stopping';
      this.serve(false);
      const takes = this.world.chance.between('shutdown of the guest', fastest, SLOWEST_SHUTDOWN * within);
      this.inThisLife(takes, () => this.end('shutdown'));
    }
    return this.state === 'booting' || this.state === 'hung';
  }

  end(how: End): void {
    if (this.state !== 'off') {
      this.begin('off');
      this.watchdog?.stop();
      this.ended.emit(how);
    }
  }

  /** The host has stopped: nobody is told. */
  losePower(): void {
    this.begin('off');
    this.watchdog?.stop();
  }

  private bite(action: 'reset' | 'poweroff' | 'shutdown'): void {
    this.world.tell('watchdog device', action);
    if (action === 'reset') {
      this.restart();
    } else if (action === 'poweroff') {
      this.end('crashed');
    }
    // A guest that feeds its watchdog no more does not see the power button either.
  }

  /** Its board is reset. Where it may not reboot QEMU says that it has shut down. */
  private restart(): void {
    if (this.world.design.vm.rebootPolicy === 'Terminate') {
      this.end('shutdown');
    } else {
      this.boot();
    }
  }

  private live(sinceFeed: number): void {
    const { runtimeWatchdog } = this.world.design.vm;
    const { life } = this;
    this.state = 'running';
    this.serve(true);
    if (runtimeWatchdog !== undefined) {
      this.watchdog?.open(runtimeWatchdog, sinceFeed, () => life === this.life);
    }
  }

  private begin(state: 'off' | 'booting' | 'hung'): void {
    this.life++;
    this.state = state;
    this.serve(false);
  }

  private serve(serves: boolean): void {
    if (this.serving !== serves) {
      this.serving = serves;
      this.served.emit(serves);
    }
  }

  private inThisLife(seconds: number, action: () => void): void {
    const { life } = this;
    this.world.clock.after(seconds, () => {
      if (life === this.life) {
        action();
      }
    });
  }
}
