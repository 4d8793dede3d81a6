import type { ReportedRecovery, ReportedStep } from './recovery-report';

/** Shortest and longest distances between marks, in seconds. */
const DISTANCES = [10, 30, 60, 120, 300, 600, 1800, 3600, 7200, 21_600, 86_400];
const MOST_MARKS = 6;
/** What is drawn where nothing has an end. */
const SHORTEST = 60;
/** What is left for a step that never ends, as a share of what is before it. */
const OPEN_END = 1.1;

/** The seconds that a timeline shows. */
export interface TimeScale {
  readonly seconds: number;
  /** Where seconds are marked. */
  readonly marks: readonly number[];
}

/** From the failure to the end of the last step, or some time beyond where one never ends. */
export function timeScale({ steps, objective }: Pick<ReportedRecovery, 'steps' | 'objective'>): TimeScale {
  const points = steps.flatMap(({ begin, end }) => [begin.worst ?? 0, end.worst ?? 0]);
  const latest = Math.max(SHORTEST, ...points);
  const isOpen = steps.some(({ end }) => end.worst === undefined);
  const wished = objective !== undefined && (isOpen || objective <= latest * OPEN_END) ? objective : 0;
  const seconds = Math.ceil(Math.max(latest, wished) * (isOpen ? OPEN_END : 1));
  const distance = DISTANCES.find((each) => seconds / each <= MOST_MARKS) ?? Math.ceil(seconds / MOST_MARKS);
  return { seconds, marks: Array.from({ length: Math.floor(seconds / distance) + 1 }, (_, index) => index * distance) };
}

/** Begin and end of a step in the worst case; undefined: it never begins. */
export function spanOf({ begin, end }: ReportedStep, { seconds }: TimeScale): { from: number; to: number } | undefined {
  return begin.worst === undefined ? undefined : { from: begin.worst, to: end.worst ?? seconds };
}
