/** A finding that is accepted, and why. */
export interface Acknowledgement {
  /** The rule whose findings are accepted. */
  readonly rule: string;
  readonly reason: string;
  /** The last day on which it holds, such as `2027-01-31`; undefined: it holds for ever. */
  readonly until?: string;
}

const LINE = /^([a-z0-9-]+)(?:\s+until\s+(\S+))?\s*:\s*(\S.*)$/s;

/** What a line of the annotation says, or, as a string, what is wrong with it. */
export type AcknowledgementLine = Acknowledgement | string;

/** Reads a line such as `live-migrate-blocked until 2027-01-31: moves to shared storage by then`. */
export function parseAcknowledgement(line: string): AcknowledgementLine {
  const [, rule, until, reason] = LINE.exec(line.trim()) ?? [];
  if (rule === undefined) {
    return /^[a-z0-9-]+(?:\s+until\s+\S+)?(?:\s*:)?$/.test(line.trim())
      ? 'a finding is accepted with a reason'
      : 'a line has a rule and a reason';
  }
  return until === undefined || isDay(until) ? { rule, reason, until } : `"${until}" is no day`;
}

/** The line of the annotation that says it. */
export function acknowledgementText({ rule, reason, until }: Acknowledgement): string {
  return `${rule}${until === undefined ? '' : ` until ${until}`}: ${reason}`;
}

/** Whether the day on which it ends is over. */
export function isExpired({ until }: Acknowledgement, today: Date): boolean {
  return until !== undefined && today.toISOString().slice(0, 10) > until;
}

/** Whether the text is a day of the calendar, such as `2027-01-31`. */
export function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
