/** Something that is to happen, until it is called off. */
export interface Timer {
  readonly at: number;
  cancel(): void;
}

interface Entry extends Timer {
  readonly order: number;
  readonly action: () => void;
  readonly isRoutine: boolean;
  cancelled: boolean;
}

/** Simulated seconds: events in the order of their times, those of one instant in the order in which they were set. */
export class Clock {
  private readonly queue: Entry[] = [];
  private order = 0;
  private lastEvent: number;
  private underWay = 0;

  /** @param now where it begins: before the failure, which is at 0 */
  constructor(private seconds: number) {
    this.lastEvent = seconds;
  }

  /** Seconds since the failure. */
  get now(): number {
    return this.seconds;
  }

  /** Seconds in which nothing but routine has happened, ticks that found nothing to do; 0 while anything else is under way. */
  get quietFor(): number {
    return this.underWay > 0 ? 0 : this.seconds - this.lastEvent;
  }

  /** Does something at a time; at once where that has passed. */
  at(time: number, action: () => void, isRoutine = false): Timer {
    const entry: Entry = {
      at: Math.max(time, this.seconds),
      order: this.order++,
      action,
      isRoutine,
      cancelled: false,
      cancel: () => {
        entry.cancelled = true;
      },
    };
    this.underWay += isRoutine ? 0 : 1;
    this.push(entry);
    return entry;
  }

  /** Does something in so many seconds. */
  after(seconds: number, action: () => void, isRoutine = false): Timer {
    return this.at(this.seconds + seconds, action, isRoutine);
  }

  /** Does something again and again; the seconds to the next time are asked for each time. Ends when the action says `false`. */
  every(first: number, period: () => number, action: () => unknown): void {
    const tick = () => {
      if (action() !== false) {
        this.every(period(), period, action);
      }
    };
    this.after(first, tick, true);
  }

  /** Runs until all is done that can be of interest, or time is over. */
  run(until: number, finished: () => boolean): void {
    for (let entry = this.pop(); entry !== undefined && entry.at <= until; entry = this.pop()) {
      if (!entry.isRoutine) {
        this.underWay--;
        this.lastEvent = entry.at;
      }
      if (!entry.cancelled) {
        this.seconds = entry.at;
        entry.action();
        if (finished()) {
          return;
        }
      }
    }
  }

  private push(entry: Entry): void {
    const { queue } = this;
    let place = queue.length;
    queue.push(entry);
    while (place > 0) {
      const parent = (place - 1) >> 1;
      if (!earlier(entry, queue[parent])) {
        break;
      }
      queue[place] = queue[parent];
      place = parent;
    }
    queue[place] = entry;
  }

  private pop(): Entry | undefined {
    const { queue } = this;
    const first = queue[0];
    const last = queue.pop();
    if (first === undefined || last === undefined || queue.length === 0) {
      return first;
    }
    let place = 0;
    for (let child = 1; child < queue.length; child = 2 * place + 1) {
      if (child + 1 < queue.length && earlier(queue[child + 1], queue[child])) {
        child++;
      }
      if (!earlier(queue[child], last)) {
        break;
      }
      queue[place] = queue[child];
      place = child;
    }
    queue[place] = last;
    return first;
  }
}

function earlier(one: Entry, other: Entry): boolean {
  return one.at < other.at || (one.at === other.at && one.order < other.order);
}
