/** A cluster that is small enough to try everything. Amounts of memory are in GiB. */
export interface SmallHost {
  readonly name: string;
  readonly zone: string;
  readonly memory: number;
  readonly isTainted: boolean;
  readonly hasSsd: boolean;
}

export interface SmallVm {
  readonly name: string;
  readonly app: string;
  readonly memory: number;
  readonly home: string;
  readonly tolerates: boolean;
  readonly needsSsd: boolean;
  /** Away from the VMs of its app. */
  readonly awayBy?: 'host' | 'zone';
  /** Near to VMs of an app, by zone. */
  readonly nearTo?: string;
  readonly spread?: { readonly by: 'host' | 'zone'; readonly maxSkew: number; readonly honorsTaints: boolean; readonly minDomains: number };
}

export interface SmallCluster {
  readonly hosts: readonly SmallHost[];
  readonly vms: readonly SmallVm[];
  readonly lost: readonly string[];
}

type Where = Map<string, string>;

/** Decides by trying everything: the filters of the scheduler, written down once more. */
export class BruteForce {
  private readonly displaced: readonly SmallVm[];
  private readonly start: Where;

  public constructor(private readonly cluster: SmallCluster) {
    this.displaced = cluster.vms.filter(({ home }) => cluster.lost.includes(home));
    this.start = new Map(cluster.vms.filter(({ home }) => !cluster.lost.includes(home)).map(({ name, home }) => [name, home]));
  }

  /** Whether there is an order, and a host for each, that the scheduler could choose. */
  public canPlace(countsLost: boolean): boolean {
    return this.reaches(countsLost, (where) => where.size === this.cluster.vms.length);
  }

  /** Whether the scheduler can come to a state in which some are left and none of them finds a host. */
  public canGetStuck(countsLost: boolean): boolean {
    return this.reaches(countsLost, (where, steps) => where.size < this.cluster.vms.length && steps.length === 0);
  }

  private reaches(countsLost: boolean, isMeant: (where: Where, steps: readonly unknown[]) => boolean): boolean {
    const seen = new Set<string>();
    const visit = (where: Where): boolean => {
      const key = this.displaced.map(({ name }) => where.get(name) ?? '-').join();
      if (seen.has(key)) {
        return false;
      }
      seen.add(key);
      const steps = this.displaced
        .filter(({ name }) => !where.has(name))
        .flatMap((vm) => this.cluster.hosts.filter((host) => this.takes(host, vm, where, countsLost)).map((host) => ({ vm, host })));
      return isMeant(where, steps) || steps.some(({ vm, host }) => visit(new Map(where).set(vm.name, host.name)));
    };
    return visit(this.start);
  }

  private takes(host: SmallHost, vm: SmallVm, where: Where, countsLost: boolean): boolean {
    const { hosts, vms, lost } = this.cluster;
    const on = (candidate: SmallHost) => vms.filter(({ name }) => where.get(name) === candidate.name);
    const hostOf = ({ name }: SmallVm) => hosts.find((candidate) => candidate.name === where.get(name)) as SmallHost;
    const placed = vms.filter(({ name }) => where.has(name));
    if (lost.includes(host.name) || (host.isTainted && !vm.tolerates) || (vm.needsSsd && !host.hasSsd)) {
      return false;
    }
    if (on(host).reduce((sum, { memory }) => sum + memory, 0) + vm.memory > host.memory) {
      return false;
    }
    const isSame = (by: 'host' | 'zone', other: SmallHost) => (by === 'host' ? other.name === host.name : other.zone === host.zone);
    const ofApp = placed.filter(({ app }) => app === vm.app);
    if (vm.awayBy !== undefined && ofApp.some((other) => isSame(vm.awayBy as 'host', hostOf(other)))) {
      return false;
    }
    if (ofApp.some((other) => other.awayBy !== undefined && isSame(other.awayBy, hostOf(other)))) {
      return false;
    }
    if (vm.nearTo !== undefined) {
      const targets = placed.filter(({ app }) => app === vm.nearTo);
      const isFirst = targets.length === 0 && vm.app === vm.nearTo;
      if (!isFirst && !targets.some((other) => hostOf(other).zone === host.zone)) {
        return false;
      }
    }
    return vm.spread === undefined || this.isEven(host, vm, ofApp.map(hostOf), vm.spread, countsLost);
  }

  private isEven(
    host: SmallHost,
    vm: SmallVm,
    places: readonly SmallHost[],
    { by, maxSkew, honorsTaints, minDomains }: NonNullable<SmallVm['spread']>,
    countsLost: boolean,
  ): boolean {
    const { hosts, lost } = this.cluster;
    const domain = (candidate: SmallHost) => (by === 'host' ? candidate.name : candidate.zone);
    const counted = hosts.filter(({ name, hasSsd, isTainted }) => {
      const isGone = lost.includes(name) && (honorsTaints || !countsLost);
      return !isGone && (!vm.needsSsd || hasSsd) && !(honorsTaints && isTainted && !vm.tolerates);
    });
    const numbers = new Map<string, number>(counted.map((candidate) => [domain(candidate), 0]));
    for (const place of places.filter((candidate) => counted.includes(candidate))) {
      numbers.set(domain(place), (numbers.get(domain(place)) ?? 0) + 1);
    }
    const least = numbers.size < minDomains ? 0 : Math.min(...numbers.values());
    return (numbers.get(domain(host)) ?? 0) + 1 - least <= maxSkew;
  }
}
