import type { ReportOptions } from '../options';
import { capacityJson } from './capacity-json';
import { capacityMarkdown } from './capacity-markdown';
import type { CapacityReport } from './capacity-report';
import { capacityText } from './capacity-text';

/** The formats of a report on capacity, by the names that the command takes. */
export const CAPACITY_FORMATS: ReadonlyMap<string, (report: CapacityReport, options?: ReportOptions) => string> = new Map([
  ['text', capacityText],
  ['json', capacityJson],
  ['markdown', capacityMarkdown],
]);
