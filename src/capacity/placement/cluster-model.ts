import { type AdmissionContext, toleratesAll } from '../../admission';
import { HOST_NAME_LABEL, SILENT_NODE_TAINTS, VolumeReach, ZONE_LABEL } from '../../facts';
import { type Host, hostsOf } from './hosts';
import { type NodeDemands, NodeFilter } from './node-demands';
import type { PodTerm, SpreadTerm } from './pod-terms';
import { type UnknownVm, type VmPod, vmPods } from './vm-pods';

/** A set of pods by their positions, or of hosts: 1 for those that are in it. */
export type Mask = Uint8Array;

/** A term of pods in the cluster: which of them it is about, and where their nodes are. */
export interface Term {
  /** Its position among all terms. */
  readonly id: number;
  /** The pods that it is about. */
  readonly members: Mask;
  /** The domain of each host; -1: the host has none. */
  readonly domains: Int32Array;
  readonly domainCount: number;
}

/** A spread of pods in the cluster. */
export interface Spread extends Term {
  readonly maxSkew: number;
  readonly minDomains: number;
  /** The hosts whose domains count. */
  readonly counted: Mask;
  /** Whether hosts that are lost count until somebody takes their labels or their Node objects away. */
  readonly countsLost: boolean;
}

/** What a pod is to the scheduler, in numbers. */
export interface ModelPod {
  readonly index: number;
  readonly pod: VmPod;
  /** Amounts in the order of `resources`. */
  readonly requests: Float64Array;
  /** The part of the largest host that it takes of the resource of which it takes most. */
  readonly share: number;
  /** The hosts that it may run on, whatever else runs there. */
  readonly eligible: Mask;
  /** The same for pods with the same hosts. */
  readonly eligibility: number;
  readonly affinity: readonly Term[];
  readonly antiAffinity: readonly Term[];
  /** Terms of any pod that are about this one. */
  readonly memberOf: readonly Term[];
  /** Those of them that keep a pod away from this one. */
  readonly keptAwayBy: readonly Term[];
  readonly spreads: readonly Spread[];
  /** Whether the taints of hosts that are lost do not keep it away from them. */
  readonly toleratesLoss: boolean;
  /** Where it runs, as somebody has said; -1: nobody has. */
  readonly home: number;
  /** Domains of hosts that its volumes keep it in, as a rule of their storage; undefined: they do not. */
  readonly reach?: Int32Array;
  /** The same for pods that are placed alike. */
  readonly shape: number;
}

/** A cluster in numbers: hosts, the pods of VMs on them, and what both demand. */
export class ClusterModel {
  public readonly hosts: readonly Host[];
  public readonly pods: readonly ModelPod[];
  public readonly unknown: readonly UnknownVm[];
  /** The resources that some pod asks for. */
  public readonly resources: readonly string[];
  /** What is free on each host beside what other pods take, host by host in the order of `resources`. */
  public readonly free: Float64Array;
  /** What of it is assumed to be taken. */
  public readonly reserve: Float64Array;
  /** Hosts on which VMs can run. */
  public readonly usable: Mask;
  /** What is assumed, as nobody has said it. */
  public readonly assumptions: readonly string[];

  /** The terms of all pods, each once. */
  public get terms(): readonly Term[] {
    return [...this.termsByKey.values()];
  }

  private readonly termsByKey = new Map<string, Term>();
  private readonly eligibilities = new Map<string, { mask: Mask; id: number }>();
  private readonly domains = new Map<string, { domains: Int32Array; domainCount: number }>();

  /** @param added hosts that the cluster does not have yet */
  public constructor(
    private readonly context: AdmissionContext,
    added: readonly Host[] = [],
  ) {
    this.hosts = [...hostsOf(context), ...added];
    const { pods, unknown } = vmPods(context);
    this.unknown = unknown;
    this.resources = [...new Set(['cpu', 'memory', 'pods', ...pods.flatMap(({ requests }) => Object.keys(requests))])];
    const filter = new NodeFilter(this.hosts);
    this.pods = this.modelled(pods, filter);
    this.free = this.perHost(({ allocatable, used }, resource) => (allocatable[resource] ?? 0) - (used[resource] ?? 0));
    this.reserve = this.perHost(({ reserve }, resource) => reserve[resource] ?? 0);
    this.usable = this.usableHosts();
    this.assumptions = this.assumed(filter);
  }

  /** The hosts by the zone that they are in; those without one are left out. */
  public get zones(): Map<string, number[]> {
    const zones = new Map<string, number[]>();
    this.hosts.forEach(({ zone }, host) => {
      if (zone !== undefined && this.usable[host] === 1) {
        zones.set(zone, [...(zones.get(zone) ?? []), host]);
      }
    });
    return zones;
  }

  private modelled(pods: readonly VmPod[], filter: NodeFilter): ModelPod[] {
    const positions = new Map(this.hosts.map(({ name }, position) => [name, position]));
    const shapes = new Map<string, number>();
    const largest = this.resources.map((resource) => Math.max(0, ...this.hosts.map(({ allocatable }) => allocatable[resource] ?? 0)));
    const models = pods.map((pod, index) => {
      const selected = this.selectedBy(pod.demands, filter);
      const { mask, id } = this.eligibleFor(pod.demands, selected);
      const affinity = pod.affinity.map((term) => this.termOf(term, pods));
      const antiAffinity = pod.antiAffinity.map((term) => this.termOf(term, pods));
      const spreads = onCommonHosts(pod.spreads.map((term) => this.spreadOf(term, pods, pod.demands, selected)));
      const shape = shapes.get(pod.shape) ?? shapes.set(pod.shape, shapes.size).size - 1;
      const { reach } = pod.demands;
      const requests = Float64Array.from(this.resources, (resource) => pod.requests[resource] ?? 0);
      return {
        index,
        pod,
        requests,
        share: Math.max(...requests.map((amount, resource) => (largest[resource] === 0 ? 0 : amount / largest[resource]))),
        eligible: mask,
        eligibility: id,
        affinity,
        antiAffinity,
        memberOf: [] as Term[],
        keptAwayBy: [] as Term[],
        spreads,
        toleratesLoss: toleratesAll(pod.demands.tolerations, SILENT_NODE_TAINTS),
        home: positions.get(pod.node ?? '') ?? -1,
        reach: reach && this.domainsOf(reach === VolumeReach.HOST ? HOST_NAME_LABEL : ZONE_LABEL).domains,
        shape,
      };
    });
    const keepingAway = new Set(models.flatMap(({ antiAffinity }) => antiAffinity));
    for (const term of this.terms) {
      for (const { index, memberOf, keptAwayBy } of models) {
        if (term.members[index] === 1) {
          memberOf.push(term);
          keepingAway.has(term) && keptAwayBy.push(term);
        }
      }
    }
    return models;
  }

  private selectedBy(demands: NodeDemands, filter: NodeFilter): Mask {
    const key = JSON.stringify([demands.selector, demands.added, demands.absent, demands.terms, demands.volumeTerms]);
    return this.maskOf(`selected ${key}`, (host) => filter.isSelected(demands, host)).mask;
  }

  private eligibleFor({ tolerations, ...demands }: NodeDemands, selected: Mask): { mask: Mask; id: number } {
    const key = `eligible ${JSON.stringify([tolerations, demands])}`;
    return this.maskOf(key, ({ taints }, position) => selected[position] === 1 && toleratesAll(tolerations, taints));
  }

  /** Masks are made once for all pods that demand the same. */
  private maskOf(key: string, isIn: (host: Host, position: number) => boolean): { mask: Mask; id: number } {
    let known = this.eligibilities.get(key);
    if (known === undefined) {
      known = { mask: Uint8Array.from(this.hosts, (host, position) => (isIn(host, position) ? 1 : 0)), id: this.eligibilities.size };
      this.eligibilities.set(key, known);
    }
    return known;
  }

  private termOf(term: PodTerm, pods: readonly VmPod[]): Term {
    let known = this.termsByKey.get(term.key);
    if (known === undefined) {
      const id = this.termsByKey.size;
      known = { id, members: Uint8Array.from(pods, (pod) => (term.matches(pod) ? 1 : 0)), ...this.domainsOf(term.topologyKey) };
      this.termsByKey.set(term.key, known);
    }
    return known;
  }

  private spreadOf(term: SpreadTerm, pods: readonly VmPod[], { tolerations }: NodeDemands, selected: Mask): Spread {
    const { maxSkew, minDomains, countsForeignNodes, countsTaintedNodes } = term;
    const countsLost = countsTaintedNodes || toleratesAll(tolerations, SILENT_NODE_TAINTS);
    const counted = Uint8Array.from(this.hosts, ({ taints }, position) =>
      (countsForeignNodes || selected[position] === 1) && (countsTaintedNodes || toleratesAll(tolerations, taints)) ? 1 : 0,
    );
    return { ...this.termOf(term, pods), maxSkew, minDomains, counted, countsLost };
  }

  private domainsOf(label: string): { domains: Int32Array; domainCount: number } {
    let known = this.domains.get(label);
    if (known === undefined) {
      const values = new Map<string, number>();
      const domains = Int32Array.from(this.hosts, ({ labels }) => {
        const value = labels[label];
        return value === undefined ? -1 : (values.get(value) ?? values.set(value, values.size).size - 1);
      });
      known = { domains, domainCount: values.size };
      this.domains.set(label, known);
    }
    return known;
  }

  private perHost(amount: (host: Host, resource: string) => number): Float64Array {
    return Float64Array.from(this.hosts.flatMap((host) => this.resources.map((resource) => amount(host, resource))));
  }

  /** Hosts that some VM may run on, or runs on; all where there are no VMs. */
  private usableHosts(): Mask {
    const usable = new Uint8Array(this.hosts.length);
    for (const { eligible, home } of this.pods) {
      for (let host = 0; host < usable.length; host++) {
        usable[host] |= eligible[host];
      }
      if (home >= 0) {
        usable[home] = 1;
      }
    }
    return usable;
  }

  private assumed(filter: NodeFilter): string[] {
    const homeless = this.pods.filter(({ home }) => home < 0).length;
    const undeclared = this.pods.filter(({ pod }) => pod.vm === undefined).length;
    const reserved = this.hosts.filter(({ reserve }) => Object.keys(reserve).length > 0).length;
    const reaching = this.pods.some(({ reach }) => reach !== undefined);
    return [
      ...(homeless > 0 ? [`where ${homeless} of ${this.pods.length} VMs run now: spread as the scheduler does it`] : []),
      ...(reserved > 0
        ? [`that pods other than those of VMs take 1 CPU, 4 GiB and 20 pods of each of ${reserved} hosts: the cluster's pods are not known`]
        : []),
      ...(filter.isUnlabelled ? ['that VMs run on all nodes: none has the labels of virt-handler'] : []),
      ...(undeclared > 0
        ? [`that ${undeclared} VMs of the cluster which are not among the manifests may run on any host without taints`]
        : []),
      ...(reaching ? ['that volumes reach no further than their provisioner makes them as a rule'] : []),
      ...(this.context.cluster.podRequests === undefined || reserved === this.hosts.length
        ? []
        : ['that of the other pods of a lost host none needs a place']),
    ];
  }
}

/** Of several spreads of a pod only hosts count that have a domain in each. */
function onCommonHosts(spreads: readonly Spread[]): Spread[] {
  return spreads.map((spread) => ({
    ...spread,
    counted: spread.counted.map((isCounted, host) => (spreads.every(({ domains }) => domains[host] >= 0) ? isCounted : 0)),
  }));
}
