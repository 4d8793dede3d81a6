import type { AuditReport } from './audit-report';
import { json } from './json';
import type { ReportOptions } from './options';
import { text } from './text';

/** Writes a report. */
export type Format = (report: AuditReport, options?: ReportOptions) => string;

/** The formats by the names that the command takes. */
export const FORMATS: ReadonlyMap<string, Format> = new Map<string, Format>([
  ['text', text],
  ['json', json],
]);
