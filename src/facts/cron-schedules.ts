import type { Bounds } from './bounds';
import { isGoDuration } from './go-durations';

/*
 * The schedule of a DataImportCron.
 *
 * Source: `ParseStandard` in https://github.com/robfig/cron/blob/master/parser.go
 */

/** A field of a schedule. */
interface CronField {
  readonly bounds: Bounds;
  /** Names of values, from the least one on. */
  readonly names: readonly string[];
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const FIELDS: readonly CronField[] = [
  { bounds: { min: 0, max: 59 }, names: [] },
  { bounds: { min: 0, max: 23 }, names: [] },
  { bounds: { min: 1, max: 31 }, names: [] },
  { bounds: { min: 1, max: 12 }, names: MONTHS },
  { bounds: { min: 0, max: 6 }, names: DAYS },
];

const ZONE = /^(?:CRON_)?TZ=\S+\s+/;
const DESCRIPTOR = /^@(?:yearly|annually|monthly|weekly|daily|midnight|hourly)$/;
const INTERVAL = '@every ';
const INTEGER = /^\+?\d+$|^-0+$/;

/** Whether a text is a schedule: five fields, or a descriptor such as @daily. */
export function isCronSchedule(text: string): boolean {
  const schedule = text.replace(ZONE, '').trim();
  if (schedule.startsWith('@')) {
    return DESCRIPTOR.test(schedule) || (schedule.startsWith(INTERVAL) && isGoDuration(schedule.slice(INTERVAL.length)));
  }
  const parts = schedule.split(/\s+/);
  return parts.length === FIELDS.length && parts.every((part, index) => isField(part, FIELDS[index]));
}

/** Commas without anything between them count for nothing. */
function isField(part: string, field: CronField): boolean {
  return part.split(',').every((range) => range === '' || isRange(range, field));
}

function isRange(text: string, field: CronField): boolean {
  const [range, step, ...more] = text.split('/');
  const [low, high, ...others] = range.split('-');
  const isStep = more.length === 0 && (step === undefined || (INTEGER.test(step) && Number(step) > 0));
  if (low === '*' || low === '?') {
    return isStep;
  }
  const { min, max } = field.bounds;
  const start = numberOf(low, field);
  const end = high === undefined ? (step === undefined ? start : max) : numberOf(high, field);
  return isStep && others.length === 0 && start >= min && end <= max && start <= end;
}

/** Not a number: it fails every comparison. */
function numberOf(text: string, { bounds, names }: CronField): number {
  const named = names.indexOf(text.toLowerCase());
  return named >= 0 ? named + bounds.min : INTEGER.test(text) ? Number(text) : Number.NaN;
}
