import type { Duration } from 'cdk8s';
import type { Arguments } from '../../errors';
import type { VmFields } from '../vm-fields';
import type { EvictionStrategy } from './eviction-strategy';
import type { Probe } from './probe';
import { RunStrategy } from './run-strategy';

/** When a VM starts, stops, moves, and counts as ready. */
export interface LifecycleOptions {
  /**
   * When the VM is started again.
   *
   * Sets `spec.runStrategy`.
   *
   * @default RunStrategy.ALWAYS
   */
  readonly runStrategy?: RunStrategy;

  /**
   * What happens to the VM when its node is drained.
   *
   * Sets `spec.template.spec.evictionStrategy`.
   *
   * @default - the cluster's default: None in KubeVirt, LiveMigrate in OpenShift Virtualization with several nodes; LIVE_MIGRATE in a HighlyAvailableVM
   */
  readonly evictionStrategy?: EvictionStrategy;

  /**
   * Probe that decides whether Services send traffic to the VM. Without one a VM counts as ready as soon as its
   * domain runs, long before its operating system has booted.
   *
   * Sets `spec.template.spec.readinessProbe`.
   *
   * @default - none
   */
  readonly readiness?: Probe;

  /**
   * Probe that has the VM killed when it fails, so that the run strategy starts it again.
   *
   * Sets `spec.template.spec.livenessProbe`.
   *
   * @default - none
   */
  readonly liveness?: Probe;

  /**
   * How long the guest may take to shut down before it is killed. Whole seconds.
   *
   * Sets `spec.template.spec.terminationGracePeriodSeconds`.
   *
   * @default - 30 seconds, KubeVirt's default; 180 seconds in a HighlyAvailableVM
   */
  readonly terminationGracePeriod?: Duration;
}

export function renderLifecycle(args: Arguments, options: LifecycleOptions): VmFields {
  return {
    vm: { runStrategy: options.runStrategy ?? RunStrategy.ALWAYS },
    instance: {
      evictionStrategy: options.evictionStrategy,
      readinessProbe: options.readiness?._render(args, 'readiness'),
      livenessProbe: options.liveness?._render(args, 'liveness'),
      terminationGracePeriodSeconds: args.seconds('terminationGracePeriod', options.terminationGracePeriod),
    },
  };
}
