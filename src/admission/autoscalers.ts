import { KUBEVIRT_GROUP, ownValue, POOL_GROUP } from '../facts';
import { isObject, type Manifest, type ManifestGraph, perGraph } from '../graph';

const scaledPools = perGraph(
  (graph): ReadonlySet<Manifest> => new Set(autoscalers(graph).flatMap((autoscaler) => scaledPool(autoscaler, graph) ?? [])),
);

/** The HorizontalPodAutoscalers of a graph. */
export function autoscalers(graph: ManifestGraph): readonly Manifest[] {
  return graph.ofKind('autoscaling', 'HorizontalPodAutoscaler');
}

const GROUPS_OF_SCALED: Readonly<Record<string, string>> = {
  VirtualMachinePool: POOL_GROUP,
  VirtualMachineInstanceReplicaSet: KUBEVIRT_GROUP,
};

/** The pool or replica set that an autoscaler scales; undefined when it scales something else, or what is not in the manifests. */
export function scaledPool(autoscaler: Manifest, graph: ManifestGraph): Manifest | undefined {
  const target = autoscaler.spec?.scaleTargetRef;
  const group = isObject(target) ? ownValue(GROUPS_OF_SCALED, String(target.kind)) : undefined;
  return group === undefined || typeof target.name !== 'string'
    ? undefined
    : graph.find(group, target.kind, autoscaler.metadata?.namespace, target.name);
}

/** Whether an autoscaler of the graph decides how many VMs the pool has. */
export function isAutoscaled(pool: Manifest, graph: ManifestGraph): boolean {
  return scaledPools(graph).has(pool);
}
