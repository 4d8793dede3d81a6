import type { ApiObject } from 'cdk8s';
import { Resource } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { ManifestCheck } from '../check';
import { Arguments, checkConstruction } from '../errors';
import { KubeVirtualMachineClone, type VirtualMachineCloneTemplateFilters } from '../imports';
import { checkedMacAddress } from '../vm/network/mac-address';
import { virtualMachineReference } from './references';
import type { VirtualMachineCloneProps } from './virtual-machine-clone-props';

/**
 * Makes a second VM of a VM or of a snapshot, with volumes of its own: to try an update, or to look at a fault without
 * touching what runs.
 *
 * It is done once, when the object is created. The clone has new MAC addresses and a new serial number, but the guest
 * keeps what is on its disk: host name, machine id, ssh host keys, a fixed IP address.
 *
 * KubeVirt takes snapshots for it, and asks for what `VirtualMachineSnapshot` asks for.
 *
 * @see https://kubevirt.io/user-guide/storage/clone_api/
 */
export class VirtualMachineClone extends Resource {
  /** Plural name of the resource, for permissions. */
  public readonly resourceType = 'virtualmachineclones';

  protected readonly apiObject: ApiObject;

  /**
   * @param scope the chart
   * @param id its id in the scope
   * @param props what to clone
   * @throws when a name cannot be the name of an object (`object-name-invalid`), and when a MAC address is none
   * (`mac-address-invalid`)
   */
  public constructor(scope: Construct, id: string, props: VirtualMachineCloneProps) {
    checkConstruction('VirtualMachineClone', scope, id, props);
    super(scope, id);
    const args = new Arguments(() => this.node.path);
    args.metadata(props.metadata);
    const targetName = args.objectName('targetName', props.targetName);
    checkMacAddresses(args, props);
    this.apiObject = new KubeVirtualMachineClone(this, 'Resource', {
      metadata: props.metadata,
      spec: {
        source: props.source._toReference(args),
        target: targetName === undefined ? undefined : virtualMachineReference(targetName),
        labelFilters: props.labelFilters,
        annotationFilters: props.annotationFilters,
        template: podFilters(props),
        newMacAddresses: props.newMacAddresses && { ...props.newMacAddresses },
        newSMBiosSerial: props.newSmBiosSerial,
        volumeNamePolicy: props.volumeNamePolicy,
        patches: props.patches,
      },
    });
    ManifestCheck.attachTo(this);
  }
}

function checkMacAddresses(args: Arguments, { newMacAddresses = {} }: VirtualMachineCloneProps): void {
  for (const [name, address] of Object.entries(newMacAddresses)) {
    checkedMacAddress(args, `newMacAddresses.${name}`, address);
  }
}

function podFilters({ podLabelFilters, podAnnotationFilters }: VirtualMachineCloneProps): VirtualMachineCloneTemplateFilters | undefined {
  const isEmpty = podLabelFilters === undefined && podAnnotationFilters === undefined;
  return isEmpty ? undefined : { labelFilters: podLabelFilters, annotationFilters: podAnnotationFilters };
}
