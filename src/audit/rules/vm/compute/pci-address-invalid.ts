import { implicitBus, judgedDisks, KubevirtSource } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import type { ClusterProfile } from '../../../../cluster';
import { hasFormat, PCI_ADDRESS } from '../../../../facts';
import { fieldValues, type VirtualMachineView } from '../../../../graph';
import { safeSetting, setting } from '../../../fix';
import { type Fix, NOT_APPLICABLE, type Outcome, type Rule, type RuleContext, type Violation } from '../../../rule';
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

function evaluate(vm: VirtualMachineView, { cluster }: RuleContext): Outcome {
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
      fix: inFull(vm.path(`domain.devices.${path}`), String(value)),
    }));
  return [...malformed, ...otherBuses(vm, cluster)];
}

/** As `lspci` prints an address: without the domain where there is but one. */
function inFull(path: string, value: string): Fix | undefined {
  const address = `0000:${value}`;
  return hasFormat(address, PCI_ADDRESS) ? safeSetting(path, address) : undefined;
}

/** An instance has its buses when it is looked at, a VM has none but those that it names. */
function otherBuses(vm: VirtualMachineView, cluster: ClusterProfile): Violation[] {
  const isPreferred = vm.vmSpec?.preference !== undefined;
  const implicit = vm.manifest.kind === 'VirtualMachineInstance' ? implicitBus(vm, cluster) : undefined;
  return judgedDisks(vm).flatMap(({ disk: { disk }, index, bus }) => {
    const value = disk?.pciAddress;
    const isWrong = typeof value === 'string' && value !== '' && (bus ?? implicit) !== 'virtio' && !(bus === undefined && isPreferred);
    const message = 'KubeVirt refuses a PCI address of a disk whose bus is not virtio';
    const path = vm.path(`domain.devices.disks[${index}].disk.pciAddress`);
    const fix = setting(vm.path(`domain.devices.disks[${index}].disk.bus`), 'virtio');
    return isWrong ? [{ manifest: vm.manifest, path, value, message, remedy: 'Set bus: virtio.', fix }] : [];
  });
}
