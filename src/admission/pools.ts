import { POOL_GROUP } from '../facts';
import type { Manifest, ManifestGraph } from '../graph';
import { KUBEVIRT_TREE } from './kubevirt-source';

/** What KubeVirt admits of a pool. */
export const POOL_ADMITTER = `${KUBEVIRT_TREE}/pkg/virt-api/webhooks/validating-webhook/admitters/vmpool-admitter.go`;

/** What KubeVirt does with a pool. */
export const POOL_CONTROLLER = `${KUBEVIRT_TREE}/pkg/virt-controller/watch/pool/pool.go`;

/** How pools are meant to be used. */
export const POOL_GUIDE = 'https://kubevirt.io/user-guide/user_workloads/pool/';

/** How an autoscaler finds what it measures and what it scales. */
export const AUTOSCALER_GUIDE = 'https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/';

/** The VirtualMachinePools of a graph. */
export function pools(graph: ManifestGraph): readonly Manifest[] {
  return graph.ofKind(POOL_GROUP, 'VirtualMachinePool');
}
