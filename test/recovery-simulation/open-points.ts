import type { Design, ProbeDesign } from './design';

/** Designs on which model and simulator do not agree yet, or not near enough, and why. They are left out of the comparison. */
interface OpenPoint {
  readonly what: string;
  readonly isIn: (design: Design) => boolean;
}

const OPEN_POINTS: readonly OpenPoint[] = [
  {
    what: 'which end comes first, of a guest that is restarted by a liveness probe, its kernel or its watchdog, decides whether it is again',
    isIn: ({ vm }) => vm.runStrategy !== 'Always' && vm.liveness !== undefined && (isArmed(vm) || vm.kernelPanic !== undefined),
  },
  {
    what: 'a watchdog that may bite before the kernel restarts makes the best case shorter',
    isIn: ({ vm }) => isArmed(vm) && !vm.panicDevice && (vm.kernelPanic ?? 0) > 0 && (vm.kernelPanic ?? 0) < (vm.runtimeWatchdog ?? 0),
  },
  {
    what: 'a readiness probe does not notice a guest that is back soon',
    isIn: ({ vm, served }) => served && vm.readiness !== undefined && awayInPlace(vm) < longestUnnoticed(vm.readiness),
  },
  {
    what: 'a share of few Machines of the control plane is none',
    isIn: ({ check, cluster }) => check?.kind === 'MachineHealthCheck' && cluster.compact,
  },
  {
    what: 'pods tolerate a lost node for a minute only, by default, with a profile for slow nodes',
    isIn: ({ vm, cluster }) => vm.toleration === 'default' && cluster.latencyProfile !== undefined && cluster.latencyProfile !== 'Default',
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

function isArmed({ watchdog, runtimeWatchdog }: Design['vm']): boolean {
  return watchdog !== undefined && runtimeWatchdog !== undefined;
}

/** The shortest time in which the guest may be away and come back in the same instance. */
function awayInPlace(vm: Design['vm']): number {
  const { watchdog, runtimeWatchdog = 0, kernelPanic = Number.POSITIVE_INFINITY, bootTime } = vm;
  const resets = isArmed(vm) && (watchdog?.action ?? 'reset') === 'reset';
  return Math.min(resets ? runtimeWatchdog : Number.POSITIVE_INFINITY, kernelPanic) + bootTime;
}

function longestUnnoticed({ period = 10, timeout = 1, failureThreshold = 3 }: ProbeDesign): number {
  return failureThreshold * Math.max(period, timeout + 1) + timeout + 1;
}
