import { didYouMean } from '../../admission';
import { ruleContext } from '../../audit';
import { FAILURE_CLASSES, type FailureClass } from '../../facts';
import type { ManifestGraph } from '../../graph';
import { objectivesOf, RecoveryVerdict, recoveriesOf, recoveriesWith } from '../../recovery';
import {
  compared,
  isMissed,
  RECOVERY_FORMATS,
  type RecoveryReport,
  type ReportedRecovery,
  reportedRecovery,
  Savings,
  vmName,
} from '../../report';
import { packageVersion } from '../../report/package-folder';
import { readAll } from '../audit/read-all';
import { type AuditOptions, readAuditSettings, reportTargets } from '../audit/read-settings';
import type { AuditSettings } from '../audit/settings';
import { ExitCode } from '../exit-code';
import { refuseFaults } from '../fault-lines';
import type { Streams } from '../streams';
import { UsageError } from '../usage-error';
import { writeReports } from '../write-reports';
import { writtenRecoveries } from './against';

/** The options of the call. */
export interface RecoveryOptions extends Pick<AuditOptions, 'cluster' | 'config' | 'format' | 'output' | 'param' | 'color'> {
  readonly vm?: readonly string[];
  readonly failure?: readonly string[];
  readonly failOn?: string;
  readonly against?: string;
}

/** From which verdict on the command fails. */
export const RECOVERY_THRESHOLDS = ['missed', 'at-risk', 'never'] as const;

/** Where an app writes its manifests if it does not say where. */
const SYNTHESIZED = 'dist';

/**
 * Says how long VMs are down after failures, and whether that is within their objectives.
 *
 * @throws UsageError when something cannot be read
 */
export async function recovery(paths: readonly string[], options: RecoveryOptions, streams: Streams): Promise<ExitCode> {
  const { cluster, config, param, color } = options;
  const read = paths.length === 0 ? [SYNTHESIZED] : paths;
  const settings = await readAuditSettings(read, { cluster, config, param, color }, streams);
  const targets = reportTargets(options, streams.cwd, RECOVERY_FORMATS);
  const failing = failingVerdicts(options.failOn);
  const failures = failuresOf(options.failure);
  const isChosen = options.vm !== undefined || options.failure !== undefined;
  const isTold = (one: ReportedRecovery) => isChosen && (options.vm ?? [String(one.vm.name)]).some((name) => isNamed(one, name));
  const all = reckoned(await graphOf(settings, streams), settings, { failures, isTold });
  const recoveries = chosenVms(all, options.vm);
  const old = options.against === undefined ? undefined : await recoveriesBefore(options.against, failures, settings, streams);
  const exitCode = recoveries.some(({ verdict }) => verdict !== undefined && failing.includes(verdict))
    ? ExitCode.FINDINGS
    : ExitCode.CLEAN;
  const report: RecoveryReport = {
    version: packageVersion(),
    cluster: settings.cluster.name,
    exitCode,
    recoveries,
    isChosen,
    comparison: old && compared(String(options.against), chosen(old, options.vm), recoveries),
  };
  writeReports(report, RECOVERY_FORMATS, targets, { color: settings.color }, streams);
  return exitCode;
}

async function graphOf(settings: AuditSettings, streams: Streams): Promise<ManifestGraph> {
  const files = await readAll(settings, streams);
  refuseFaults(files, 'Nothing is said of recovery');
  const documents = files.flatMap(({ manifests }) => manifests.map(({ manifest }) => manifest));
  return ruleContext(documents, settings.cluster.profile).graph;
}

/** What is asked for of a graph. */
interface Asked {
  readonly failures: readonly FailureClass[];
  /** Whether the timeline is told, beside those that miss their objective. */
  readonly isTold: (recovery: ReportedRecovery) => boolean;
}

function reckoned(graph: ManifestGraph, { cluster: { profile }, paths }: AuditSettings, { failures, isTold }: Asked): ReportedRecovery[] {
  if (graph.virtualMachines.length === 0) {
    throw new UsageError(`There are no VMs in ${paths.map((path) => `"${path}"`).join(', ')}. Name files or folders with VirtualMachines.`);
  }
  const objectives = new Map(graph.virtualMachines.map((vm) => [vm, objectivesOf(vm, graph, profile)]));
  const savings = new Savings(({ vm, failure }, change) => recoveriesWith(vm, [change], [failure], graph, profile)[0].outage);
  return [...recoveriesOf(graph, profile, failures)].map((one) => {
    const objective = objectives.get(one.vm)?.find(({ failure }) => failure === one.failure);
    const reported = reportedRecovery(one, objective);
    return isMissed(reported) || isTold(reported) ? savings.addedTo(reported, one) : reported;
  });
}

/** What was written before, or what the manifests of before come to on the same cluster. */
async function recoveriesBefore(
  against: string,
  failures: readonly FailureClass[],
  settings: AuditSettings,
  streams: Streams,
): Promise<readonly ReportedRecovery[]> {
  const written = writtenRecoveries(against, streams.cwd);
  if (written !== undefined) {
    return written.filter(({ failure }) => failures.includes(failure));
  }
  const before = { ...settings, paths: [against] };
  return reckoned(await graphOf(before, streams), before, { failures, isTold: () => false });
}

/** Those of the VMs that are named. @throws UsageError where one is not there */
function chosenVms(recoveries: readonly ReportedRecovery[], names: readonly string[] | undefined): readonly ReportedRecovery[] {
  for (const name of names ?? []) {
    if (!recoveries.some((one) => isNamed(one, name))) {
      const known = [...new Set(recoveries.map(({ vm }) => vmName(vm)))];
      throw new UsageError(`--vm is "${name}": there is no such VM. ${didYouMean(name, known)}`);
    }
  }
  return chosen(recoveries, names);
}

function chosen(recoveries: readonly ReportedRecovery[], names: readonly string[] | undefined): readonly ReportedRecovery[] {
  return names === undefined ? recoveries : recoveries.filter((one) => names.some((name) => isNamed(one, name)));
}

function isNamed({ vm }: ReportedRecovery, name: string): boolean {
  return vm.name === name || vmName(vm) === name;
}

function failuresOf(names: readonly string[] | undefined): readonly FailureClass[] {
  const wanted = names?.flatMap((name) => name.split(',')).map((name) => name.trim());
  for (const name of wanted ?? []) {
    if (!FAILURE_CLASSES.includes(name as FailureClass)) {
      throw new UsageError(`--failure is "${name}": there is no such failure class. ${didYouMean(name, FAILURE_CLASSES)}`);
    }
  }
  return wanted === undefined ? FAILURE_CLASSES : FAILURE_CLASSES.filter((failure) => wanted.includes(failure));
}

function failingVerdicts(text = 'missed'): readonly RecoveryVerdict[] {
  switch (text) {
    case 'missed':
      return [RecoveryVerdict.MISSED];
    case 'at-risk':
      return [RecoveryVerdict.MISSED, RecoveryVerdict.AT_RISK];
    case 'never':
      return [];
    default:
      throw new UsageError(`--fail-on is "${text}". ${didYouMean(text, RECOVERY_THRESHOLDS)}`);
  }
}
