import type { Arguments } from '../../errors';
import type { VmFields } from '../vm-fields';

/** What becomes of a VM whose guest reboots. */
export enum RebootPolicy {
  /** The guest reboots in place, with the same devices as before. */
  REBOOT = 'Reboot',
  /** The VM ends and the run strategy starts it again, with what has been changed in its template meanwhile. */
  TERMINATE = 'Terminate',
}

/** How a VM is started. */
export enum StartStrategy {
  /** It starts paused and waits for somebody to unpause it, after every restart again. */
  PAUSED = 'Paused',
}

/** What becomes of a running VM whose volumes are changed in its template. */
export enum UpdateVolumesStrategy {
  /** The new volumes are used after the next restart. */
  REPLACEMENT = 'Replacement',
  /** The data is copied to the new volumes while the VM runs. */
  MIGRATION = 'Migration',
}

/** How a VM is scheduled and started, and what becomes of changes to it. */
export interface StartOptions {
  /**
   * PriorityClass of the VM. When nodes are short, VMs with a higher one push others off: after a node failure it
   * decides who restarts.
   *
   * Sets `spec.template.spec.priorityClassName`.
   *
   * @default - the cluster's default
   */
  readonly priorityClassName?: string;

  /**
   * Scheduler that places the VM.
   *
   * Sets `spec.template.spec.schedulerName`.
   *
   * @default - the cluster's default
   */
  readonly schedulerName?: string;

  /**
   * How the VM is started.
   *
   * Sets `spec.template.spec.startStrategy`.
   *
   * @default - it runs at once
   */
  readonly startStrategy?: StartStrategy;

  /**
   * What becomes of the VM when its guest reboots. KubeVirt 1.8 has it behind the feature gate RebootPolicy, 1.9 without.
   *
   * Sets `spec.template.spec.domain.rebootPolicy`.
   *
   * @default - the guest reboots in place
   */
  readonly rebootPolicy?: RebootPolicy;

  /**
   * What becomes of the running VM when its volumes are changed.
   *
   * Sets `spec.updateVolumesStrategy`.
   *
   * @default UpdateVolumesStrategy.REPLACEMENT
   */
  readonly updateVolumesStrategy?: UpdateVolumesStrategy;
}

export function renderStart(_args: Arguments, options: StartOptions): VmFields {
  const { priorityClassName, schedulerName, startStrategy, rebootPolicy, updateVolumesStrategy } = options;
  return {
    vm: { updateVolumesStrategy },
    instance: { priorityClassName, schedulerName, startStrategy },
    domain: { rebootPolicy },
  };
}
