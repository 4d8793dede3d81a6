import type { Cron } from 'cdk8s';
import type { Arguments } from '../errors';

/** One of the five fields of a cron expression. */
interface CronField {
  readonly name: string;
  readonly min: number;
  readonly max: number;
  /** Names of the values, from `min` on. */
  readonly names?: readonly string[];
  readonly example: string;
}

const FIELDS: readonly CronField[] = [
  { name: 'minute', min: 0, max: 59, example: '"0", "15,45" or "*/20"' },
  { name: 'hour', min: 0, max: 23, example: '"3", "8-17" or "*/6"' },
  { name: 'day', min: 1, max: 31, example: '"1", "1,15" or "*"' },
  { name: 'month', min: 1, max: 12, names: 'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split(' '), example: '"1", "JAN" or "*/3"' },
  { name: 'weekDay', min: 0, max: 6, names: 'SUN MON TUE WED THU FRI SAT'.split(' '), example: '"0" for Sunday, "MON-FRI" or "*"' },
];

/** The cron expression as the CronJob controller reads it; refuses one that it would refuse. */
export function cronExpression(args: Arguments, argument: string, schedule: Cron): string {
  const values = schedule.expressionString.split(/\s+/);
  for (const [index, field] of FIELDS.entries()) {
    const value = values[index] ?? '';
    if (values.length !== FIELDS.length || !value.split(',').every((part) => isLegal(part, field))) {
      const rule = `only numbers from ${field.min} to ${field.max}, "*", and ranges, lists and steps of them are allowed`;
      args.refuse('schedule-invalid', `${argument}.${field.name}`, JSON.stringify(value), rule, `Use a value such as ${field.example}.`);
    }
  }
  return values.join(' ');
}

/** The name of a time zone, as the CronJob controller looks it up. */
export function timeZone(args: Arguments, argument: string, zone: string | undefined): string | undefined {
  if (zone !== undefined && !isTimeZone(zone)) {
    const rule = 'no time zone of the IANA database has this name';
    args.refuse('time-zone-unknown', argument, JSON.stringify(zone), rule, 'Use a name such as "Europe/Berlin" or "Etc/UTC".');
  }
  return zone;
}

/** A value, `*` or a range, with or without a step. */
function isLegal(part: string, field: CronField): boolean {
  const [range, step, ...rest] = part.split('/');
  if (rest.length > 0 || (step !== undefined && !/^[1-9]\d*$/.test(step))) {
    return false;
  }
  if (range === '*' || range === '?') {
    return true;
  }
  const [first, last, ...more] = range.split('-').map((value) => numberOf(value, field));
  return more.length === 0 && isWithin(first, field) && (last === undefined || (isWithin(last, field) && first <= last));
}

function numberOf(value: string, { min, names = [] }: CronField): number {
  const position = names.indexOf(value.toUpperCase());
  return position < 0 ? (/^\d+$/.test(value) ? Number(value) : Number.NaN) : position + min;
}

function isWithin(value: number, { min, max }: CronField): boolean {
  return value >= min && value <= max;
}

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return !/^[+-]/.test(zone);
  } catch {
    return false;
  }
}
