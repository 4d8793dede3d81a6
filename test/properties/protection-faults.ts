import { ApiObject, App, Chart, Cron, Duration, JsonPatch, Size } from 'cdk8s';
import {
  CloneSource,
  ScheduledSnapshot,
  type ScheduledSnapshotProps,
  VirtualMachine,
  VirtualMachineAlerts,
  VirtualMachineClone,
  type VirtualMachineCloneProps,
  VirtualMachineRestore,
  type VirtualMachineRestoreProps,
  VirtualMachineSnapshot,
} from 'cdk8s-kubevirt';
import type { BuiltApp } from './build-app';
import type { Fault } from './faults';

function schedule(code: string, props: Partial<ScheduledSnapshotProps>): Fault {
  return { code, plant: ({ chart, vms: [vm] }) => new ScheduledSnapshot(chart, 'x', { vm, schedule: Cron.daily(), ...props }) };
}

function restore({ chart }: BuiltApp, props: Partial<VirtualMachineRestoreProps> = {}): VirtualMachineRestore {
  return new VirtualMachineRestore(chart, 'x', { snapshotName: 'nightly', targetName: 'another', ...props });
}

function clone({ chart, vms }: BuiltApp, props: Partial<VirtualMachineCloneProps> = {}): VirtualMachineClone {
  return new VirtualMachineClone(chart, 'x', { source: CloneSource.virtualMachine(vms[0].name), ...props });
}

function patched(construct: VirtualMachineRestore | VirtualMachineClone | VirtualMachineSnapshot, path: string, value: unknown): void {
  ApiObject.of(construct).addJsonPatch(JsonPatch.add(path, value));
}

/** Mistakes in snapshots, restores, clones and alerts. */
export const PROTECTION_FAULTS: readonly Fault[] = [
  schedule('schedule-invalid', { schedule: Cron.schedule({ weekDay: '7' }) }),
  schedule('time-zone-unknown', { timeZone: 'Utopia/Capital' }),
  schedule('out-of-range', { keep: 0 }),
  schedule('whole-seconds', { timeout: Duration.millis(90_500) }),
  schedule('cron-job-name-too-long', { metadata: { name: 'n'.repeat(53) } }),
  { code: 'object-name-invalid', plant: (built) => restore(built, { targetName: 'A' }) },
  { code: 'mac-address-invalid', plant: (built) => clone(built, { newMacAddresses: { default: '02' } }) },
  { code: 'alerts-without-vms', plant: ({ chart }) => new VirtualMachineAlerts(chart, 'x', { vms: [] }) },
  { code: 'alert-label-invalid', plant: ({ chart, vms }) => new VirtualMachineAlerts(chart, 'x', { vms, labels: { 'a-b': 'c' } }) },
  {
    code: 'alert-namespace-unknown',
    plant: () => {
      const chart = new Chart(new App(), 'x');
      new VirtualMachineAlerts(chart, 'x', { vms: [new VirtualMachine(chart, 'y', { memory: Size.gibibytes(1) })] });
    },
  },
  {
    code: 'snapshot-reference-invalid',
    plant: ({ chart, vms: [vm] }) => patched(new VirtualMachineSnapshot(chart, 'x', { vm }), '/spec/source/kind', 'Pod'),
  },
  {
    code: 'restore-moves-persistent-state',
    plant: (built) => {
      const vm = new VirtualMachine(built.chart, 'y', { memory: Size.gibibytes(1) });
      ApiObject.of(vm).addJsonPatch(JsonPatch.add('/spec/template/spec/domain/devices/tpm', { persistent: true }));
      restore(built, { snapshotName: new VirtualMachineSnapshot(built.chart, 'z', { vm }).name });
    },
  },
  { code: 'restore-patch-invalid', plant: (built) => restore(built, { patches: ['{"op": "remove", "path": "/status"}'] }) },
  {
    code: 'field-value-not-allowed',
    since: '1.9',
    plant: (built) => patched(restore(built), '/spec/targetReadinessPolicy', 'Never'),
  },
  { code: 'clone-target-is-source', plant: (built) => clone(built, { targetName: built.vms[0].name }) },
  { code: 'clone-filter-invalid', plant: (built) => clone(built, { labelFilters: ['a!'] }) },
  { code: 'clone-mac-address-invalid', plant: (built) => patched(clone(built), '/spec/newMacAddresses', { default: '02' }) },
];
