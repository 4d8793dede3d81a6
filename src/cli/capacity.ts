import { ruleContext } from '../audit';
import { capacityAnswers, FailureModel, hostsToAdd, quotaShortages, remediationLimits, Verdict } from '../capacity';
import { CAPACITY_FORMATS, type CapacityReport, worstVerdict } from '../report';
import { packageVersion } from '../report/package-folder';
import { type AuditOptions, parameterOf, reportTargets, targetCluster } from './audit/read-settings';
import { usesColor } from './color';
import { loadConfig } from './config/load-config';
import { ExitCode } from './exit-code';
import { refuseFaults } from './fault-lines';
import { readSources } from './read-sources';
import type { Streams } from './streams';
import { UsageError } from './usage-error';
import { writeReports } from './write-reports';

/** The options of the call. */
export interface CapacityOptions extends Pick<AuditOptions, 'cluster' | 'config' | 'format' | 'output' | 'param' | 'color'> {
  readonly hostFailures?: string;
}

/** How many hosts may fail where nobody says it. */
const DEFAULT_FAILURES = 1;

/**
 * Says whether the VMs of manifests, or of a cluster, still fit when hosts are lost.
 *
 * @throws UsageError when something cannot be read, and where nobody says which hosts there are
 */
export async function capacity(paths: readonly string[], options: CapacityOptions, streams: Streams): Promise<ExitCode> {
  const { cwd } = streams;
  const targets = reportTargets(options, cwd, CAPACITY_FORMATS);
  const loaded = options.config === false ? undefined : await loadConfig(cwd, options.config);
  const cluster = targetCluster(options.cluster, loaded, cwd);
  const parameters = new Map((options.param ?? []).map(parameterOf));
  const files = paths.length === 0 ? [] : await readSources({ paths, isDump: true, parameters }, streams);
  refuseFaults(files, 'Nothing is said of capacity');
  const documents = files.flatMap(({ manifests }) => manifests.map(({ manifest }) => manifest));
  const hostFailures = failuresOf(options.hostFailures) ?? cluster.profile.hostFailuresTolerated ?? DEFAULT_FAILURES;
  const report = reportOn(documents, { hostFailures, ...cluster });
  writeReports(report, CAPACITY_FORMATS, targets, { color: usesColor(options.color, streams) }, streams);
  return worstVerdict(report) === Verdict.DOES_NOT_FIT ? ExitCode.FINDINGS : ExitCode.CLEAN;
}

function failuresOf(text: string | undefined): number | undefined {
  const number = Number(text);
  if (text !== undefined && (text.trim() === '' || !Number.isInteger(number) || number < 0)) {
    throw new UsageError(`--host-failures is "${text}". Write how many hosts may fail at the same time, such as 1.`);
  }
  return text === undefined ? undefined : number;
}

interface Asked {
  readonly profile: Parameters<typeof ruleContext>[1];
  readonly name: string;
  readonly hostFailures: number;
}

function reportOn(documents: readonly unknown[], { profile, name, hostFailures }: Asked): CapacityReport {
  const context = ruleContext(documents, profile);
  const model = new FailureModel(context);
  if (model.model.hosts.length === 0) {
    throw new UsageError(
      'Nobody says which hosts there are. Write a profile of the cluster with "npx cdk8s-kubevirt profile", and name it with --cluster.',
    );
  }
  const answers = capacityAnswers(model, hostFailures);
  const { hosts } = model;
  const used = new Set(hosts.map(({ host }) => host));
  const { pods, unknown, assumptions } = model.model;
  const all = [answers.now, ...answers.hosts];
  return {
    version: packageVersion(),
    cluster: name,
    hostFailures,
    vms: pods.length + unknown.length,
    hosts,
    cordoned: model.model.hosts.filter(({ name: host, isCordoned }) => isCordoned && !used.has(host)).map((host) => host.name),
    answers,
    drains: hosts.map(({ host }) => model.drain(host)),
    limits: [...answers.hosts, ...answers.zones].flatMap(({ loss }) => {
      const limits = remediationLimits(context, loss.hosts);
      return limits.length === 0 ? [] : { loss, limits };
    }),
    quotas: quotaShortages(
      context,
      pods.map(({ pod }) => pod),
    ),
    added: all.every(({ verdict }) => verdict === Verdict.FITS)
      ? undefined
      : hostsToAdd(context, model, { hostFailures, withZones: false }),
    assumptions,
  };
}
