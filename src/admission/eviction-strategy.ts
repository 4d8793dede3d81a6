import type { ClusterProfile } from '../cluster';
import type { ManifestGraph, VirtualMachineView } from '../graph';
import { migrationBlockers } from './migration-blockers';

/**
 * Whether a drain of its node shuts the VM down instead of moving it; undefined when that depends on a cluster
 * default that the manifests do not tell.
 */
export function isShutDownByDrain(vm: VirtualMachineView, graph: ManifestGraph, cluster: ClusterProfile): boolean | undefined {
  switch (vm.spec.evictionStrategy ?? defaultStrategy(graph, cluster)) {
    case undefined:
      return undefined;
    case 'None':
      return true;
    case 'LiveMigrateIfPossible':
      return migrationBlockers(vm, graph, cluster).length > 0;
    default:
      return false;
  }
}

/** OpenShift sets LiveMigrate on clusters with several infrastructure nodes only. */
function defaultStrategy(graph: ManifestGraph, cluster: ClusterProfile): string | undefined {
  const [hyperConverged] = graph.ofKind('hco.kubevirt.io', 'HyperConverged');
  const [kubevirt] = graph.ofKind('kubevirt.io', 'KubeVirt');
  const set = hyperConverged?.spec?.evictionStrategy ?? kubevirt?.spec?.configuration?.evictionStrategy;
  return set ?? (cluster.isOpenshift ? undefined : 'None');
}
