import type { Architecture } from '../cluster';
import type { Arguments } from '../errors';
import { renderCompute } from './compute/compute';
import { renderDeviceOptions } from './compute/device-options';
import { renderFirmware } from './compute/firmware';
import { renderGuestFeatures } from './compute/guest-features';
import { renderGuestOptions } from './guest/guest-options';
import { renderIdentity } from './identity';
import { renderInstancetype } from './instancetype/instancetype';
import { renderLifecycle } from './lifecycle/lifecycle';
import { renderStart } from './lifecycle/start-options';
import { renderPlacement } from './placement/placement-options';
import type { VirtualMachineWorkloadProps } from './virtual-machine-props';
import { type Aspect, mergeFields, type VmFields } from './vm-fields';

/** What a VM is made of beside its lists of disks, interfaces and tolerations. */
const ASPECTS: readonly Aspect<VirtualMachineWorkloadProps>[] = [
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

/** The fields that the options of a VM set. */
export function renderAspects(args: Arguments, props: VirtualMachineWorkloadProps, architecture: () => Architecture): Required<VmFields> {
  return mergeFields(ASPECTS.map((render) => render(args, props, architecture)));
}
