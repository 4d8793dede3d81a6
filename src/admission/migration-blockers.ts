import type { ClusterProfile } from '../cluster';
import type { ManifestGraph, VirtualMachineView } from '../graph';
import { hostDeviceBlockers, hypervPassthroughBlockers, launchSecurityBlockers, reservationBlockers } from './device-migration-blockers';
import { longNameBlockers } from './long-names';
import type { MigrationBlocker } from './migration-blocker';
import { networkMigrationBlockers } from './network-migration-blockers';
import { volumeMigrationBlockers } from './volume-migration-blockers';

/**
 * What keeps a VM from being live-migrated, as far as the manifests tell: one entry for each field, in the order in which
 * KubeVirt tests them, so that the first reason is the one in the VM's LiveMigratable condition.
 *
 * What only the cluster knows (a claim that is not among the manifests, the CPU of a node) is not a blocker, but an
 * assumption: see `migrationAssumptions`.
 *
 * @see https://github.com/kubevirt/kubevirt/blob/v1.8.4/pkg/virt-handler/vm.go
 */
export function migrationBlockers(vm: VirtualMachineView, graph: ManifestGraph, cluster: ClusterProfile): MigrationBlocker[] {
  const volumes = volumeMigrationBlockers(vm, graph);
  const others = [
    ...networkMigrationBlockers(vm, graph, cluster),
    ...hostDeviceBlockers(vm, graph, cluster),
    ...launchSecurityBlockers(vm, graph, cluster),
    ...reservationBlockers(vm, cluster),
    ...hypervPassthroughBlockers(vm),
    ...longNameBlockers(vm),
  ];
  return cluster.atLeast('1.6') ? [...others, ...volumes] : [...volumes, ...others];
}
