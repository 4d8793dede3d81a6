import type { Duration } from 'cdk8s';
import { Arguments } from '../errors';
import { goDuration } from '../facts';

/** When a NodeHealthCheck takes a remediated node for healthy again, and gives it back its VMs. */
export class HealthyDelay {
  /**
   * After the node has been healthy for this long: for hosts that come back for a moment and fail again.
   *
   * @param delay whole seconds
   * @throws when the delay is not in whole seconds (`whole-seconds`)
   */
  public static after(delay: Duration): HealthyDelay {
    return new HealthyDelay(goDuration(new Arguments('HealthyDelay.after').seconds('delay', delay)));
  }

  /**
   * When an administrator has looked at it and set the annotation
   * `remediation.medik8s.io/manually-confirmed-healthy` on the node. Until then the node stays fenced off.
   */
  public static untilConfirmed(): HealthyDelay {
    return new HealthyDelay('-1s');
  }

  private constructor(private readonly duration?: string) {}

  /** @internal */
  public _toDuration(): string | undefined {
    return this.duration;
  }
}
