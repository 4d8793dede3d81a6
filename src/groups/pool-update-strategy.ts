import type { PoolUpdateStrategy as KubePoolUpdateStrategy } from '../imports';
import type { PoolOrder } from './pool-order';

/** How the VMs of a pool take over a change of its template. Needs KubeVirt 1.8. */
export class PoolUpdateStrategy {
  /**
   * The pool restarts its VMs, as many at a time as `maxUnavailable` allows.
   *
   * Sets `spec.updateStrategy.proactive`.
   *
   * @param order which VM is restarted first; the cluster's default is any
   */
  public static proactive(order?: PoolOrder): PoolUpdateStrategy {
    return new PoolUpdateStrategy({ proactive: order === undefined ? {} : { selectionPolicy: { sortPolicy: order } } });
  }

  /**
   * A VM takes the change over when it is restarted for another reason.
   *
   * Sets `spec.updateStrategy.opportunistic`.
   */
  public static opportunistic(): PoolUpdateStrategy {
    return new PoolUpdateStrategy({ opportunistic: {} });
  }

  /**
   * Existing VMs keep the template that they were made from.
   *
   * Sets `spec.updateStrategy.unmanaged`.
   */
  public static unmanaged(): PoolUpdateStrategy {
    return new PoolUpdateStrategy({ unmanaged: {} });
  }

  private constructor(private readonly strategy: KubePoolUpdateStrategy) {}

  /** @internal */
  public _toStrategy(): KubePoolUpdateStrategy {
    return this.strategy;
  }
}
