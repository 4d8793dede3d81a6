import { renderCompute } from './compute';
import { renderDeviceOptions } from './device-options';
import { renderFirmware } from './firmware';
import { renderGuestFeatures } from './guest-features';
import { renderGuestOptions } from './guest-options';
import { renderIdentity } from './identity';
import { renderInstancetype } from './instancetype';
import { renderLifecycle } from './lifecycle';
import { renderPlacement } from './placement-options';
import { renderStart } from './start-options';
import type { VirtualMachineWorkloadProps } from './virtual-machine-props';
import type { Aspect } from './vm-fields';

/** What a VM is made of beside its lists of disks, interfaces and tolerations. */
export const ASPECTS: readonly Aspect<VirtualMachineWorkloadProps>[] = [
  renderInstancetype,
  renderFirmware,
  renderGuestFeatures,
  renderIdentity,
  renderStart,
  renderLifecycle,
  renderCompute,
  renderDeviceOptions,
  renderPlacement,
  renderGuestOptions,
];
