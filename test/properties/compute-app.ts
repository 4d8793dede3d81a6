import { type Chart, Size } from 'cdk8s';
import {
  Architecture,
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
import type { Scenario } from './scenario';

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
export function completeMachines(chart: Chart, vms: VirtualMachine[], scenario: Scenario): void {
  new VmSubdomain(chart, 'subdomain', { metadata: { name: 'peers' }, vms });
  if (!scenario.cluster.atLeast('1.8')) {
    return;
  }
  scenario.vms.forEach(({ props }, index) => {
    if (props.architecture !== Architecture.S390X) {
      new PanicDevice(vms[index], 'Panic', { model: PanicDeviceModel.ISA });
    }
  });
}
