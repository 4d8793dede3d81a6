import type { Shortage } from './shortage';

/** Whether the VMs of lost hosts find a place on the others. */
export enum Verdict {
  /** They do, whatever the scheduler chooses. */
  FITS = 'fits',
  /** They do not: no placement exists, with what is not lost where it is. */
  DOES_NOT_FIT = 'does not fit',
  /** Nobody can say. */
  UNDECIDED = 'undecided',
}

/** Hosts that are lost at the same time. */
export interface Loss {
  readonly hosts: readonly string[];
  /** The zone that they are, if they are one. */
  readonly zone?: string;
}

/** A VM with the host that it is placed on. */
export interface PlacedVm {
  readonly vm: string;
  readonly host: string;
}

/** How much of a resource of a host is taken. */
export interface HostShare {
  readonly host: string;
  readonly resource: string;
  /** Of what can be allocated, from 0 to 1. */
  readonly share: number;
}

/** What happens when hosts are lost. */
export interface LossAnswer {
  readonly loss: Loss;
  readonly verdict: Verdict;
  /** Whether the verdict stands whatever is only assumed: where VMs run now, what other pods take. */
  readonly isCertain: boolean;
  /** How many VMs have to be started elsewhere. */
  readonly displaced: number;
  /** Those of them that found a place, and where: the proof, where all of them did. */
  readonly placed: readonly PlacedVm[];
  /** Those that found none, and what is short. */
  readonly left: readonly Shortage[];
  /** VMs that are shut down to make room for others, and what they lack then. */
  readonly preempted: readonly Shortage[];
  /** VMs that are shut down to make room for others, and are started on another host. */
  readonly restarted: readonly string[];
  /** What all of them together are short of; undefined: there is enough, in too small pieces or in the wrong places. */
  readonly shortOf?: { readonly resource: string; readonly amount: number };
  /** The host that is fullest afterwards; undefined: none is left. */
  readonly fullest?: HostShare;
  /** The most memory in bytes that is free on one host afterwards. */
  readonly largestGap: number;
  /** Why nobody can say, or what it depends on: sentences without a full stop. */
  readonly reasons: readonly string[];
}

/** Whether the VMs of a host can be moved off it. */
export interface DrainAnswer {
  readonly host: string;
  /** How many have to move. */
  readonly moving: number;
  /** Those that find no other host. */
  readonly left: readonly Shortage[];
}

/** What is taken on a host. */
export interface HostUse {
  readonly host: string;
  readonly zone?: string;
  readonly isReady: boolean;
  readonly vms: number;
  readonly shares: readonly ResourceShare[];
}

/** How much of a resource is taken, in thousandths of a CPU, in bytes, or as it is counted. */
export interface ResourceShare {
  readonly resource: string;
  readonly used: number;
  readonly allocatable: number;
}
