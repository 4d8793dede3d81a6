import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ApiObject, App, type YamlOutputType } from 'cdk8s';
import { type Finding, ManifestCheck } from '../check';
import { Arguments, checkCall } from '../errors';
import { MachineIdentity } from '../vm';
import { fillFolder } from './cluster-folder';
import type { IFleetApp } from './fleet-app';
import { FleetCluster, type FleetClusterProps } from './fleet-cluster';
import { type ClusterSummary, FleetSummary } from './fleet-summary';
import { tightestOutage } from './tightest-outage';

/** Names the clusters to synthesize, with commas between them: one of the jobs of a pipeline takes each. */
const CHOICE = 'CDK8S_FLEET';
const OUTDIR = 'CDK8S_OUTDIR';

/** Options of a fleet. */
export interface FleetProps {
  /**
   * The clusters.
   *
   * @default - none yet: `addCluster`
   */
  readonly clusters?: FleetClusterProps[];

  /**
   * Folder in which each cluster gets one of its name.
   *
   * @default - the environment variable `CDK8S_OUTDIR`, else `dist`
   */
  readonly outdir?: string;

  /**
   * How manifests are divided into files.
   *
   * @default YamlOutputType.FILE_PER_CHART
   */
  readonly yamlOutputType?: YamlOutputType;

  /**
   * Whether each VM gets a UUID and a serial number that follow from its name and that of the cluster: see `MachineIdentity`. For VMs
   * that are there already it would be a change.
   *
   * @default true
   */
  readonly machineIdentity?: boolean;
}

/**
 * One source for several clusters: each gets manifests of its own, made for what it is and judged by the rules for that.
 *
 * All clusters are judged before anything is written. Where one fails, all of them are told, and no folder is touched: what a GitOps tool
 * finds is of one state of the source. In the folder of a cluster, manifests and reports that an earlier synth has left go, and files of
 * yours stay, such as a `kustomization.yaml`.
 *
 * The clusters are synthesized one after the other, and only one is in memory. The environment variable `CDK8S_FLEET` names those to
 * take, such as `CDK8S_FLEET=paris,rome`: the jobs of a pipeline share them out. The folders of the others are left as they are.
 */
export class Fleet {
  private readonly args = new Arguments('Fleet');
  private readonly members: FleetCluster[] = [];
  private readonly props: FleetProps;

  /**
   * @param props options
   * @throws when a cluster has a name that no object can have (`object-name-invalid`), or that of another one (`cluster-twice`)
   */
  public constructor(props: FleetProps = {}) {
    checkCall('new Fleet', [props], () => 'Fleet');
    this.props = props;
    props.clusters?.forEach((cluster) => {
      this.addCluster(cluster);
    });
  }

  /** The clusters, in the order in which they were added, as a copy. */
  public get clusters(): FleetCluster[] {
    return [...this.members];
  }

  /**
   * Adds a cluster.
   *
   * @param props what it is, and in what it differs
   * @returns the cluster
   * @throws when its name is none that an object can have (`object-name-invalid`), or that of another one (`cluster-twice`)
   */
  public addCluster(props: FleetClusterProps): FleetCluster {
    const argument = `clusters[${this.members.length}]`;
    const cluster = FleetCluster._of(this.args, argument, props);
    if (this.members.some(({ name }) => name === cluster.name)) {
      const rule = 'the fleet has a cluster of this name';
      this.args.refuse('cluster-twice', `${argument}.name`, JSON.stringify(cluster.name), rule, 'Name each cluster once.');
    }
    this.members.push(cluster);
    return cluster;
  }

  /**
   * Synthesizes all clusters, each into a folder of its own, and prints a summary to the standard error output.
   *
   * @param app what runs on each of them
   * @returns what came out
   * @throws when there are no clusters (`fleet-empty`), `CDK8S_FLEET` names one that there is not (`fleet-cluster-unknown`), or one of
   * them fails: the error has what is wrong with each that does
   */
  public synth(app: IFleetApp): FleetSummary {
    const chosen = this.chosen();
    const outdir = this.props.outdir ?? process.env[OUTDIR] ?? 'dist';
    mkdirSync(outdir, { recursive: true });
    const workspace = mkdtempSync(join(outdir, '.fleet-'));
    try {
      const attempts = chosen.map((cluster) => this.attempt(cluster, app, join(workspace, cluster.name), join(outdir, cluster.name)));
      const summary = FleetSummary._of(attempts.map(({ summary: one }) => one));
      refuseFailures(attempts, summary);
      for (const { name, folder } of summary.clusters) {
        fillFolder(folder, join(workspace, name));
      }
      process.stderr.write(summary.text);
      return summary;
    } finally {
      rmSync(workspace, { recursive: true, force: true });
    }
  }

  private chosen(): FleetCluster[] {
    if (this.members.length === 0) {
      this.args.refuse('fleet-empty', 'clusters', '[]', 'there is nothing to synthesize', 'Add a cluster.');
    }
    const names = (process.env[CHOICE] ?? '').split(',').flatMap((name) => (name.trim() === '' ? [] : [name.trim()]));
    for (const name of names) {
      if (!this.members.some((cluster) => cluster.name === name)) {
        const known = this.members.map((cluster) => cluster.name).join(', ');
        const rule = 'the fleet has no cluster of this name';
        this.args.refuse('fleet-cluster-unknown', CHOICE, JSON.stringify(name), rule, `It has ${known}.`);
      }
    }
    return names.length === 0 ? this.members : this.members.filter(({ name }) => names.includes(name));
  }

  private attempt(cluster: FleetCluster, fleetApp: IFleetApp, workspace: string, folder: string): Attempt {
    const { name, profile } = cluster;
    const app = new App({ outdir: workspace, yamlOutputType: this.props.yamlOutputType });
    let findings: readonly Finding[] = [];
    let error: unknown;
    try {
      profile.applyTo(app);
      if (this.props.machineIdentity !== false) {
        MachineIdentity.ofCluster(name).applyTo(app);
      }
      ManifestCheck._whenJudged(app, (found) => {
        findings = found;
        tellCluster(name, found);
      });
      fleetApp.define(app, cluster);
      app.synth();
    } catch (thrown) {
      error = thrown;
    }
    const counted = findings.filter(({ acknowledgement }) => acknowledgement === undefined);
    const count = (wanted: string) => counted.filter(({ severity }) => severity === wanted).length;
    const objects = app.node.findAll().filter(ApiObject.isApiObject).length;
    const tightest = error === undefined ? tightestOutage(app) : undefined;
    return { summary: { name, folder, objects, errors: count('error'), warnings: count('warning'), tightest }, error };
  }
}

interface Attempt {
  readonly summary: ClusterSummary;
  /** What was thrown; undefined: the cluster is synthesized. */
  readonly error: unknown;
}

/** Warnings name constructs, which all clusters have alike. */
function tellCluster(name: string, findings: readonly Finding[]): void {
  if (findings.some(({ severity, acknowledgement }) => severity === 'warning' || (severity !== 'info' && acknowledgement !== undefined))) {
    process.stderr.write(`cluster ${name}:\n`);
  }
}

function refuseFailures(attempts: readonly Attempt[], { text }: FleetSummary): void {
  const failed = attempts.filter(({ error }) => error !== undefined);
  if (failed.length > 0) {
    const told = failed.map(({ summary: { name }, error }) => `cluster ${name}: ${error instanceof Error ? error.message : error}\n`);
    const count = `${failed.length} of ${attempts.length} ${attempts.length === 1 ? 'cluster' : 'clusters'}`;
    throw new Error(`${count} cannot be synthesized, and nothing is written.\n\n${told.join('\n')}\n${text}`);
  }
}
