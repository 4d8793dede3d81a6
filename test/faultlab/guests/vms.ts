import { App, Chart, Duration, Size, Testing } from 'cdk8s';
import {
  ClusterProfile,
  PanicDevice,
  type PanicDeviceModel,
  RunStrategy,
  VirtualMachine,
  type VirtualMachineProps,
  type WatchdogAction,
  WatchdogDevice,
} from 'cdk8s-kubevirt';
import type { Manifest } from '../../../src/graph';

/** The manifests of a VM, and what of it matters. */
export interface LabVm {
  readonly vm: string;
  readonly manifests: readonly Manifest[];
}

export const WATCHDOG_SECONDS = 4;

/** A small VM, with what is added. */
export function vm(props: Partial<VirtualMachineProps> = {}, add: (vm: VirtualMachine) => void = () => undefined): Manifest[] {
  const chart = new Chart(new App(), 'lab', { namespace: 'lab' });
  ClusterProfile.kubevirt('1.9').applyTo(chart);
  const machine = new VirtualMachine(chart, 'vm', {
    memory: Size.mebibytes(256),
    runStrategy: RunStrategy.ALWAYS,
    ...props,
  });
  add(machine);
  return Testing.synth(chart);
}

/** A VM with a watchdog, and what of it matters. */
export function watched(action: WatchdogAction, props: Partial<VirtualMachineProps> = {}): LabVm {
  const { runStrategy, rebootPolicy } = props;
  const said = [`watchdog ${action}`, runStrategy && `runStrategy ${runStrategy}`, rebootPolicy && `rebootPolicy ${rebootPolicy}`];
  const watchdog = { action, timeout: Duration.seconds(WATCHDOG_SECONDS), guestCheck: false };
  return { vm: said.filter((word) => word !== undefined).join(', '), manifests: vm({ watchdog, ...props }) };
}

/** A VM with a panic device, and perhaps a watchdog. */
export function withPanicDevice(model: PanicDeviceModel, action?: WatchdogAction): Manifest[] {
  return vm({}, (machine) => {
    new PanicDevice(machine, 'Panic', { model });
    if (action !== undefined) {
      new WatchdogDevice(machine, 'Watchdog', { action, timeout: Duration.seconds(WATCHDOG_SECONDS), guestCheck: false });
    }
  });
}
