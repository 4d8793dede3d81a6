import type { AlertSeverity } from './alert-severity';

/** An alert about one object, before it is written into a PrometheusRule. */
export interface Alert {
  /** Name of the alert, and of its section in the guide. */
  readonly name: string;
  readonly severity: AlertSeverity;
  readonly expression: string;
  /** How long the expression has to hold, in seconds. */
  readonly seconds: number;
  /** The fault in one line. */
  readonly summary: string;
  /** What it means and what to look at. */
  readonly description: string;
  /** More annotations, such as links to objects. */
  readonly links: Readonly<Record<string, string>>;
}
