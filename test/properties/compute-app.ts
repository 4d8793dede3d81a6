import { type Chart, Size } from 'cdk8s';
import {
  Architecture,
  ClusterProfile,
  CpuTopology,
  Firmware,
  PanicDevice,
  PanicDeviceModel,
  type VirtualMachine,
  VirtualMachineInstancetype,
  VirtualMachinePreference,
  VmSubdomain,
} from 'cdk8s-kubevirt';
import { SIZE_NAMES } from './compute-arbitraries';

/** The instance type and the preference that VMs of random apps name. */
export function buildSizes(chart: Chart): void {
  new VirtualMachineInstancetype(chart, 'instancetype', {
    metadata: { name: SIZE_NAMES.instancetype },
    cpu: { guest: 2 },
    memory: { guest: Size.gibibytes(4) },
  });
  new VirtualMachinePreference(chart, 'preference', {
    metadata: { name: SIZE_NAMES.preference },
    firmware: Firmware.efi(),
    cpuTopology: CpuTopology.CORES,
    requirements: { cpu: 1, memory: Size.gibibytes(1) },
  });
}

/** Names for the VMs, and what not every release or architecture has. */
export function completeMachines(chart: Chart, vms: VirtualMachine[]): void {
  new VmSubdomain(chart, 'subdomain', { metadata: { name: 'peers' }, vms });
  if (!ClusterProfile.of(chart).atLeast('1.8')) {
    return;
  }
  for (const vm of vms.filter(({ architecture }) => architecture !== Architecture.S390X)) {
    new PanicDevice(vm, 'Panic', { model: PanicDeviceModel.ISA });
  }
}
