import { KubevirtSource } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { hasFormat, PCI_ADDRESS } from '../../../../facts';
import { fieldValues, type VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type Violation } from '../../../rule';
import { Severity } from '../../../severity';

const DISK_ADDRESSES = ['disks[]', 'disk', 'pciAddress'];
const INTERFACE_ADDRESSES = ['interfaces[]', 'pciAddress'];

export const pciAddressInvalid: Rule<VirtualMachineView> = {
  id: 'pci-address-invalid',
  title: 'PCI addresses are complete and on virtio disks',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale: 'KubeVirt refuses a PCI address that it cannot parse, and one of a disk on another bus than virtio.',
  remediation: 'Write domain, bus, slot and function, e.g. 0000:82:10.0.',
  references: [KubevirtSource.VMI_ADMITTER, KubevirtSource.NETWORK_ADMITTER],
  mentions: ['pciAddress'],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView): Outcome {
  const addresses = [...fieldValues(vm.devices, DISK_ADDRESSES), ...fieldValues(vm.devices, INTERFACE_ADDRESSES)];
  if (addresses.length === 0) {
    return NOT_APPLICABLE;
  }
  const malformed = addresses
    .filter(({ value }) => typeof value === 'string' && value !== '' && !hasFormat(value, PCI_ADDRESS))
    .map(({ path, value }) => ({
      manifest: vm.manifest,
      path: vm.path(`domain.devices.${path}`),
      value,
      message: 'KubeVirt refuses an address without domain, bus, slot and function',
      remedy: 'Write it in full, e.g. 0000:82:10.0.',
    }));
  return [...malformed, ...otherBuses(vm)];
}

function otherBuses(vm: VirtualMachineView): Violation[] {
  return vm.disks.flatMap(({ disk }, index) => {
    const message = 'KubeVirt refuses a PCI address of a disk whose bus is not virtio';
    const path = vm.path(`domain.devices.disks[${index}].disk.bus`);
    const chosenByPreference = !disk?.bus && vm.vmSpec?.preference !== undefined;
    const wrong = typeof disk?.pciAddress === 'string' && disk.pciAddress !== '' && disk.bus !== 'virtio' && !chosenByPreference;
    return wrong ? [{ manifest: vm.manifest, path, value: disk.bus, message, remedy: 'Set bus: virtio.' }] : [];
  });
}
