import { IntentAnnotation, KUBEVIRT_GROUP } from '../facts';
import { isObject, type Manifest, type ManifestGraph } from '../graph';

/** The KubeVirt objects of a graph that are whole: what they do not set is not set. */
export function kubevirtObjects(graph: ManifestGraph): Manifest[] {
  return graph.ofKind(KUBEVIRT_GROUP, 'KubeVirt').filter(({ metadata }) => metadata?.annotations?.[IntentAnnotation.PARTIAL] !== 'true');
}

/** `spec.configuration` of the KubeVirt object; undefined when the graph has no such object. */
export function kubevirtConfiguration(graph: ManifestGraph): Record<string, any> | undefined {
  const [kubevirt] = kubevirtObjects(graph);
  const configuration = kubevirt?.spec?.configuration;
  return kubevirt === undefined ? undefined : isObject(configuration) ? configuration : {};
}
