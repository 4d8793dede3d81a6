import { isObject, type Manifest, type ManifestGraph } from '../../../graph';

/** How an autoscaler finds what it measures and what it scales. */
export const AUTOSCALER_GUIDE = 'https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/';

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
  return graph.find('pool.kubevirt.io', 'VirtualMachinePool', autoscaler.metadata?.namespace, target.name);
}
