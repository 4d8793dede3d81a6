import type { Duration } from 'cdk8s';

/** When the alerts of `VirtualMachineAlerts` fire. Durations are whole seconds. */
export interface AlertThresholds {
  /**
   * How long a VM is not running until `VirtualMachineDown` fires.
   *
   * @default - the recovery objective of the VM, so that the alert says that recovery has failed; 5 minutes without one:
   * more than a restart on another node takes
   */
  readonly downFor?: Duration;

  /**
   * How long a drain waits for a VM that cannot migrate until `VirtualMachineNotMigratable` fires.
   *
   * @default Duration.minutes(5) - KubeVirt decides whether a VM can migrate a while after it has started
   */
  readonly drainBlockedFor?: Duration;

  /**
   * How many starts within `restartWindow` are still in order. One more, and `VirtualMachineCrashLooping` fires. A start
   * by migration does not count.
   *
   * @default 3 - an update of the guest that goes wrong and is undone
   */
  readonly restarts?: number;

  /**
   * Time in which starts are counted.
   *
   * @default Duration.minutes(30) - KubeVirt waits up to 5 minutes between two starts of a VM that fails to start
   */
  readonly restartWindow?: Duration;

  /**
   * How many times within `readinessWindow` the pod may become ready or unready. One more, and
   * `VirtualMachineReadinessFlapping` fires.
   *
   * @default 6 - a restart and two hiccups
   */
  readonly readinessChanges?: number;

  /**
   * Time in which changes of readiness are counted.
   *
   * @default Duration.minutes(30)
   */
  readonly readinessWindow?: Duration;

  /**
   * How long the node of a VM is under remediation until `VirtualMachineNodeRemediation` fires.
   *
   * @default - 1 minute with a NodeHealthCheck, which reports each remediation; 5 minutes with a MachineHealthCheck, which
   * does not: the node is not ready for as long as a health check of this library waits
   */
  readonly remediationFor?: Duration;

  /**
   * How many migrations may fail within `migrationWindow`. One more, and `VirtualMachineMigrationFailed` fires.
   *
   * @default 1 - a drain tries again by itself
   */
  readonly migrationFailures?: number;

  /**
   * Time in which failed migrations are counted.
   *
   * @default Duration.hours(1) - KubeVirt doubles the time between the tries of a drain
   */
  readonly migrationWindow?: Duration;

  /**
   * How long `VirtualMachineGuestPanic` goes on firing after a panic of the guest.
   *
   * @default Duration.hours(1) - the VM is back in minutes, and the cause should be looked for nevertheless
   */
  readonly panicWindow?: Duration;
}
