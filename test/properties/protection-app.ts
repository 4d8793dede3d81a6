import type { Chart } from 'cdk8s';
import {
  CloneSource,
  type ClusterProfile,
  ScheduledSnapshot,
  type VirtualMachine,
  VirtualMachineAlerts,
  VirtualMachineClone,
  VirtualMachineRestore,
  VirtualMachineSnapshot,
} from 'cdk8s-kubevirt';
import type { Scenario } from './scenario';

export function buildProtection(
  chart: Chart,
  vms: VirtualMachine[],
  { cluster, protection: { schedule, snapshot, restore, clone, thresholds } }: Pick<Scenario, 'cluster' | 'protection'>,
): void {
  const [vm] = vms;
  const scheduled = schedule && new ScheduledSnapshot(chart, 'schedule', { ...schedule, vm });
  new VirtualMachineAlerts(chart, 'alerts', { vms, thresholds, snapshotCronJobs: scheduled && [scheduled.cronJob] });
  if (snapshot !== undefined) {
    new VirtualMachineSnapshot(chart, 'snapshot', { ...snapshot, vm });
  }
  if (restore !== undefined) {
    const options = {
      ...restore,
      ...withoutNewFields(cluster, ['volumeRestorePolicy', 'volumeOwnershipPolicy', 'volumeRestoreOverrides']),
    };
    new VirtualMachineRestore(chart, 'restore', { ...options, snapshotName: 'nightly', targetName: vm.name });
  }
  if (clone !== undefined) {
    const options = { ...clone, ...withoutNewFields(cluster, ['volumeNamePolicy']) };
    new VirtualMachineClone(chart, 'clone', { ...options, source: CloneSource.virtualMachine(vm.name) });
  }
}

/** Takes away what KubeVirt has since 1.8. */
function withoutNewFields(cluster: ClusterProfile, fields: string[]): Record<string, undefined> {
  return cluster.atLeast('1.8') ? {} : Object.fromEntries(fields.map((field) => [field, undefined]));
}
