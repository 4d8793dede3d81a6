import type { Duration } from 'cdk8s';
import type { Arguments } from '../errors';
import type { AlertThresholds } from './alert-thresholds';

const MINUTE = 60;
const HOUR = 3600;

/** The thresholds as seconds and numbers, defaults filled in. */
export interface Thresholds {
  /** Undefined: what the VM promises. */
  readonly downFor?: number;
  readonly drainBlockedFor: number;
  readonly restarts: number;
  readonly restartWindow: number;
  readonly readinessChanges: number;
  readonly readinessWindow: number;
  /** Undefined: as the health check works. */
  readonly remediationFor?: number;
  readonly migrationFailures: number;
  readonly migrationWindow: number;
  readonly panicWindow: number;
}

/** A window has to hold a few samples: Prometheus takes one every 15 to 60 seconds. */
const SHORTEST_WINDOW = 5 * MINUTE;

export function checkedThresholds(args: Arguments, given: AlertThresholds = {}): Thresholds {
  const seconds = (name: string, duration: Duration | undefined, min = 0) => args.seconds(`thresholds.${name}`, duration, { min });
  const window = (name: string, duration: Duration | undefined) => seconds(name, duration, SHORTEST_WINDOW);
  const count = (name: string, value: number | undefined) => args.integer(`thresholds.${name}`, value, { min: 0 });
  return {
    downFor: seconds('downFor', given.downFor),
    drainBlockedFor: seconds('drainBlockedFor', given.drainBlockedFor) ?? 5 * MINUTE,
    restarts: count('restarts', given.restarts) ?? 3,
    restartWindow: window('restartWindow', given.restartWindow) ?? 30 * MINUTE,
    readinessChanges: count('readinessChanges', given.readinessChanges) ?? 6,
    readinessWindow: window('readinessWindow', given.readinessWindow) ?? 30 * MINUTE,
    remediationFor: seconds('remediationFor', given.remediationFor),
    migrationFailures: count('migrationFailures', given.migrationFailures) ?? 1,
    migrationWindow: window('migrationWindow', given.migrationWindow) ?? HOUR,
    panicWindow: window('panicWindow', given.panicWindow) ?? HOUR,
  };
}
