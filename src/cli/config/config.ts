import type { Severity } from '../../audit';
import type { Threshold } from '../audit/threshold';
import type { OFF } from './schema';

/** Findings that a configuration accepts. */
export interface ConfiguredAcknowledgement {
  readonly rule: string;
  readonly object?: string;
  readonly file?: string;
  readonly path?: string;
  readonly reason: string;
  readonly until?: string;
}

/** What stands in a configuration. */
export interface Config {
  readonly cluster?: string | object;
  readonly failOn?: Threshold;
  readonly rules?: Readonly<Record<string, Severity | typeof OFF>>;
  readonly categories?: Readonly<Record<string, typeof OFF>>;
  readonly ruleOptions?: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly customRules?: readonly string[];
  readonly skip?: readonly string[];
  readonly parameters?: Readonly<Record<string, string>>;
  readonly acknowledge?: readonly ConfiguredAcknowledgement[];
  readonly baseline?: string;
  readonly treatAsHighlyAvailable?: boolean;
}
