import type { Design, ProbeDesign } from './design';

/** Designs on which model and simulator do not agree yet, or not near enough, and why. They are left out of the comparison. */
interface OpenPoint {
  readonly what: string;
  readonly isIn: (design: Design) => boolean;
}

const OPEN_POINTS: readonly OpenPoint[] = [
  {
    what: 'a guest that is reset while it is to be stopped obeys only if it boots sooner than is said, and here none does',
    isIn: ({ vm }) => vm.runStrategy !== 'Always' && vm.liveness !== undefined && vm.bootTime > stoppedBy(vm.liveness, vm.gracePeriod),
  },
  {
    what: 'an escalation goes on at the timeout of a step that has not freed the pod',
    isIn: ({ vm, check }) => vm.toleration === 'everything' && check?.kind === 'NodeHealthCheck' && check.steps.length > 1,
  },
];

/** Whether model and simulator have to agree on a design. */
export function isSettled(design: Design): boolean {
  return !OPEN_POINTS.some(({ isIn }) => isIn(design));
}

/** When a guest that answers no probe is killed, at the latest: KubeVirt gives 30 s to stop where nothing is said. */
function stoppedBy({ period = 10, timeout = 1, failureThreshold = 3 }: ProbeDesign, gracePeriod = 30): number {
  return period + failureThreshold * Math.max(period, timeout + 1) + gracePeriod;
}
