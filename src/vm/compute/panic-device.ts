import { Construct } from 'constructs';
import { Arguments, checkConstruction } from '../../errors';
import type { VirtualMachineWorkload } from '../virtual-machine-workload';

/** The device by which a guest says that its kernel has panicked. */
export enum PanicDeviceModel {
  /** A PCI device. Linux has the driver `pvpanic-pci`. */
  PVPANIC = 'pvpanic',
  /** An ISA device, for guests without a driver for the PCI one; amd64 only. */
  ISA = 'isa',
  /** The crash registers of Hyper-V, which Windows writes without a driver; amd64 only. */
  HYPERV = 'hyperv',
}

/** Options of a panic device. */
export interface PanicDeviceProps {
  /**
   * The device.
   *
   * Sets the `model` of the device.
   *
   * @default PanicDeviceModel.PVPANIC
   */
  readonly model?: PanicDeviceModel;
}

/**
 * A device by which the guest tells that its kernel has panicked. Without one the VM runs on as if nothing had happened;
 * with one it ends as failed and the run strategy starts it again, on another node if need be.
 *
 * It notices a panic only: a guest that merely hangs needs a liveness probe or a `WatchdogDevice`.
 *
 * KubeVirt has panic devices since 1.6; up to 1.8 the feature gate PanicDevices has to be enabled in the KubeVirt object,
 * or the VM is refused. s390x has none to choose.
 *
 * Sets `spec.template.spec.domain.devices.panicDevices`.
 *
 * @see https://kubevirt.io/user-guide/compute/virtual_hardware/
 */
export class PanicDevice extends Construct {
  /** The device. */
  public readonly model: PanicDeviceModel;

  /**
   * @param vm the virtual machine, or the pool of them, that gets the device
   * @param id id of the construct
   * @param props options
   * @throws when the VM has a panic device of this model already (`panic-device-twice`)
   */
  public constructor(vm: VirtualMachineWorkload, id: string, props: PanicDeviceProps = {}) {
    checkConstruction('PanicDevice', vm, id, props);
    super(vm, id);
    this.model = props.model ?? PanicDeviceModel.PVPANIC;
    vm._addPanicDevice(new Arguments(() => this.node.path), { model: this.model });
  }
}
