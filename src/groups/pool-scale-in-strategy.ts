import type { PoolScaleInStrategy as KubePoolScaleInStrategy } from '../imports';
import { PoolOrder } from './pool-order';

/** What becomes of the disks of a VM that a pool removes. */
export enum StatePreservation {
  /** They are deleted together with the VM. */
  DISABLED = 'Disabled',
  /** They are kept, and the next VM with the same number takes them over. */
  OFFLINE = 'Offline',
  /** As OFFLINE; meant for the state of a running VM as well. */
  ONLINE = 'Online',
}

/** How a pool removes running VMs. */
export interface PoolScaleInOptions {
  /**
   * Which VM is removed first. The highest number first, because new VMs take the lowest free number: so a pool that
   * grows again finds the disks that it kept.
   *
   * Sets `spec.scaleInStrategy.proactive.selectionPolicy.sortPolicy`.
   *
   * @default PoolOrder.DESCENDING
   */
  readonly order?: PoolOrder;

  /**
   * What becomes of the disks.
   *
   * Sets `spec.scaleInStrategy.proactive.statePreservation`.
   *
   * @default StatePreservation.OFFLINE
   */
  readonly statePreservation?: StatePreservation;
}

/** How a pool gets smaller. Needs KubeVirt 1.8. */
export class PoolScaleInStrategy {
  /**
   * The pool shuts VMs down and removes them.
   *
   * Sets `spec.scaleInStrategy.proactive`.
   *
   * @param options which VMs, and what becomes of their disks
   */
  public static proactive(options: PoolScaleInOptions = {}): PoolScaleInStrategy {
    const { order = PoolOrder.DESCENDING, statePreservation = StatePreservation.OFFLINE } = options;
    return new PoolScaleInStrategy({ proactive: { selectionPolicy: { sortPolicy: order }, statePreservation } });
  }

  /**
   * The pool waits until somebody removes VMs, and makes no new ones in their place.
   *
   * Sets `spec.scaleInStrategy.opportunistic`.
   *
   * @param statePreservation what becomes of their disks
   */
  public static opportunistic(statePreservation: StatePreservation = StatePreservation.OFFLINE): PoolScaleInStrategy {
    return new PoolScaleInStrategy({ opportunistic: { statePreservation } });
  }

  /**
   * The pool never gets smaller by itself.
   *
   * Sets `spec.scaleInStrategy.unmanaged`.
   */
  public static unmanaged(): PoolScaleInStrategy {
    return new PoolScaleInStrategy({ unmanaged: {} });
  }

  private constructor(private readonly strategy: KubePoolScaleInStrategy) {}

  /** @internal */
  public _toStrategy(): KubePoolScaleInStrategy {
    return this.strategy;
  }
}
