import { Command, CommanderError, Option } from 'commander';
import { RuleBook, RuleCategory, Severity } from '../audit';
import { resourceNames } from '../profile';
import { CAPACITY_FORMATS, FORMATS, RECOVERY_FORMATS } from '../report';
import { packageVersion } from '../report/package-folder';
import { audit } from './audit/audit';
import { type AuditOptions, readAuditSettings } from './audit/read-settings';
import { THRESHOLDS } from './audit/threshold';
import { watch } from './audit/watch';
import { type CapacityOptions, capacity } from './capacity';
import { usesColor } from './color';
import { loadConfig } from './config/load-config';
import { ExitCode } from './exit-code';
import { explain } from './explain';
import { type FixOptions, fix } from './fix/fix';
import { FLEET_DIFF_FORMATS, type FleetDiffOptions, fleetDiff } from './fleet/fleet-diff';
import { init } from './init/init';
import { type ProfileOptions, profile } from './profile';
import { RECOVERY_THRESHOLDS, type RecoveryOptions, recovery } from './recovery/recovery';
import { listRules, type RulesOptions } from './rules';
import type { Streams } from './streams';
import { UsageError } from './usage-error';

const AUDIT_EXAMPLES = `
Examples:
  npx cdk8s-kubevirt audit k8s/ --cluster openshift:4.20
  helm template shop charts/shop | npx cdk8s-kubevirt audit -
  kustomize build overlays/prod | npx cdk8s-kubevirt audit - --cluster kubevirt:1.8
  kubectl get vm,svc,route -A -o yaml | npx cdk8s-kubevirt audit - --fail-on warning
  npx cdk8s-kubevirt audit template.yaml --param NAME=web
  npx cdk8s-kubevirt audit dist/ --format json --output text=report.txt

Ends with 0 when nothing counts, 1 with findings from --fail-on upwards, 2 when something cannot be read or the call is wrong.`;

const FIX_EXAMPLES = `
Examples:
  npx cdk8s-kubevirt fix k8s/ --dry-run
  npx cdk8s-kubevirt fix k8s/ --cluster openshift:4.20
  npx cdk8s-kubevirt fix vm.yaml --unsafe --rule run-strategy-not-exactly-one
  npx cdk8s-kubevirt fix - < vm.yaml > mended.yaml
  kustomize build base | npx cdk8s-kubevirt fix - --patches overlay/mends

Comments, order, quotes, anchors and line ends stay. Ends as an audit of what is left would: 0, 1 or 2.`;

const HARDEN_EXAMPLES = `
Examples:
  npx cdk8s-kubevirt harden k8s/ --dry-run
  npx cdk8s-kubevirt harden vm.yaml service.yaml --cluster openshift:4.20
  npx cdk8s-kubevirt harden k8s/ --rule ha-failover-delayed
  kustomize build base | npx cdk8s-kubevirt harden - --patches overlay/hardened

Each change is told with its reason, and so is what is left for you to decide. Ends as audit --treat-as-highly-available of what
is left would: 0, 1 or 2.`;

const CAPACITY_EXAMPLES = `
Examples:
  npx cdk8s-kubevirt capacity dist/ --cluster cluster.yaml
  kubectl get vm,vmi -A -o yaml | npx cdk8s-kubevirt capacity - --cluster cluster.yaml --host-failures 2

Ends with 0 when nothing is known not to fit, 1 when something does not, 2 when something cannot be read or the call is wrong.`;

const RECOVERY_EXAMPLES = `
Examples:
  npx cdk8s-kubevirt recovery dist/ --cluster cluster.yaml
  npx cdk8s-kubevirt recovery dist/ --vm shop/web --failure node-loss
  npx cdk8s-kubevirt recovery dist/ --output html=recovery.html --output json=recovery.json
  npx cdk8s-kubevirt recovery dist/ --against recovery.json --format markdown

Ends with 0 when each outage is within its objective, 1 when one is not (--fail-on), 2 when something cannot be read or the call is
wrong.`;

const FLEET_DIFF_EXAMPLES = `
Examples:
  npx cdk8s-kubevirt fleet diff dist/
  npx cdk8s-kubevirt fleet diff dist/ --cluster paris --cluster rome --format json

Ends with 0, whatever differs, and with 2 when something cannot be read or the call is wrong.`;

const RULES_EXAMPLES = `
Examples:
  npx cdk8s-kubevirt rules --severity error --kind Route
  npx cdk8s-kubevirt rules --category security --json`;

const PROFILE_EXAMPLES = `
Ask for each kind by itself, so that one that the cluster does not have stops nothing:
  mkdir dump
  for kind in ${resourceNames().join(' ')}; do
    kubectl get $kind --all-namespaces -o yaml > dump/$kind.yaml || rm dump/$kind.yaml
  done
  npx cdk8s-kubevirt profile dump/ --output cluster.yaml
  npx cdk8s-kubevirt audit k8s/ --cluster cluster.yaml

Passwords of fence agents are left out.`;

/**
 * Runs the command.
 *
 * @param args what stands behind the name of the command
 * @returns with what the process ends
 */
export async function run(args: readonly string[], streams: Streams): Promise<ExitCode> {
  let code = ExitCode.CLEAN;
  const program = commands(streams, (ended) => {
    code = ended;
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) {
      return error.exitCode === 0 ? ExitCode.CLEAN : ExitCode.USAGE;
    }
    if (error instanceof UsageError) {
      streams.stderr.write(`${error.message}\n`);
      return ExitCode.USAGE;
    }
    throw error;
  }
}

function commands(streams: Streams, end: (code: ExitCode) => void): Command {
  const program = new Command('cdk8s-kubevirt')
    .description('Judges manifests of KubeVirt virtual machines, and of what stands in front of and behind them.')
    .version(packageVersion(), '-V, --version', 'print the release of this package')
    .helpOption('-h, --help', 'print what can be called, and how')
    .helpCommand('help [command]', 'print what a command does')
    .addHelpText('after', AUDIT_EXAMPLES)
    .showSuggestionAfterError()
    .showHelpAfterError('(--help says what can be called)')
    .exitOverride()
    .configureOutput({
      writeOut: streams.stdout.write,
      writeErr: streams.stderr.write,
      outputError: (text, write) => write(text.replace(/^error: /, '')),
      getOutHelpWidth: () => streams.stdout.columns ?? HELP_WIDTH,
      getErrHelpWidth: () => streams.stderr.columns ?? HELP_WIDTH,
    });
  addAudit(program, streams, end);
  addFix(program, streams, end);
  addHarden(program, streams, end);
  addCapacity(program, streams, end);
  addRecovery(program, streams, end);
  addFleet(program, streams, end);
  addExplain(program, streams);
  addRules(program, streams);
  program
    .command('profile')
    .description('Write what a cluster is, for --cluster and ClusterProfile.fromFile, from what kubectl printed of its objects')
    .argument('<dump...>', 'files or folders with what kubectl get -o yaml printed, or -')
    .option('-o, --output <file>', 'write the profile to a file (default: the standard output)')
    .addHelpText('after', PROFILE_EXAMPLES)
    .action(async (paths: string[], options: ProfileOptions) => end(await profile(paths, options, streams)));
  program
    .command('init')
    .description('Make a project that synthesizes: two highly available VMs behind a Route, and a test')
    .argument('[folder]', 'where; a new or an empty folder', '.')
    .action((folder: string) => init(folder, streams));
  return program;
}

const HELP_WIDTH = 110;

/** Collects an option that is given several times. */
function several(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

function addAudit(program: Command, streams: Streams, end: (code: ExitCode) => void): void {
  const command = program.command('audit').description('Judge YAML and JSON: files, folders, patterns, or - for the standard input');
  addJudgeOptions(command)
    .option('-f, --format <format>', `how the report is written: ${[...FORMATS.keys()].join(', ')} (default: text)`)
    .option('-o, --output <format=file>', 'write a report to a file as well; several times for several', several)
    .option('--write-baseline <file>', 'write what is found to this file, for --baseline')
    .option('-q, --quiet', 'tell errors only, and what else makes it fail')
    .option('-v, --verbose', 'tell infos too, why rules are there, and files without findings')
    .option('--color', 'colour the report (default: on terminals)')
    .option('--no-color', 'do not colour the report')
    .option('-w, --watch', 'judge again whenever a file changes')
    .addHelpText('after', AUDIT_EXAMPLES)
    .action(async (paths: string[], options: AuditOptions & { watch?: boolean }) => {
      const once = async () => audit(await readAuditSettings(paths, options, streams), streams);
      end(options.watch ? await watch(paths, options.config, once, streams) : await once());
    });
}

function addFix(program: Command, streams: Streams, end: (code: ExitCode) => void): void {
  const command = program
    .command('fix')
    .description('Write what is certain to mend findings into YAML and JSON; of the standard input to the standard output');
  addJudgeOptions(command)
    .option('--dry-run', 'print what would change as a unified diff, and change nothing')
    .option('--unsafe', 'write what needs a decision too; with --rule for one rule after the other')
    .option('--patches <folder>', 'write Kustomize patches to a folder, and leave the files as they are')
    .addHelpText('after', FIX_EXAMPLES)
    .action(async (paths: string[], options: AuditOptions & FixOptions) => {
      end(await fix(await readAuditSettings(paths, options, streams), options, streams));
    });
}

/** What is judged, and how. */
function addJudgeOptions(command: Command): Command {
  return addInputOptions(command).option('--treat-as-highly-available', 'judge each VM as one that has to survive failures');
}

function addInputOptions(command: Command): Command {
  return command
    .argument('<path...>', 'files, folders, patterns such as "**/*.yaml", or -')
    .option('-c, --cluster <cluster>', 'what the cluster is: openshift:4.20, kubevirt:1.8, or a file that describes it')
    .option('--config <file>', 'the configuration (default: .cdk8s-kubevirt.yaml here or in a folder above)')
    .option('--no-config', 'take no configuration')
    .option('--fail-on <severity>', `end with 1 from this severity on: ${THRESHOLDS.join(', ')} (default: error)`)
    .option('--rule <name>', 'ask this rule or category only; several times, or with commas', several)
    .option('--skip <name>', 'do not ask this rule or category; several times, or with commas', several)
    .option('--baseline <file>', 'findings in this file do not count')
    .option('-p, --param <name=value>', 'a parameter of OpenShift templates; several times for several', several);
}

function addHarden(program: Command, streams: Streams, end: (code: ExitCode) => void): void {
  const command = program.command('harden').description('Write what makes plain VMs highly available, and what fix writes');
  addInputOptions(command)
    .option('--dry-run', 'print what would change as a unified diff, and change nothing')
    .option('--unsafe', 'write what needs a decision too, such as to start a VM that is switched off')
    .option('--patches <folder>', 'write Kustomize patches to a folder, and leave the files as they are')
    .addHelpText('after', HARDEN_EXAMPLES)
    .action(async (paths: string[], options: AuditOptions & FixOptions) => {
      const settings = await readAuditSettings(paths, { ...options, treatAsHighlyAvailable: true }, streams);
      end(await fix(settings, { ...options, harden: true }, streams));
    });
}

function addCapacity(program: Command, streams: Streams, end: (code: ExitCode) => void): void {
  program
    .command('capacity')
    .description('Say whether VMs still fit when hosts, or a zone, are lost')
    .argument('[path...]', 'files, folders, patterns such as "**/*.yaml", or -; none: the VMs of the profile')
    .option('-c, --cluster <cluster>', 'a file that describes the cluster, with its nodes')
    .option('--config <file>', 'the configuration (default: .cdk8s-kubevirt.yaml here or in a folder above)')
    .option('--no-config', 'take no configuration')
    .option('--host-failures <number>', 'how many hosts may fail at the same time (default: as the profile says, or 1)')
    .option('-f, --format <format>', `how the report is written: ${[...CAPACITY_FORMATS.keys()].join(', ')} (default: text)`)
    .option('-o, --output <format=file>', 'write a report to a file as well; several times for several', several)
    .option('-p, --param <name=value>', 'a parameter of OpenShift templates; several times for several', several)
    .option('--color', 'colour the report (default: on terminals)')
    .option('--no-color', 'do not colour the report')
    .addHelpText('after', CAPACITY_EXAMPLES)
    .action(async (paths: string[], options: CapacityOptions) => end(await capacity(paths, options, streams)));
}

function addRecovery(program: Command, streams: Streams, end: (code: ExitCode) => void): void {
  program
    .command('recovery')
    .description('Say how long VMs are down after each failure, what decides it, and whether that is within their objectives')
    .argument('[path...]', 'files, folders, patterns such as "**/*.yaml", or -; none: dist')
    .option('-c, --cluster <cluster>', 'what the cluster is: openshift:4.20, kubevirt:1.8, or a file that describes it')
    .option('--config <file>', 'the configuration (default: .cdk8s-kubevirt.yaml here or in a folder above)')
    .option('--no-config', 'take no configuration')
    .option('--vm <name>', 'tell this VM only, and all of its timelines; several times for several', several)
    .option('--failure <class>', 'tell this failure class only, such as node-loss; several times, or with commas', several)
    .option('--against <old>', 'tell what is longer or shorter than in other manifests, or in a report in JSON')
    .option('--fail-on <verdict>', `end with 1 from this verdict on: ${RECOVERY_THRESHOLDS.join(', ')} (default: missed)`)
    .option('-f, --format <format>', `how the report is written: ${[...RECOVERY_FORMATS.keys()].join(', ')} (default: text)`)
    .option('-o, --output <format=file>', 'write a report to a file as well; several times for several', several)
    .option('-p, --param <name=value>', 'a parameter of OpenShift templates; several times for several', several)
    .option('--color', 'colour the report (default: on terminals)')
    .option('--no-color', 'do not colour the report')
    .addHelpText('after', RECOVERY_EXAMPLES)
    .action(async (paths: string[], options: RecoveryOptions) => end(await recovery(paths, options, streams)));
}

function addFleet(program: Command, streams: Streams, end: (code: ExitCode) => void): void {
  program
    .command('fleet')
    .description('Look at what a Fleet has written for several clusters')
    .command('diff')
    .description('Say what differs between the clusters, object by object and field by field')
    .argument('[folder]', 'the folder with a folder for each cluster', 'dist')
    .option('--cluster <name>', 'compare this cluster only; several times for several', several)
    .addOption(new Option('-f, --format <format>', 'how it is written').choices(FLEET_DIFF_FORMATS).default('text'))
    .addHelpText('after', FLEET_DIFF_EXAMPLES)
    .action(async (folder: string, options: FleetDiffOptions) => end(await fleetDiff(folder, options, streams)));
}

function addExplain(program: Command, streams: Streams): void {
  program
    .command('explain')
    .description('Say what a rule is about, why it is there, and what to do')
    .argument('<code>', 'the code at the end of a finding, such as live-migrate-blocked')
    .action(async (code: string) => {
      const book = RuleBook.OWN.has(code) ? RuleBook.OWN : await bookOf(streams);
      streams.stdout.write(explain(code, usesColor(undefined, streams), book));
    });
}

/** The rules, with those that the configuration here has beside ours. */
async function bookOf({ cwd }: Streams): Promise<RuleBook> {
  return (await loadConfig(cwd))?.book ?? RuleBook.OWN;
}

function addRules(program: Command, streams: Streams): void {
  program
    .command('rules')
    .description('List the rules')
    .addOption(new Option('-s, --severity <severity>', 'those of a severity').choices(Object.values(Severity)))
    .addOption(new Option('--category <category>', 'those of a category').choices(Object.values(RuleCategory)))
    .option('-k, --kind <kind>', 'those that look at objects of a kind, such as Route')
    .option('--json', 'print them as JSON')
    .addHelpText('after', RULES_EXAMPLES)
    .action(async (options: RulesOptions) => streams.stdout.write(listRules(options, await bookOf(streams))));
}
