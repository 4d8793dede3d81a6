import { POOL_GROUP } from '../facts';
import { isObject, type Manifest, type ManifestGraph } from '../graph';

const SCALED = new WeakMap<ManifestGraph, ReadonlySet<Manifest>>();

/** The HorizontalPodAutoscalers of a graph. */
export function autoscalers(graph: ManifestGraph): readonly Manifest[] {
  return graph.ofKind('autoscaling', 'HorizontalPodAutoscaler');
}

/** The pool that an autoscaler scales; undefined when it scales something else, or the pool is not among the manifests. */
export function scaledPool(autoscaler: Manifest, graph: ManifestGraph): Manifest | undefined {
  const target = autoscaler.spec?.scaleTargetRef;
  if (!isObject(target) || target.kind !== 'VirtualMachinePool' || typeof target.name !== 'string') {
    return undefined;
  }
  return graph.find(POOL_GROUP, 'VirtualMachinePool', autoscaler.metadata?.namespace, target.name);
}

/** Whether an autoscaler of the graph decides how many VMs the pool has. */
export function isAutoscaled(pool: Manifest, graph: ManifestGraph): boolean {
  let scaled = SCALED.get(graph);
  if (scaled === undefined) {
    scaled = new Set(autoscalers(graph).flatMap((autoscaler) => scaledPool(autoscaler, graph) ?? []));
    SCALED.set(graph, scaled);
  }
  return scaled.has(pool);
}
