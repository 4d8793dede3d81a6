import type { RuleContext } from '../../../src/audit';
import { type Amounts, podInstance, podRequests } from '../../../src/capacity';
import type { Manifest } from '../../../src/graph';
import { attachmentPod, launcherPod } from './launcher-pods';
import type { RandomVm } from './random-clusters';
import type { PodState, SimulatedCluster } from './simulated-cluster';

/** More often than that nobody looks whether somebody found a place meanwhile. */
const MOST_PASSES = 30;

/** Where VMs are, and why some are nowhere. */
export interface Outcome {
  /** VMs all of whose pods have a host, with that host and the pod in which the guest runs. */
  readonly placed: ReadonlyMap<string, { readonly host: string; readonly pod: string }>;
  /** What the scheduler says of the others. */
  readonly left: ReadonlyMap<string, string>;
}

/** A VM with what its pods ask for, and those of its pods that are there. */
class HostedVm {
  public launcher?: PodState;
  public attachment?: PodState;

  public constructor(
    public readonly manifest: Manifest,
    public readonly requests: Amounts,
    public readonly attachmentRequests: Amounts | undefined,
  ) {}

  public get pods(): PodState[] {
    return [this.launcher, this.attachment].flatMap((pod) => pod ?? []);
  }

  /** Whether volumes are to be plugged in, and the guest is there. */
  public get wantsAttachment(): boolean {
    return this.attachmentRequests !== undefined && this.attachment === undefined && this.launcher?.node !== undefined;
  }
}

/** The VMs of a cluster with their pods: what virt-controller sees to. */
export class HostedVms {
  private readonly vms: ReadonlyMap<string, HostedVm>;
  private made = 0;

  public constructor(
    private readonly cluster: SimulatedCluster,
    machines: readonly RandomVm[],
    context: RuleContext,
  ) {
    const views = new Map(context.graph.virtualMachines.map((vm) => [vm.name, vm]));
    this.vms = new Map(
      machines.map(({ manifest }) => {
        const name = String(manifest.metadata?.name);
        const vm = views.get(name);
        if (vm === undefined) {
          throw new Error(`${name} is not among the VMs`);
        }
        const { pod, attachment } = podRequests(podInstance(vm, context), context);
        return [name, new HostedVm(manifest, pod, attachment)];
      }),
    );
  }

  /** Puts a VM on a host, and asks nobody. */
  public async putOn(node: string, name: string): Promise<void> {
    const { manifest, requests, attachmentRequests } = this.vm(name);
    const launcher = launcherPod(manifest, this.newName(name), requests);
    await this.cluster.create(onNode(launcher, node));
    if (attachmentRequests !== undefined) {
      await this.cluster.create(onNode(attachmentPod(launcher, node, attachmentRequests), node));
    }
  }

  /** Removes the pods of VMs. */
  public async remove(names: readonly string[]): Promise<void> {
    this.look(await this.cluster.pods());
    await this.removePods(names.flatMap((name) => this.vm(name).pods));
  }

  /** Where VMs are now. */
  public async state(): Promise<Outcome> {
    this.look(await this.cluster.pods());
    return this.outcome();
  }

  /**
   * Makes pods, in this order, for those of these VMs that have none, until each has a host or the scheduler has said of all that are
   * left, with the others as they are now, that there is none. VMs that it removes to make room get new pods too.
   */
  public async start(names: readonly string[]): Promise<Outcome> {
    this.look(await this.cluster.pods());
    for (let pass = 0; pass < MOST_PASSES; pass++) {
      const before = this.signature();
      await this.removePods(this.refused());
      await this.makePods(names);
      const isComplete = names.every((name) => this.vm(name).launcher !== undefined);
      if (isComplete && (this.refused().length === 0 || this.signature() === before)) {
        return this.outcome();
      }
    }
    throw new Error('the scheduler moves pods to and fro');
  }

  private async makePods(names: readonly string[]): Promise<void> {
    for (const name of names) {
      const { manifest, requests, launcher } = this.vm(name);
      if (launcher === undefined) {
        await this.cluster.create(launcherPod(manifest, this.newName(name), requests));
      }
    }
    this.look(await this.cluster.decided());
    const attaching = [...this.vms.values()].filter(({ wantsAttachment }) => wantsAttachment);
    for (const { manifest, requests, attachmentRequests, launcher } of attaching) {
      const { name, node } = launcher as PodState;
      await this.cluster.create(attachmentPod(launcherPod(manifest, name, requests), String(node), attachmentRequests as Amounts));
    }
    if (attaching.length > 0) {
      this.look(await this.cluster.decided());
    }
  }

  private async removePods(pods: readonly PodState[]): Promise<void> {
    await Promise.all(pods.map(({ name, namespace }) => this.cluster.remove({ kind: 'Pod', metadata: { name, namespace } })));
    for (const vm of this.vms.values()) {
      vm.launcher = pods.includes(vm.launcher as PodState) ? undefined : vm.launcher;
      vm.attachment = pods.includes(vm.attachment as PodState) ? undefined : vm.attachment;
    }
  }

  private look(pods: readonly PodState[]): void {
    for (const [name, vm] of this.vms) {
      vm.launcher = pods.find((pod) => pod.name.startsWith(`${LAUNCHER}-${name}-`));
      vm.attachment = vm.launcher && pods.find((pod) => pod.name === `${ATTACHMENT}-${vm.launcher?.name}`);
    }
  }

  private refused(): PodState[] {
    return [...this.vms.values()].flatMap(({ pods }) => pods.filter(({ refusal }) => refusal !== undefined));
  }

  /** The same while the same pods are where they are. */
  private signature(): string {
    return [...this.vms.values()].flatMap(({ pods }) => pods.flatMap(({ name, node }) => (node === undefined ? [] : name))).join();
  }

  private outcome(): Outcome {
    const placed = new Map<string, { host: string; pod: string }>();
    const left = new Map<string, string>();
    for (const [name, { launcher, pods }] of this.vms) {
      const refusal = pods.find((pod) => pod.refusal !== undefined)?.refusal;
      if (refusal !== undefined) {
        left.set(name, refusal);
      } else if (launcher?.node !== undefined) {
        placed.set(name, { host: launcher.node, pod: launcher.name });
      }
    }
    return { placed, left };
  }

  private vm(name: string): HostedVm {
    return this.vms.get(name) as HostedVm;
  }

  private newName(vm: string): string {
    return `${LAUNCHER}-${vm}-${this.made++}`;
  }
}

const LAUNCHER = 'virt-launcher';
const ATTACHMENT = 'hp-volume';

function onNode({ spec, ...pod }: Manifest, nodeName: string): Manifest {
  return { ...pod, spec: { ...spec, nodeName } } as Manifest;
}
