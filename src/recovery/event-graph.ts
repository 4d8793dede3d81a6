import type { RecoveryAssumption } from './reasons';
import type { Interval, NeverReason, Origin, RecoveryStep, Tuning } from './recovery';

/** Seconds of a step; Infinity: it never ends. */
export interface Duration {
  readonly best: number;
  readonly worst: number;
  /** In the worst case that is left when nothing is assumed. */
  readonly certain: number;
}

/** A step as it is described. */
export interface StepDescription {
  readonly id: string;
  readonly actor: string;
  readonly what: string;
  readonly after?: readonly string[];
  readonly waitsFor?: 'all' | 'first';
  readonly duration: Duration;
  readonly origin: Origin;
  readonly assumptions?: readonly RecoveryAssumption[];
  readonly tunings?: readonly Tuning[];
  readonly never?: NeverReason;
}

/** What a component is known to need. */
export function between(best: number, worst: number): Duration {
  return { best, worst, certain: worst };
}

/** What nobody has said: nothing but the best case is certain. */
export function presumably(best: number, worst: number): Duration {
  return { best, worst, certain: best };
}

export function exactly(seconds: number): Duration {
  return between(seconds, seconds);
}

/** What never happens: for certain, or because of something that was assumed. */
export function never({ isCertain }: NeverReason): Duration {
  return { best: Infinity, worst: Infinity, certain: isCertain ? Infinity : 0 };
}

export function plus(one: Duration, other: Duration): Duration {
  return { best: one.best + other.best, worst: one.worst + other.worst, certain: one.certain + other.certain };
}

const TENTHS = 10;

/** A bound as others see it, to a tenth of a second on the safe side: what never ends has none. */
export function bound(seconds: number): number | undefined {
  return Number.isFinite(seconds) ? Math.max(0, Math.ceil(seconds * TENTHS - ROUNDING)) / TENTHS : undefined;
}

function earliest(seconds: number): number | undefined {
  return Number.isFinite(seconds) ? Math.floor(seconds * TENTHS + ROUNDING) / TENTHS : undefined;
}

/** What floating point numbers are wrong by. */
const ROUNDING = 1e-6;

/**
 * Steps with clocks that run side by side. Each begins when all of those that it waits for have ended, or the first of them; how long
 * it all takes is the longest way, not the sum.
 */
export class EventGraph {
  private readonly steps: StepDescription[] = [];
  private readonly ends = new Map<string, Duration>();

  /** Adds a step behind those that it waits for. */
  public add(step: StepDescription): this {
    const begin = this.beginOf(step);
    this.steps.push(step);
    this.ends.set(step.id, plus(begin, step.duration));
    return this;
  }

  public has(id: string): boolean {
    return this.ends.has(id);
  }

  /** When a step ends, in seconds since the failure. */
  public endOf(id: string): Duration {
    return this.ends.get(id) ?? exactly(0);
  }

  public get last(): StepDescription {
    return this.steps[this.steps.length - 1];
  }

  /** How long it takes from the end of one step to the end of the last; undefined: from the failure on. */
  public sinceEndOf(down: string | undefined): Duration {
    return this.endsSince(down).get(this.last.id) ?? exactly(0);
  }

  /** The steps that make the worst case, from the end of one step to the last; undefined: from the failure on. */
  public criticalPath(down?: string): StepDescription[] {
    const ends = this.endsSince(down);
    const path = [this.last];
    for (;;) {
      const before = this.decisive(path[0], ends);
      if (before === undefined || before.id === down) {
        return path;
      }
      path.unshift(before);
    }
  }

  /** When steps end, counted from the end of one of them. What began before counts as a clock that starts there. */
  private endsSince(down: string | undefined): ReadonlyMap<string, Duration> {
    if (down === undefined) {
      return this.ends;
    }
    const ends = new Map<string, Duration>([[down, exactly(0)]]);
    for (const step of this.steps) {
      const after = (step.after ?? []).flatMap((id) => ends.get(id) ?? []);
      if (step.id !== down && after.length > 0) {
        ends.set(step.id, plus(joined(after, step.waitsFor), step.duration));
      }
    }
    return ends;
  }

  /** The steps with their times, those first that begin first. */
  public timed(criticalPath: readonly StepDescription[]): RecoveryStep[] {
    const critical = new Set(criticalPath);
    const begins = this.steps.map((step) => ({ step, begin: this.beginOf(step) }));
    return begins
      .sort(
        (one, other) => order(one.begin.worst, other.begin.worst) || order(this.endOf(one.step.id).worst, this.endOf(other.step.id).worst),
      )
      .map(({ step, begin }) => ({
        id: step.id,
        actor: step.actor,
        what: step.what,
        after: step.after ?? [],
        waitsFor: step.waitsFor ?? 'all',
        begin: interval(begin),
        end: interval(this.endOf(step.id)),
        duration: interval(step.duration),
        origin: step.origin,
        isCritical: critical.has(step),
        assumptions: step.assumptions ?? [],
        tunings: step.tunings ?? [],
        never: step.never,
      }));
  }

  private beginOf({ after = [], waitsFor }: StepDescription): Duration {
    return joined(
      after.map((id) => this.endOf(id)),
      waitsFor,
    );
  }

  /** The one of those that a step waits for which lets it begin in the worst case. */
  private decisive({ after = [], waitsFor }: StepDescription, ends: ReadonlyMap<string, Duration>): StepDescription | undefined {
    const direction = waitsFor === 'first' ? 1 : -1;
    const worst = (id: string) => ends.get(id)?.worst ?? 0;
    const [id] = after.filter((before) => ends.has(before)).sort((one, other) => direction * order(worst(one), worst(other)));
    return this.steps.find((step) => step.id === id);
  }
}

/** Best and worst of something as others see it. */
export function interval({ best, worst }: Duration): Interval {
  return { best: earliest(best), worst: bound(worst) };
}

/** In a loop: it is asked for each step of each recovery. */
function joined(ends: readonly Duration[], waitsFor: 'all' | 'first' = 'all'): Duration {
  if (ends.length < 2) {
    return ends[0] ?? START;
  }
  const join = waitsFor === 'first' ? Math.min : Math.max;
  let { best, worst, certain } = ends[0];
  for (let index = 1; index < ends.length; index++) {
    best = join(best, ends[index].best);
    worst = join(worst, ends[index].worst);
    certain = join(certain, ends[index].certain);
  }
  return { best, worst, certain };
}

const START: Duration = { best: 0, worst: 0, certain: 0 };

/** Infinity minus Infinity is no number. */
function order(one: number, other: number): number {
  return one === other ? 0 : one - other;
}
