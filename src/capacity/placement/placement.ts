import type { ClusterModel, Mask, ModelPod, Spread } from './cluster-model';

/** A change of a placement: a pod that was on one host is on another; -1: on none. */
interface Move {
  readonly pod: ModelPod;
  readonly from: number;
}

/** Of what a pod is asked when its hosts are looked for. */
export interface Consideration {
  /** Whether hosts that are lost still count for spreads. @default true */
  readonly countsLost?: boolean;
  /** Whether spreads are left out. @default false */
  readonly withoutSpreads?: boolean;
}

/** Which pods are on which hosts, and what is left there: it is changed, and changed back. */
export class Placement {
  /** The host of each pod; -1: none. */
  public readonly hostOf: Int32Array;
  /** What is free on each host, host by host in the order of the resources. */
  public readonly free: Float64Array;
  /** The hosts that are lost. */
  public readonly lost: Mask;

  /** By term and host, how many pods the term is about, and how many have it to be kept away. */
  private readonly matching: Int32Array[];
  private readonly keeping: Int32Array[];
  private readonly origins: Int32Array;
  private readonly moves: Move[] = [];
  private readonly allowedHosts: Mask;

  public constructor(public readonly model: ClusterModel) {
    const { hosts, pods, terms } = model;
    this.hostOf = new Int32Array(pods.length).fill(-1);
    this.origins = new Int32Array(pods.length).fill(-1);
    this.free = model.free.map((free, index) => free - model.reserve[index]);
    this.lost = new Uint8Array(hosts.length);
    this.allowedHosts = new Uint8Array(hosts.length);
    this.matching = terms.map(() => new Int32Array(hosts.length));
    this.keeping = terms.map(() => new Int32Array(hosts.length));
  }

  /** Takes the hosts of now for those that volumes are near to. */
  public settle(): void {
    this.origins.set(this.hostOf);
    this.moves.length = 0;
  }

  public place(pod: ModelPod, host: number): void {
    this.moves.push({ pod, from: this.hostOf[pod.index] });
    this.put(pod, host);
  }

  public remove(pod: ModelPod): void {
    this.place(pod, -1);
  }

  /** How many changes there were, for `undo`. */
  public get mark(): number {
    return this.moves.length;
  }

  public undo(mark: number): void {
    while (this.moves.length > mark) {
      const { pod, from } = this.moves.pop() as Move;
      this.put(pod, from);
    }
  }

  /** Whether a host has what a pod asks for. */
  public hasRoom({ requests }: ModelPod, host: number): boolean {
    const { free } = this;
    const offset = host * requests.length;
    for (let resource = 0; resource < requests.length; resource++) {
      if (requests[resource] > 0 && requests[resource] > free[offset + resource]) {
        return false;
      }
    }
    return true;
  }

  /** The hosts that a pod may be placed on, room or not. The same set is written into again by the next call. */
  public allowed(pod: ModelPod, { countsLost = true, withoutSpreads = false }: Consideration = {}): Mask {
    const { allowedHosts: allowed, lost } = this;
    const { eligible, antiAffinity, keptAwayBy, affinity, spreads } = pod;
    for (let host = 0; host < allowed.length; host++) {
      allowed[host] = eligible[host] & (1 - lost[host]);
    }
    this.keepInReach(pod, allowed);
    for (let index = 0; index < antiAffinity.length; index++) {
      keepAway(antiAffinity[index].domains, this.matching[antiAffinity[index].id], allowed);
    }
    for (let index = 0; index < keptAwayBy.length; index++) {
      keepAway(keptAwayBy[index].domains, this.keeping[keptAwayBy[index].id], allowed);
    }
    if (affinity.length > 0) {
      this.keepNear(pod, allowed);
    }
    for (let index = 0; index < spreads.length && !withoutSpreads; index++) {
      this.spread(pod, spreads[index], countsLost, allowed);
    }
    return allowed;
  }

  /** How many pods in each domain a spread is about, and in how few of them at least; -1 for domains that do not count. */
  public spreadCounts({ id, domains, domainCount, counted, countsLost: remembersLost, minDomains }: Spread, countsLost: boolean) {
    const counts = new Int32Array(domainCount).fill(-1);
    let number = 0;
    for (let host = 0; host < counted.length; host++) {
      const domain = domains[host];
      if (counted[host] === 1 && (this.lost[host] === 0 || (countsLost && remembersLost))) {
        number += counts[domain] < 0 ? 1 : 0;
        counts[domain] = Math.max(0, counts[domain]) + this.matching[id][host];
      }
    }
    const present = counts.filter((count) => count >= 0);
    return { counts, least: number < minDomains ? 0 : Math.min(...present), number };
  }

  /** Whether some pod that is placed is one that the term is about. */
  public hasTarget({ id }: { readonly id: number }): boolean {
    return this.matching[id].some((count) => count > 0);
  }

  private put(pod: ModelPod, host: number): void {
    const { index, memberOf, antiAffinity } = pod;
    const from = this.hostOf[index];
    this.hostOf[index] = host;
    this.take(pod, from, -1);
    this.take(pod, host, 1);
    for (const { id } of memberOf) {
      count(this.matching[id], from, host);
    }
    for (const { id } of antiAffinity) {
      count(this.keeping[id], from, host);
    }
  }

  private take({ requests }: ModelPod, host: number, sign: number): void {
    for (let resource = 0; resource < requests.length && host >= 0; resource++) {
      this.free[host * requests.length + resource] -= sign * requests[resource];
    }
  }

  private keepInReach({ index, reach }: ModelPod, allowed: Mask): void {
    const origin = this.origins[index];
    if (reach === undefined || origin < 0) {
      return;
    }
    for (let host = 0; host < allowed.length; host++) {
      allowed[host] &= reach[host] === reach[origin] ? 1 : 0;
    }
  }

  /** Near to a pod that each term is about; the first of those that are to be near to one another may be anywhere. */
  private keepNear({ index, affinity }: ModelPod, allowed: Mask): void {
    const isFirst = affinity.every((term) => term.members[index] === 1 && !this.hasTarget(term));
    for (const { id, domains, domainCount } of affinity) {
      const near = new Uint8Array(domainCount);
      this.matching[id].forEach((number, host) => {
        if (number > 0 && domains[host] >= 0) {
          near[domains[host]] = 1;
        }
      });
      for (let host = 0; host < allowed.length; host++) {
        allowed[host] &= domains[host] >= 0 && (isFirst || near[domains[host]] === 1) ? 1 : 0;
      }
    }
  }

  private spread({ index }: ModelPod, spread: Spread, countsLost: boolean, allowed: Mask): void {
    const { counts, least } = this.spreadCounts(spread, countsLost);
    const { domains, maxSkew, members } = spread;
    for (let host = 0; host < allowed.length; host++) {
      const inDomain = domains[host] < 0 ? -1 : Math.max(0, counts[domains[host]]);
      allowed[host] &= inDomain >= 0 && inDomain + members[index] - least <= maxSkew ? 1 : 0;
    }
  }
}

/** Takes hosts out in whose domain there are pods to be kept away from; a host without a domain is far from all. */
function keepAway(domains: Int32Array, pods: Int32Array, allowed: Mask): void {
  for (let host = 0; host < pods.length; host++) {
    if (pods[host] > 0 && domains[host] >= 0) {
      for (let other = 0; other < allowed.length; other++) {
        if (domains[other] === domains[host]) {
          allowed[other] = 0;
        }
      }
    }
  }
}

function count(pods: Int32Array, from: number, to: number): void {
  if (from >= 0) {
    pods[from]--;
  }
  if (to >= 0) {
    pods[to]++;
  }
}
