/** How a report is written, where a format has a choice. */
export interface ReportOptions {
  /** Whether texts are coloured. @default false */
  readonly color?: boolean;
  /** Columns of the terminal: longer texts are wrapped. @default - they are not, for files and pipes */
  readonly width?: number;
  /** Whether only errors are told. @default false */
  readonly quiet?: boolean;
  /** Whether infos are told, why rules are there, and files in which nothing was found. @default false */
  readonly verbose?: boolean;
  /** The command that mends what can be mended. @default - none is named */
  readonly mendCommand?: string;
}
