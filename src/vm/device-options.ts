import type { Arguments } from '../errors';
import type { VmFields } from './vm-fields';

/** Devices of a VM that are switched on or off. */
export interface DeviceOptions {
  /**
   * Whether network and disk queues scale with the number of CPUs.
   *
   * Sets `spec.template.spec.domain.devices.networkInterfaceMultiqueue`.
   *
   * @default false
   */
  readonly networkInterfaceMultiqueue?: boolean;

  /**
   * Whether the guest gets a random number generator fed by the host.
   *
   * Sets `spec.template.spec.domain.devices.rng`.
   *
   * @default false
   */
  readonly rng?: boolean;
}

export function renderDeviceOptions(_args: Arguments, options: DeviceOptions): VmFields {
  return {
    devices: {
      networkInterfaceMultiqueue: options.networkInterfaceMultiqueue,
      rng: options.rng ? {} : undefined,
    },
  };
}
