import { IntentAnnotation, KUBEVIRT_GROUP } from '../facts';
import { isObject, type Manifest, type ManifestGraph } from '../graph';

/** The objects of a kind that are whole: what they do not set is not set. */
export function wholeObjects(graph: ManifestGraph, group: string, kind: string): Manifest[] {
  return graph.ofKind(group, kind).filter(({ metadata }) => metadata?.annotations?.[IntentAnnotation.PARTIAL] !== 'true');
}

/** `spec.configuration` of the KubeVirt object; undefined when the graph has no such object. */
export function kubevirtConfiguration(graph: ManifestGraph): Record<string, any> | undefined {
  const [kubevirt] = wholeObjects(graph, KUBEVIRT_GROUP, 'KubeVirt');
  const configuration = kubevirt?.spec?.configuration;
  return kubevirt === undefined ? undefined : isObject(configuration) ? configuration : {};
}
