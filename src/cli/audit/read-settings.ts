import { relative, resolve } from 'node:path';
import picomatch from 'picomatch';
import { didYouMean } from '../../admission';
import { type Category, RuleBook, RuleCategory, Severity, type TurnedOff } from '../../audit';
import { FORMATS } from '../../report';
import { usesColor } from '../color';
import type { Config } from '../config/config';
import { type LoadedConfig, loadConfig } from '../config/load-config';
import { OFF } from '../config/schema';
import type { Streams } from '../streams';
import { UsageError } from '../usage-error';
import { assumedCluster, configuredCluster, namedCluster, type TargetCluster } from './cluster';
import type { AuditSettings, ReportTarget } from './settings';
import { THRESHOLDS, type Threshold } from './threshold';

/** The options of the call, as they are parsed. */
export interface AuditOptions {
  readonly cluster?: string;
  /** A path, or false: no configuration counts. */
  readonly config?: string | false;
  readonly format?: string;
  readonly output?: readonly string[];
  readonly failOn?: string;
  readonly rule?: readonly string[];
  readonly skip?: readonly string[];
  readonly baseline?: string;
  readonly writeBaseline?: string;
  readonly treatAsHighlyAvailable?: boolean;
  readonly param?: readonly string[];
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  readonly color?: boolean;
}

/**
 * What an audit does. The options of the call count more than the configuration.
 *
 * @throws UsageError
 */
export async function readAuditSettings(paths: readonly string[], options: AuditOptions, streams: Streams): Promise<AuditSettings> {
  const loaded = options.config === false ? undefined : await loadConfig(streams.cwd, options.config, options.verbose);
  return auditSettings(paths, options, loaded, streams);
}

/** What an audit with a configuration does. @throws UsageError */
export function auditSettings(
  paths: readonly string[],
  options: AuditOptions,
  loaded: LoadedConfig | undefined,
  streams: Streams,
): AuditSettings {
  const { cwd } = streams;
  const book = loaded?.book ?? RuleBook.OWN;
  const config = loaded?.config ?? {};
  const folder = loaded?.folder ?? cwd;
  const baseline = options.baseline === undefined ? config.baseline && resolve(folder, config.baseline) : resolve(cwd, options.baseline);
  return {
    paths,
    cluster: targetCluster(options.cluster, loaded, cwd),
    book,
    failOn: thresholdOf(options.failOn) ?? config.failOn ?? Severity.ERROR,
    severities: new Map(Object.entries(config.rules ?? {}).flatMap(([rule, severity]) => (severity === OFF ? [] : [[rule, severity]]))),
    ruleOptions: new Map(Object.entries(config.ruleOptions ?? {})),
    off: turnedOff(options, config, book),
    isSkipped: skipping(config.skip ?? [], folder),
    parameters: new Map([...Object.entries(config.parameters ?? {}), ...(options.param ?? []).map(parameterOf)]),
    acknowledgements: config.acknowledge ?? [],
    loaded,
    baseline,
    newBaseline: options.writeBaseline === undefined ? undefined : resolve(cwd, options.writeBaseline),
    treatAsHighlyAvailable: options.treatAsHighlyAvailable ?? config.treatAsHighlyAvailable ?? false,
    reports: reportTargets(options, cwd, FORMATS),
    quiet: options.quiet ?? false,
    verbose: options.verbose ?? false,
    color: usesColor(options.color, streams),
    mendCommand: mendCommand(paths, options),
  };
}

/** The call that mends what this one tells. */
function mendCommand(paths: readonly string[], { cluster, config, treatAsHighlyAvailable, baseline }: AuditOptions): string {
  const named = (option: string, value: string | undefined) => (value === undefined ? [] : [option, value]);
  const words = [
    ...paths,
    ...named('--cluster', cluster),
    ...(config === false ? ['--no-config'] : named('--config', config)),
    ...named('--baseline', baseline),
    ...(treatAsHighlyAvailable ? ['--treat-as-highly-available'] : []),
  ];
  return ['npx cdk8s-kubevirt fix', ...words.map(shellWord)].join(' ');
}

function shellWord(word: string): string {
  return /^[\w./:=@%+,-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

/** The cluster that the call names, or else the configuration; where nobody does, one is assumed. */
export function targetCluster(option: string | undefined, loaded: LoadedConfig | undefined, cwd: string): TargetCluster {
  const cluster = loaded?.config.cluster;
  if (option !== undefined) {
    return namedCluster(option, cwd);
  }
  if (typeof cluster === 'string') {
    return namedCluster(cluster, loaded?.folder ?? cwd);
  }
  return cluster === undefined ? assumedCluster() : configuredCluster(loaded?.path ?? '', cluster);
}

function thresholdOf(text: string | undefined): Threshold | undefined {
  if (text !== undefined && !THRESHOLDS.includes(text as Threshold)) {
    throw new UsageError(`--fail-on is "${text}". ${didYouMean(text, THRESHOLDS)}`);
  }
  return text as Threshold | undefined;
}

/** A rule that is asked for runs, whatever the configuration turns off. */
function turnedOff({ rule = [], skip = [] }: AuditOptions, { rules = {}, categories = {} }: Config, book: RuleBook): TurnedOff {
  const wanted = names('--rule', rule, book);
  const skipped = names('--skip', skip, book);
  const isCategory = (name: string) => CATEGORIES.includes(name);
  if (wanted.length > 0) {
    const isWanted = ({ id, category }: { id: string; category: string }) => wanted.includes(id) || wanted.includes(category);
    const others = book.rules.filter(
      (candidate) => !isWanted(candidate) || skipped.includes(candidate.id) || skipped.includes(candidate.category),
    );
    return { rules: new Set(others.map(({ id }) => id)) };
  }
  return {
    rules: new Set([...skipped.filter((name) => !isCategory(name)), ...Object.keys(rules).filter((id) => rules[id] === OFF)]),
    categories: new Set([...skipped.filter(isCategory), ...Object.keys(categories)] as Category[]),
  };
}

const CATEGORIES: readonly string[] = Object.values(RuleCategory);

/** Names of rules and categories: several options, or one with commas. */
function names(option: string, texts: readonly string[], book: RuleBook): string[] {
  const found = texts.flatMap((text) => text.split(',')).map((text) => text.trim());
  for (const name of found) {
    if (!book.has(name) && !CATEGORIES.includes(name)) {
      throw new UsageError(`${option} is "${name}": there is no such rule or category. ${book.suggestion(name)}`);
    }
  }
  return found;
}

function skipping(patterns: readonly string[], folder: string): (path: string) => boolean {
  if (patterns.length === 0) {
    return () => false;
  }
  const isMatch = picomatch(
    patterns.flatMap((pattern) => [pattern.replace(/\/$/, ''), `${pattern.replace(/\/$/, '')}/**`]),
    { dot: true },
  );
  return (path) => isMatch(relative(folder, path));
}

/** A parameter of templates, as it is passed. */
export function parameterOf(text: string): [string, string] {
  const [, name, value] = /^([^=]+)=(.*)$/s.exec(text) ?? [];
  if (name === undefined) {
    throw new UsageError(`--param is "${text}". Write NAME=VALUE.`);
  }
  return [name, value];
}

/** Where reports go: the standard output, and files. */
export function reportTargets(
  { format = 'text', output = [] }: Pick<AuditOptions, 'format' | 'output'>,
  cwd: string,
  formats: ReadonlyMap<string, unknown>,
): ReportTarget[] {
  const known = [...formats.keys()];
  return [{ format: knownFormat('--format', format, known) }, ...output.map((text) => targetOf(text, cwd, known))];
}

function targetOf(text: string, cwd: string, known: readonly string[]): ReportTarget {
  const [, format, file] = /^([^=]+)=(.+)$/.exec(text) ?? [];
  if (format === undefined) {
    throw new UsageError(`--output is "${text}". Write FORMAT=FILE, such as json=report.json.`);
  }
  return { format: knownFormat('--output', format, known), file: file === '-' ? undefined : resolve(cwd, file) };
}

function knownFormat(option: string, format: string, known: readonly string[]): string {
  if (!known.includes(format)) {
    throw new UsageError(`${option} is "${format}": there is no such format. ${didYouMean(format, known)}`);
  }
  return format;
}
