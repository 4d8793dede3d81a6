import type { Timer } from '../clock';
import type { World } from '../world';

/** systemd feeds a watchdog twice in its timeout. */
export function feedPeriod(timeout: number): number {
  return timeout / 2;
}

/** An emulated watchdog: bites when nobody has fed it for its timeout. */
export class WatchdogDevice {
  private timer?: Timer;

  constructor(
    private readonly world: World,
    private readonly bite: () => void,
  ) {}

  /**
   * A daemon has opened the device, and feeds it as long as it is alive.
   *
   * @param sinceFeed seconds since it was fed last
   */
  open(timeout: number, sinceFeed: number, isAlive: () => boolean): void {
    const period = feedPeriod(timeout);
    this.arm(timeout - sinceFeed);
    this.world.clock.every(
      period - sinceFeed,
      () => period,
      () => {
        if (!isAlive()) {
          return false;
        }
        this.arm(timeout);
        return true;
      },
    );
  }

  stop(): void {
    this.timer?.cancel();
    this.timer = undefined;
  }

  private arm(seconds: number): void {
    this.stop();
    const bite = () => {
      this.timer = undefined;
      this.bite();
    };
    this.timer = this.world.clock.after(seconds, bite, true);
  }
}
