import type { AuditReport } from './audit-report';
import { github } from './github';
import { gitlab } from './gitlab';
import { html } from './html/html';
import { json } from './json';
import { junit } from './junit';
import { markdown } from './markdown';
import type { ReportOptions } from './options';
import { sarif } from './sarif';
import { text } from './text';

/** Writes a report. */
export type Format = (report: AuditReport, options?: ReportOptions) => string;

/** The formats by the names that the command takes. */
export const FORMATS: ReadonlyMap<string, Format> = new Map<string, Format>([
  ['text', text],
  ['json', json],
  ['sarif', sarif],
  ['junit', junit],
  ['markdown', markdown],
  ['github', github],
  ['gitlab', gitlab],
  ['html', html],
]);
