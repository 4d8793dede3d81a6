import type { Arguments } from '../../errors';
import { EXTENDED_RESOURCE } from '../../facts';
import type { Gpu as KubeGpu, HostDevice as KubeHostDevice } from '../../imports';
import { dnsLabel } from '../dns-label';

/**
 * A device of the host that is handed to the guest. It keeps the VM from being live-migrated, and the VM restarts only
 * on nodes with such a device free. KubeVirt up to 1.8 has it behind the feature gate HostDevices.
 *
 * @see https://kubevirt.io/user-guide/compute/host-devices/
 */
export interface HostDevice {
  /** Name of the device within the VM. */
  readonly name: string;

  /** Resource that the nodes offer, such as `devices.example.com/fpga`. */
  readonly deviceName: string;

  /**
   * Name by which the guest finds the device in its metadata.
   *
   * @default - none
   */
  readonly tag?: string;
}

/**
 * A GPU, or a part of one, that is handed to the guest. It keeps the VM from being live-migrated; KubeVirt 1.9 can
 * migrate a VM with one virtual GPU where the cluster allows it.
 *
 * @see https://kubevirt.io/user-guide/compute/host-devices/
 */
export interface Gpu extends HostDevice {
  /**
   * Whether a virtual GPU is the screen of the VM.
   *
   * Sets `virtualGPUOptions.display.enabled`.
   *
   * @default - the hypervisor's default
   */
  readonly display?: boolean;
}

export function renderHostDevice(args: Arguments, argument: string, { name, deviceName, tag }: HostDevice): KubeHostDevice {
  const rule = `the name of a resource of nodes has ${EXTENDED_RESOURCE.words}`;
  const remedy = 'Use the name that the nodes list in status.allocatable.';
  args.matching(`${argument}.deviceName`, deviceName, EXTENDED_RESOURCE.pattern, rule, remedy, 'device-resource-invalid');
  return { name: dnsLabel(args, `${argument}.name`, name), deviceName, tag };
}

export function renderGpu(args: Arguments, argument: string, gpu: Gpu): KubeGpu {
  return {
    ...renderHostDevice(args, argument, gpu),
    virtualGPUOptions: gpu.display === undefined ? undefined : { display: { enabled: gpu.display } },
  };
}
