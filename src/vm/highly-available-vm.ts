import type { Construct } from 'constructs';
import { checkConstruction } from '../errors';
import { availabilityDefaults, BLOCK_SHARED_BY_NODES, GROUP_LABEL } from './availability-defaults';
import { announceAvailability } from './availability-intent';
import type { HighlyAvailableVMProps } from './highly-available-vm-props';
import { spreadAmong } from './placement/spread';
import type { StorageDefaults } from './storage/data-volume-options';
import { VirtualMachine } from './virtual-machine';

/**
 * A virtual machine that survives the failures which a cluster can recover from.
 *
 * Beside what it is given, it is restarted after every end, moved away from drained nodes while it runs, has migratable
 * storage and network, leaves a lost node early, and has probes whose timings fit its boot. What it cannot do alone is
 * checked at synth: something has to notice a guest that hangs (`liveness` or a `WatchdogDevice`), a VM behind a Service
 * needs `readiness`, and a lost node needs fencing (`MachineHealthCheck`), without which no VM restarts elsewhere.
 *
 * Each default can be overridden; what breaks the promise is reported at synth.
 *
 * Sets the annotation `cdk8s-kubevirt/high-availability`, by which the rules know the VM in any YAML.
 */
export class HighlyAvailableVM extends VirtualMachine {
  /**
   * @param scope construct that the VM belongs to
   * @param id id of the construct
   * @param props options
   * @throws when the run strategy does not restart the VM (`run-strategy-without-restart`), or an option is out of its range
   * (`out-of-range`)
   */
  public constructor(scope: Construct, id: string, props: HighlyAvailableVMProps = {}) {
    checkConstruction('HighlyAvailableVM', scope, id, props);
    const defaults = availabilityDefaults(scope, id, props);
    super(scope, id, defaults.props);
    announceAvailability(this, defaults.intent);
    if (props.group !== undefined) {
      spreadAmong(this.placement, { [GROUP_LABEL]: props.group });
    }
  }

  /** @internal */
  protected get _storageDefaults(): StorageDefaults {
    return BLOCK_SHARED_BY_NODES;
  }
}
