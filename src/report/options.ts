import type { Severity } from '../audit/severity';

/** How a report is written, where a format has a choice. */
export interface ReportOptions {
  /** Whether texts are coloured. @default false */
  readonly color?: boolean;
  /** Columns of the terminal: longer texts are wrapped. @default - they are not, for files and pipes */
  readonly width?: number;
  /** Whether only errors are told, and what else makes a run fail. @default false */
  readonly quiet?: boolean;
  /** Whether infos are told, why rules are there, and files in which nothing was found. @default false */
  readonly verbose?: boolean;
  /** The severity from which on findings make a run fail. @default Severity.ERROR */
  readonly failOn?: Severity | 'never';
  /** The command that mends what can be mended. @default - none is named */
  readonly mendCommand?: string;
}
