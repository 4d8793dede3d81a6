import type { World } from '../world';

export interface LeaseTimes {
  readonly lease: number;
  readonly retry: number;
}

/** What upstream's components take, and OpenShift's controller manager and scheduler. */
export const LEASES = {
  upstream: { lease: 15, retry: 2 },
  openShiftControllerManager: { lease: 15, retry: 3 },
  openShiftScheduler: { lease: 137, retry: 26 },
} as const;

/** client-go waits for its retry period times 1 to 2.2 between two looks at the lease. */
const JITTER = 1.2;
const LOOKS_BEFORE = 12;

/**
 * When another replica leads, after the leader has gone at 0. A candidate starts its own clock when it sees the last renewal, and takes
 * the lease at its first look after that has run out.
 */
export function handOver({ chance }: World, component: string, { lease, retry }: LeaseTimes, candidates: number): number {
  const lastRenewal = -chance.between(`${component}: renewal of the leader`, 0, retry);
  const takeovers = Array.from({ length: candidates }, (_, candidate) => {
    const name = `${component}: looks of candidate ${candidate}`;
    const pause = () => retry * (1 + chance.between(name, 0, JITTER));
    let look = lastRenewal - LOOKS_BEFORE * retry + chance.between(`${name}, phase`, 0, retry * (1 + JITTER));
    while (look < lastRenewal) {
      look += pause();
    }
    const seen = look;
    while (look < seen + lease) {
      look += pause();
    }
    return look;
  });
  return Math.min(...takeovers);
}
