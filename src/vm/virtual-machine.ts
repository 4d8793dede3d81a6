import { type ApiObject, Lazy } from 'cdk8s';
import type { Construct } from 'constructs';
import { checkConstruction } from '../errors';
import { LONGEST_DNS_LABEL } from '../facts';
import { KubeVirtualMachine } from '../imports';
import { MachineIdentity } from './compute/machine-identity';
import { addOwnWatchdog } from './guest/watchdog-option';
import type { VirtualMachineProps } from './virtual-machine-props';
import { VirtualMachineWorkload } from './virtual-machine-workload';

/**
 * A KubeVirt virtual machine without opinions beyond what KubeVirt needs. For one that survives failures use
 * `HighlyAvailableVM`.
 *
 * @see https://kubevirt.io/user-guide/user_workloads/virtual_machine_instances/
 */
export class VirtualMachine extends VirtualMachineWorkload {
  /** Plural name of the resource, for permissions. */
  public readonly resourceType = 'virtualmachines';

  /** Host name of the guest. */
  public readonly hostname: string;

  protected readonly apiObject: ApiObject;

  /**
   * @param scope construct that the VM belongs to
   * @param id id of the construct
   * @param props options
   * @throws when an option is out of its range (`out-of-range`)
   */
  public constructor(scope: Construct, id: string, props: VirtualMachineProps = {}) {
    checkConstruction('VirtualMachine', scope, id, props);
    super(scope, id, props);
    this.apiObject = new KubeVirtualMachine(this, 'Resource', {
      metadata: props.metadata,
      spec: Lazy.any({ produce: () => MachineIdentity._given(this, this.metadata.namespace, this.name, this._renderSpec()) }),
    });
    this.hostname = props.hostname ?? this.name.split('.')[0].slice(0, LONGEST_DNS_LABEL);
    this._addListed(props);
    addOwnWatchdog(this, props.watchdog);
  }
}
