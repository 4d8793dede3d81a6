import type { ModelPod } from './cluster-model';
import type { Placement } from './placement';

/** Why a VM finds no host. */
export enum Hindrance {
  /** No host that is left is one that it may run on: selectors, taints, where its volumes are. */
  NODE = 'node',
  /** It has to be away from, near to or spread with other VMs. */
  VMS = 'vms',
  /** No host has enough of a resource. */
  RESOURCE = 'resource',
}

/** A VM that finds no host, and what it lacks. */
export interface Shortage {
  readonly vm: string;
  readonly priority: number;
  readonly hindrance: Hindrance;
  /** The resource that most hosts lack for it; undefined: it is something else. */
  readonly resource?: string;
  /** What it asks for of it, in thousandths of a CPU, in bytes, or as it is counted. */
  readonly needs?: number;
  /** The most that is free of it on a host that it may run on. */
  readonly largestGap?: number;
}

/** What a VM lacks beside all that is placed. */
export function shortageOf(pod: ModelPod, placement: Placement): Shortage {
  const { model, lost, free } = placement;
  const { name, priority } = pod.pod;
  const left = [...pod.eligible.keys()].filter((host) => pod.eligible[host] === 1 && lost[host] === 0);
  if (left.length === 0) {
    return { vm: name, priority, hindrance: Hindrance.NODE };
  }
  const allowed = placement.allowed(pod);
  const hosts = left.filter((host) => allowed[host] === 1);
  if (hosts.length === 0) {
    return { vm: name, priority, hindrance: pod.reach === undefined ? Hindrance.VMS : Hindrance.NODE };
  }
  const { length } = model.resources;
  const lacks = model.resources.map((resource, position) => {
    const amounts = hosts.map((host) => free[host * length + position]);
    const needs = pod.requests[position];
    return { resource, needs, lacking: amounts.filter((amount) => amount < needs).length, largestGap: Math.max(0, ...amounts) };
  });
  const [{ resource, needs, largestGap }] = lacks.filter(({ needs }) => needs > 0).sort((one, other) => other.lacking - one.lacking);
  return { vm: name, priority, hindrance: Hindrance.RESOURCE, resource, needs, largestGap };
}
