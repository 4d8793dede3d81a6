import type { Duration } from 'cdk8s';
import { Arguments } from '../../errors';
import type { Clock as KubeClock, Timer } from '../../imports';

/** What a timer does about ticks that the guest has missed. */
export enum TickPolicy {
  /** It goes on at the normal rate: the guest stays behind. */
  DELAY = 'delay',
  /** It ticks faster until the guest has caught up. */
  CATCHUP = 'catchup',
  /** It makes one tick of those that were missed. */
  MERGE = 'merge',
  /** It drops them. */
  DISCARD = 'discard',
}

/** A timer of the emulated machine. */
export interface ClockTimer {
  /**
   * Whether the guest has the timer.
   *
   * @default true
   */
  readonly present?: boolean;

  /**
   * What it does about ticks that the guest has missed.
   *
   * @default - the hypervisor's default
   */
  readonly tickPolicy?: TickPolicy;
}

/** The timers of the emulated machine. */
export interface ClockTimers {
  /**
   * High Precision Event Timer.
   * @default - the hypervisor's default
   */
  readonly hpet?: ClockTimer;
  /**
   * Programmable Interval Timer.
   * @default - the hypervisor's default
   */
  readonly pit?: ClockTimer;
  /**
   * Real Time Clock.
   * @default - the hypervisor's default
   */
  readonly rtc?: ClockTimer;
  /**
   * Whether the guest has the clock of Hyper-V.
   * @default - the hypervisor's default
   */
  readonly hyperv?: boolean;
  /**
   * Whether the guest has the clock of KVM.
   * @default - the hypervisor's default
   */
  readonly kvm?: boolean;
}

/** Timers of a clock. */
export interface ClockOptions {
  /**
   * The timers of the emulated machine.
   *
   * Sets `clock.timer`.
   *
   * @default - the hypervisor's defaults
   */
  readonly timers?: ClockTimers;
}

/** A clock that counts from UTC. */
export interface UtcClockOptions extends ClockOptions {
  /**
   * How far the clock is ahead of UTC. Whole seconds.
   *
   * Sets `clock.utc.offsetSeconds`.
   *
   * @default Duration.seconds(0)
   */
  readonly offset?: Duration;
}

const TIMEZONE = /^[A-Za-z0-9_+-]+(\/[A-Za-z0-9_+-]+)*$/;

/**
 * The hardware clock of a VM.
 *
 * @see https://kubevirt.io/user-guide/compute/virtual_hardware/#clock
 */
export class Clock {
  /**
   * A clock in UTC: what every guest but Windows expects.
   *
   * @param options offset and timers
   * @throws when the offset has fractions of a second (`whole-seconds`)
   */
  public static utc(options: UtcClockOptions = {}): Clock {
    const offsetSeconds = new Arguments('Clock.utc').seconds('offset', options.offset);
    return new Clock({ utc: { offsetSeconds }, timer: renderTimers(options.timers) });
  }

  /**
   * A clock in the time of a place, with its daylight-saving time.
   *
   * @param timezoneName name of the time zone, such as `Europe/Berlin`
   * @param options timers
   * @throws when the name cannot be that of a time zone (`timezone-invalid`)
   */
  public static timezone(timezoneName: string, options: ClockOptions = {}): Clock {
    const rule = 'the name of a time zone has letters, digits, "_", "+", "-" and "/" only';
    const remedy = 'Use a name such as "Europe/Berlin".';
    new Arguments('Clock.timezone').matching('timezoneName', timezoneName, TIMEZONE, rule, remedy, 'timezone-invalid');
    return new Clock({ timezone: timezoneName, timer: renderTimers(options.timers) });
  }

  /**
   * The clock that the templates of OpenShift and the Windows preferences of KubeVirt give a Windows guest.
   *
   * @see https://github.com/kubevirt/common-instancetypes/blob/main/preferences/components/hyperv/hyperv.yaml
   */
  public static recommendedForWindows(): Clock {
    return Clock.utc({
      timers: { hpet: { present: false }, pit: { tickPolicy: TickPolicy.DELAY }, rtc: { tickPolicy: TickPolicy.CATCHUP }, hyperv: true },
    });
  }

  private readonly clock: KubeClock;

  private constructor(clock: KubeClock) {
    this.clock = clock;
  }

  /** @internal */
  public _render(): KubeClock {
    return this.clock;
  }
}

function renderTimers(timers: ClockTimers | undefined): Timer | undefined {
  return (
    timers && {
      hpet: timers.hpet && { ...timers.hpet },
      pit: timers.pit && { ...timers.pit },
      rtc: timers.rtc && { ...timers.rtc },
      hyperv: timers.hyperv === undefined ? undefined : { present: timers.hyperv },
      kvm: timers.kvm === undefined ? undefined : { present: timers.kvm },
    }
  );
}
