import type { Part } from '../part';
import { now, pause } from './timed';

const ACCOUNTS = '/api/v1/namespaces/default/serviceaccounts';
const NAME = 'default';
const PERIOD = 0.3;
const WITHIN = 60;

/**
 * How slow the machine is: a controller of the same process as those that are watched has to make an object again that is deleted, and
 * does nothing else. What it takes, from here over the API server to the controller and back, is what each thing that is seen here may
 * be late for no other reason than the machine.
 */
export class Slowness {
  private readonly rounds: { readonly from: number; readonly to: number }[] = [];
  private made = 0;
  private running?: Promise<void>;
  private isStopping = false;

  public constructor(private readonly server: Part) {}

  public async start(): Promise<void> {
    await this.server.watch(ACCOUNTS, ({ metadata }, isGone) => {
      if (metadata.name === NAME && !isGone) {
        this.made = now();
      }
    });
    this.resume();
  }

  /** While no controller manager is there, nothing is learned of the machine. */
  public async halt(): Promise<void> {
    this.isStopping = true;
    await this.running;
  }

  public resume(): void {
    this.isStopping = false;
    this.running = this.measure();
  }

  /** The longest round that was under way at any time between two points in time, in seconds. */
  public between(from: number, to: number): number {
    return Math.max(0, ...this.rounds.filter((round) => round.to >= from && round.from <= to).map((round) => round.to - round.from));
  }

  /** The mean of these rounds: what each of many passes of a controller may take longer. */
  public meanBetween(from: number, to: number): number {
    const rounds = this.rounds.filter((round) => round.to >= from && round.from <= to);
    return rounds.reduce((sum, round) => sum + round.to - round.from, 0) / Math.max(1, rounds.length);
  }

  private async measure(): Promise<void> {
    while (!this.isStopping) {
      const from = now();
      await this.server.request('DELETE', `${ACCOUNTS}/${NAME}`);
      while (this.made < from && !this.isStopping && now() < from + WITHIN) {
        await pause(0.005);
      }
      if (!this.isStopping) {
        this.rounds.push({ from, to: now() });
      }
      await pause(PERIOD);
    }
  }
}
