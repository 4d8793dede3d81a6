import type { RuleBook, RuleOptions, Severities, TurnedOff } from '../../audit';
import type { ConfiguredAcknowledgement } from '../config/config';
import type { LoadedConfig } from '../config/load-config';
import type { TargetCluster } from './cluster';
import type { Threshold } from './threshold';

/** Where a report goes, and in which form. */
export interface ReportTarget {
  readonly format: string;
  /** Undefined: the standard output. */
  readonly file?: string;
}

/** What an audit does: the options of the call, and those of the configuration. */
export interface AuditSettings {
  readonly paths: readonly string[];
  readonly cluster: TargetCluster;
  readonly failOn: Threshold;
  /** The rules, those of the configuration among them. */
  readonly book: RuleBook;
  readonly severities: Severities;
  /** Bounds of rules. */
  readonly ruleOptions: RuleOptions;
  readonly off: TurnedOff;
  /** Whether a file or a folder is left out, by its absolute path. */
  readonly isSkipped: (path: string) => boolean;
  /** Values of parameters of templates. */
  readonly parameters: ReadonlyMap<string, string>;
  readonly acknowledgements: readonly ConfiguredAcknowledgement[];
  readonly loaded?: LoadedConfig;
  /** The file of the baseline, by its absolute path. */
  readonly baseline?: string;
  /** The file that what is found is written to, by its absolute path. */
  readonly newBaseline?: string;
  readonly treatAsHighlyAvailable: boolean;
  readonly reports: readonly ReportTarget[];
  readonly quiet: boolean;
  readonly verbose: boolean;
  readonly color: boolean;
  /** The call that writes the mends. */
  readonly mendCommand: string;
}
