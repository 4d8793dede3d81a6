import type { RuleContext } from '../../../src/audit';
import { ruleContext } from '../../../src/audit/evaluate-manifests';
import { FailureModel, type LossAnswer, Verdict } from '../../../src/capacity';
import { ClusterProfile } from '../../../src/cluster';
import type { Manifest } from '../../../src/graph';
import { dumpedCluster } from '../../../src/profile';
import { HostedVms, type Outcome } from './hosted-vms';
import { type RandomCluster, type RandomLoss, type RandomVm, UNREACHABLE } from './random-clusters';
import type { SimulatedCluster } from './simulated-cluster';

/** What was said of a loss, and what the scheduler did. */
export interface Comparison {
  readonly loss: RandomLoss;
  readonly answer: LossAnswer;
  readonly runs: readonly Run[];
  /** What is wrong with the answer. */
  readonly differences: readonly string[];
}

/** One way in which hosts were lost, and what came of it. */
export interface Run {
  /** Whether their Node objects stay, with the taints of the node lifecycle controller; else they go, as after a remediation by the Machine API. */
  readonly nodesStay: boolean;
  /** Whether the scheduler placed all VMs, and left all others where they were. */
  readonly isPlaced: boolean;
  readonly text: string;
}

/** Run strategies of VMs that run until somebody stops them. */
const RUNNING: readonly unknown[] = ['Always', 'RerunOnFailure', 'Once'];
/** Those of them that are started again when their host is lost. */
const RESTARTED: readonly unknown[] = ['Always', 'RerunOnFailure'];

/** Loses hosts of a cluster, in several ways, and holds what the scheduler makes of it against the answer of src/capacity. */
export class LostHosts {
  /** Sets up a cluster, compares, and takes it away. */
  public static async compare(cluster: SimulatedCluster, drawn: RandomCluster): Promise<Comparison[]> {
    const lost = new LostHosts(cluster, drawn);
    try {
      await lost.setUp();
      const comparisons: Comparison[] = [];
      for (const losses of drawn.losses) {
        const loss = losses.find((candidate) => lost.displacedBy(candidate).length > 0);
        if (loss !== undefined) {
          comparisons.push(await lost.lose(loss));
        }
      }
      return comparisons;
    } finally {
      await cluster.clear(drawn.volumes);
    }
  }

  private readonly hosted: HostedVms;
  /** VMs that get a new pod when theirs is gone. */
  private readonly restarted: ReadonlySet<string>;
  /** Where VMs run before anything is lost. */
  private homes = new Map<string, string>();
  private model?: FailureModel;

  private constructor(
    private readonly cluster: SimulatedCluster,
    private readonly drawn: RandomCluster,
  ) {
    const profile = ClusterProfile.kubevirt('1.8', { objects: [drawn.kubevirt] });
    this.hosted = new HostedVms(cluster, drawn.vms, contextOf(drawn.vms, profile));
    this.restarted = new Set(drawn.vms.filter(({ manifest }) => RESTARTED.includes(manifest.spec.runStrategy)).map(nameOf));
  }

  private async setUp(): Promise<void> {
    const { cluster, drawn, hosted } = this;
    await Promise.all([...drawn.nodes, ...drawn.volumes].map((object) => cluster.create(object)));
    await Promise.all(drawn.otherPods.map((pod) => cluster.create(pod)));
    const running = drawn.vms.filter(({ manifest }) => RUNNING.includes(manifest.spec.runStrategy));
    if (drawn.isScheduled) {
      await cluster.caughtUp();
      const { left } = await hosted.start(running.map(nameOf));
      // Their owners have given up, and stopped them.
      await hosted.remove([...left.keys()]);
    } else {
      await Promise.all(running.map((vm) => hosted.putOn(vm.home, nameOf(vm))));
    }
    const { placed } = await hosted.state();
    this.homes = new Map([...placed].map(([name, { host }]) => [name, host]));
    this.model = new FailureModel(await this.context());
  }

  /** What a dump of the cluster and the manifests tell. */
  private async context(): Promise<RuleContext> {
    const { drawn, homes } = this;
    const { data } = dumpedCluster([drawn.kubevirt, ...(await this.cluster.dump())]);
    const stopped = drawn.vms.filter((vm) => !homes.has(nameOf(vm))).map(({ manifest, home }) => ({ home, manifest: halted(manifest) }));
    return contextOf(
      [...drawn.vms.filter((vm) => homes.has(nameOf(vm))), ...stopped],
      ClusterProfile._fromData('dump', JSON.parse(JSON.stringify(data))),
    );
  }

  private async lose(loss: RandomLoss): Promise<Comparison> {
    const answer = (this.model as FailureModel).lose(loss);
    const ways = [
      { nodesStay: true, order: bySize(this.drawn.vms) },
      { nodesStay: false, order: bySize(this.drawn.vms).reverse() },
      { nodesStay: true, order: this.drawn.vms },
    ];
    const runs: Run[] = [];
    for (const { nodesStay, order } of ways) {
      runs.push(await this.run(loss, nodesStay, order.map(nameOf)));
    }
    const isWrong = (isPlaced: boolean) => answer.verdict === (isPlaced ? Verdict.DOES_NOT_FIT : Verdict.FITS);
    return { loss, answer, runs, differences: runs.flatMap(({ isPlaced, text }) => (isWrong(isPlaced) ? text : [])) };
  }

  /** Loses hosts, lets the scheduler act, and puts all back as it was. */
  private async run({ hosts }: RandomLoss, nodesStay: boolean, order: readonly string[]): Promise<Run> {
    const { cluster, drawn, hosted, homes } = this;
    const before = await hosted.state();
    const displaced = this.displacedBy({ hosts });
    const nodes = drawn.nodes.filter((node) => hosts.includes(String(node.metadata?.name)) && !isDown(node));
    const pods = drawn.otherPods.filter(({ spec }) => hosts.includes(spec.nodeName));

    await Promise.all(nodes.map((node) => (nodesStay ? cluster.taint(node, UNREACHABLE) : cluster.remove(node))));
    await Promise.all(pods.map((pod) => cluster.remove(pod)));
    await hosted.remove(displaced);
    await cluster.caughtUp();
    const isWanted = (name: string) => homes.has(name) && (this.restarted.has(name) || !displaced.includes(name));
    const outcome = await hosted.start(order.filter(isWanted));

    const alive = drawn.nodes.filter((node) => !hosts.includes(String(node.metadata?.name)) && !isDown(node));
    const survivors = new Set(alive.map(({ metadata }) => metadata?.name));
    const isPlaced = [...homes.keys()].filter(isWanted).every((name) => {
      const found = outcome.placed.get(name);
      return displaced.includes(name) ? survivors.has(found?.host) : found?.pod === before.placed.get(name)?.pod;
    });

    await Promise.all(nodes.map((node) => (nodesStay ? cluster.taint(node) : cluster.create(node))));
    await Promise.all(pods.map((pod) => cluster.create(pod)));
    await this.putBack(before);
    return { nodesStay, isPlaced, text: `${hosts.join(', ')} ${nodesStay ? 'tainted' : 'deleted'}: ${describe(displaced, outcome)}` };
  }

  /** VMs on the hosts, and on those that were down before. */
  private displacedBy({ hosts }: RandomLoss): string[] {
    const down = this.drawn.nodes.filter(isDown).map(({ metadata }) => metadata?.name);
    return [...this.homes].flatMap(([name, home]) => (hosts.includes(home) || down.includes(home) ? name : []));
  }

  private async putBack(before: Outcome): Promise<void> {
    const now = await this.hosted.state();
    const moved = [...this.homes.keys()].filter((name) => now.placed.get(name)?.pod !== before.placed.get(name)?.pod);
    await this.hosted.remove(moved);
    await Promise.all(moved.map((name) => this.hosted.putOn(String(this.homes.get(name)), name)));
  }
}

function contextOf(vms: readonly RandomVm[], profile: ClusterProfile): RuleContext {
  return ruleContext(
    vms.map(({ manifest }) => manifest),
    profile,
  );
}

function isDown({ status }: Manifest): boolean {
  return status.conditions[0].status !== 'True';
}

function halted(manifest: Manifest): Manifest {
  return { ...manifest, spec: { ...manifest.spec, runStrategy: 'Halted' } };
}

function bySize(vms: readonly RandomVm[]): RandomVm[] {
  const size = ({ manifest: { spec } }: RandomVm) => {
    const { memory, resources } = spec.template.spec.domain;
    return Number.parseInt(memory?.guest ?? resources.requests.memory, 10);
  };
  return [...vms].sort((one, other) => size(other) - size(one));
}

function nameOf({ manifest }: RandomVm): string {
  return String(manifest.metadata?.name);
}

function describe(displaced: readonly string[], { placed, left }: Outcome): string {
  const found = displaced.map((name) => `${name} ${left.get(name) ?? `on ${placed.get(name)?.host ?? 'nothing'}`}`);
  const others = [...left].filter(([name]) => !displaced.includes(name)).map(([name, refusal]) => `${name}, which ran, ${refusal}`);
  return [...found, ...others].join('; ');
}
