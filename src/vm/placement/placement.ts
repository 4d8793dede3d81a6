import { type IPodSelector, Resource, Topology } from 'cdk8s-plus-27';
import type { Arguments } from '../../errors';
import { PREFERENCE_WEIGHTS } from '../../facts';
import type {
  Affinity,
  NodeSelectorRequirement,
  PodAffinity,
  PodAffinityTerm,
  PreferredSchedulingTerm,
  TopologySpreadConstraint,
  VirtualMachineInstanceSpec,
  WeightedPodAffinityTerm,
} from '../../imports';
import type { NodeLabel } from './node-label';

/** How near to other pods a VM runs, or how far from them. */
export interface PodDistanceOptions {
  /**
   * Which nodes count as one place: a host, a zone, or whatever has the same value of a node label.
   *
   * @default Topology.HOSTNAME
   */
  readonly topology?: Topology;

  /**
   * Whether it is a condition. A VM whose condition no free node meets does not start, does not restart after its node
   * has failed, and is not migrated when its node is drained. A preference never keeps it down.
   *
   * @default false
   */
  readonly required?: boolean;

  /**
   * Weight of the preference among others, 1 to 100. A condition has none.
   *
   * @default 100
   */
  readonly weight?: number;
}

/** How evenly VMs are spread. */
export interface SpreadOptions {
  /** Pod labels of the VMs that are counted. */
  readonly labels: { readonly [key: string]: string };

  /**
   * Which nodes count as one place.
   *
   * Sets `topologyKey`.
   *
   * @default Topology.HOSTNAME
   */
  readonly topology?: Topology;

  /**
   * By how many VMs the places may differ, at least 1.
   *
   * Sets `maxSkew`.
   *
   * @default 1
   */
  readonly maxSkew?: number;

  /**
   * Whether a VM rather stays down than being placed unevenly.
   *
   * Sets `whenUnsatisfiable` to `DoNotSchedule`, else `ScheduleAnyway`.
   *
   * @default false
   */
  readonly required?: boolean;
}

/**
 * Where a VM runs, relative to nodes and to other VMs.
 *
 * Everything said of other VMs is a preference unless it is asked to be a condition: conditions need spare nodes, and
 * the check at synth compares those on hosts with the number of workers that the ClusterProfile tells.
 *
 * @see https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/
 */
export class Placement {
  /** @internal */
  public static _of(owner: Resource, args: Arguments): Placement {
    return new Placement(owner, args);
  }

  private readonly nodes: NodeSelectorRequirement[] = [];
  private readonly preferredNodes: PreferredSchedulingTerm[] = [];
  private readonly near = new PodTerms();
  private readonly far = new PodTerms();
  private readonly spreads: TopologySpreadConstraint[] = [];

  private constructor(
    private readonly owner: Resource,
    private readonly args: Arguments,
  ) {}

  /**
   * Lets the VM run only on nodes that meet these conditions, all of them, together with those of earlier calls.
   *
   * Adds to `affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution`.
   *
   * @param labels the conditions
   */
  public requireNodes(...labels: NodeLabel[]): void {
    this.nodes.push(...labels.map((label) => label._toRequirement()));
  }

  /**
   * Prefers nodes that meet these conditions, all of them.
   *
   * Adds to `affinity.nodeAffinity.preferredDuringSchedulingIgnoredDuringExecution`.
   *
   * @param labels the conditions
   * @param weight weight among other preferences, 1 to 100
   * @throws when the weight is out of range (`out-of-range`)
   */
  public preferNodes(labels: NodeLabel[], weight: number = 100): void {
    this.args.integer('weight', weight, PREFERENCE_WEIGHTS);
    this.preferredNodes.push({ weight, preference: { matchExpressions: labels.map((label) => label._toRequirement()) } });
  }

  /**
   * Runs the VM where these pods run: another VM, or pods of cdk8s-plus.
   *
   * Adds to `affinity.podAffinity`.
   *
   * @param other the other VM or pods
   * @param options place, and whether it is a condition
   * @throws when the weight is out of range (`out-of-range`), or given for a condition (`weight-of-condition`)
   */
  public colocate(other: IPodSelector, options: PodDistanceOptions = {}): void {
    this.add(this.near, other, options);
  }

  /**
   * Runs the VM where these pods do not run: another VM, or pods of cdk8s-plus.
   *
   * Adds to `affinity.podAntiAffinity`.
   *
   * @param other the other VM or pods
   * @param options place, and whether it is a condition
   * @throws when the weight is out of range (`out-of-range`), or given for a condition (`weight-of-condition`)
   */
  public separate(other: IPodSelector, options: PodDistanceOptions = {}): void {
    this.add(this.far, other, options);
  }

  /**
   * Spreads VMs evenly.
   *
   * Adds to `topologySpreadConstraints`.
   *
   * @param options which VMs, and over what
   * @throws when maxSkew is no integer above 0 (`integer-required`, `out-of-range`)
   */
  public spread(options: SpreadOptions): void {
    this.spreads.push({
      maxSkew: this.args.integer('maxSkew', options.maxSkew ?? 1, { min: 1 }),
      topologyKey: (options.topology ?? Topology.HOSTNAME).key,
      whenUnsatisfiable: options.required ? 'DoNotSchedule' : 'ScheduleAnyway',
      labelSelector: { matchLabels: { ...options.labels } },
    });
  }

  /** @internal */
  public _keepFrom(podLabels: Record<string, string>, topology: Topology, weight: number): void {
    this.far.preferred.push({
      weight,
      podAffinityTerm: { labelSelector: { matchLabels: { ...podLabels } }, topologyKey: topology.key },
    });
  }

  /** @internal */
  public _render(): Pick<VirtualMachineInstanceSpec, 'affinity' | 'topologySpreadConstraints'> {
    return { affinity: this.renderAffinity(), topologySpreadConstraints: list(this.spreads) };
  }

  private add(terms: PodTerms, other: IPodSelector, { topology, required, weight }: PodDistanceOptions): void {
    const term = this.podTerm(other, topology ?? Topology.HOSTNAME);
    if (required !== true) {
      terms.preferred.push({ weight: this.args.integer('weight', weight ?? 100, PREFERENCE_WEIGHTS), podAffinityTerm: term });
      return;
    }
    if (weight !== undefined) {
      const rule = 'only preferences are weighed against one another';
      this.args.refuse('weight-of-condition', 'weight', String(weight), rule, 'Leave out weight or required.');
    }
    terms.required.push(term);
  }

  private podTerm(other: IPodSelector, topology: Topology): PodAffinityTerm {
    const { labelSelector, namespaces } = other.toPodSelectorConfig();
    const home = other instanceof Resource ? other.metadata.namespace : undefined;
    const elsewhere = home !== undefined && home !== this.owner.metadata.namespace ? [home] : undefined;
    return {
      labelSelector: labelSelector._toKube() as PodAffinityTerm['labelSelector'],
      namespaces: namespaces?.names ?? elsewhere,
      namespaceSelector: namespaces?.labelSelector?._toKube() as PodAffinityTerm['namespaceSelector'],
      topologyKey: topology.key,
    };
  }

  private renderAffinity(): Affinity | undefined {
    const affinity: Affinity = {
      nodeAffinity:
        this.nodes.length + this.preferredNodes.length === 0
          ? undefined
          : {
              requiredDuringSchedulingIgnoredDuringExecution:
                this.nodes.length === 0 ? undefined : { nodeSelectorTerms: [{ matchExpressions: this.nodes }] },
              preferredDuringSchedulingIgnoredDuringExecution: list(this.preferredNodes),
            },
      podAffinity: this.near.render(),
      podAntiAffinity: this.far.render(),
    };
    return Object.values(affinity).some((part) => part !== undefined) ? affinity : undefined;
  }
}

/** The conditions and preferences of one direction: towards other pods, or away from them. */
class PodTerms {
  public readonly required: PodAffinityTerm[] = [];
  public readonly preferred: WeightedPodAffinityTerm[] = [];

  public render(): PodAffinity | undefined {
    const [required, preferred] = [list(this.required), list(this.preferred)];
    return required === undefined && preferred === undefined
      ? undefined
      : {
          requiredDuringSchedulingIgnoredDuringExecution: required,
          preferredDuringSchedulingIgnoredDuringExecution: preferred,
        };
  }
}

/** A copy of the list; undefined when it is empty, so that the field is left out. */
function list<T>(items: readonly T[]): T[] | undefined {
  return items.length > 0 ? [...items] : undefined;
}
