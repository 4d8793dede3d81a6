import type { ReportOptions } from '../options';
import { recoveryHtml } from './recovery-html';
import { recoveryJson } from './recovery-json';
import { recoveryMarkdown } from './recovery-markdown';
import type { RecoveryReport } from './recovery-report';
import { recoveryText } from './recovery-text';

/** The formats of a report on recoveries, by the names that the command takes. */
export const RECOVERY_FORMATS: ReadonlyMap<string, (report: RecoveryReport, options?: ReportOptions) => string> = new Map([
  ['text', recoveryText],
  ['json', recoveryJson],
  ['markdown', recoveryMarkdown],
  ['html', recoveryHtml],
]);
