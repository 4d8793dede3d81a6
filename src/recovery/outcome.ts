import { type Duration, type EventGraph, exactly } from './event-graph';
import type { RecoveryAssumption } from './reasons';

/** One way in which a failure may go. */
export interface Course {
  readonly events: EventGraph;
  /** The step with which the service goes away; undefined: it goes with the failure. */
  readonly down?: string;
  /** The step with which it goes away at the latest. */
  readonly downAtLatest?: string;
  /** Seconds up to which it goes away later than that. */
  readonly downWithin?: number;
  /** Whether the service stays up all the time. */
  readonly staysUp?: boolean;
  readonly place?: string;
  readonly assumptions?: readonly RecoveryAssumption[];
}

/** How a failure may go: how long the service is away, and the course that is told. */
export interface Outcome {
  readonly outage: Duration;
  readonly told: Course;
}

export function outcomeOf(told: Course): Outcome {
  const { events, down, downAtLatest = down, downWithin = 0, staysUp } = told;
  const best = Math.max(0, events.sinceEndOf(downAtLatest).best - downWithin);
  const outage = staysUp ? exactly(0) : { ...events.sinceEndOf(down), best };
  return { told, outage };
}

/** Any of them may come: the longest is told, of several that never end one that is certain not to. */
export function anyOf(outcomes: readonly Outcome[]): Outcome {
  const { told } = outcomes.reduce((longest, other) => (isLonger(other.outage, longest.outage) ? other : longest));
  const outages = outcomes.map(({ outage }) => outage);
  return {
    told,
    outage: {
      best: Math.min(...outages.map(({ best }) => best)),
      worst: Math.max(...outages.map(({ worst }) => worst)),
      certain: Math.max(...outages.map(({ certain }) => certain)),
    },
  };
}

function isLonger(one: Duration, other: Duration): boolean {
  return one.worst > other.worst || (one.worst === other.worst && one.certain > other.certain);
}

/** Steps of which each is tried when those before have failed: that they fail is not certain. */
export function oneAfterTheOther(outcomes: readonly Outcome[]): Outcome {
  const { told, outage } = anyOf(outcomes);
  return { told, outage: { ...outage, certain: Math.min(...outcomes.map(({ outage: { certain } }) => certain)) } };
}

/** What works side by side: the quickest counts. */
export function quickestOf(outcomes: readonly Outcome[]): Outcome {
  return outcomes.reduce((quickest, other) => (other.outage.worst < quickest.outage.worst ? other : quickest));
}
