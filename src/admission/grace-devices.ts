import { GraceSelection, graceSelection } from '../facts';
import { objectsOf, type VirtualMachineView } from '../graph';

/** A device that a VM asks for by the name of a resource. */
export interface RequestedDevice {
  /** The field with the name, below the spec of the instance. */
  readonly field: string;
  readonly resource: string;
  readonly selection: GraceSelection;
}

/** The devices of a VM that are GPUs of a Grace processor, or may be, as the configuration of KubeVirt permits them. */
export function graceDevices({ devices }: VirtualMachineView, configuration: Record<string, any>): RequestedDevice[] {
  const permitted = new Map<unknown, string>();
  for (const { resourceName, pciVendorSelector } of objectsOf(configuration.permittedHostDevices?.pciHostDevices)) {
    if (typeof pciVendorSelector === 'string') {
      permitted.set(resourceName, pciVendorSelector);
    }
  }
  return ['gpus', 'hostDevices'].flatMap((list) =>
    objectsOf(devices[list])
      .map(({ deviceName }, index) => ({
        field: `domain.devices.${list}[${index}].deviceName`,
        resource: String(deviceName),
        selection: graceSelection(permitted.get(deviceName) ?? ''),
      }))
      .filter(({ selection }) => selection !== GraceSelection.OTHER),
  );
}
