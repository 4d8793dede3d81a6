import type { ManifestGraph } from './manifest-graph';

/** What is found out of a graph once, by the first who asks, in place of once for each subject of a rule. */
export function perGraph<T extends object>(find: (graph: ManifestGraph) => T): (graph: ManifestGraph) => T {
  const known = new WeakMap<ManifestGraph, T>();
  return (graph) => {
    let found = known.get(graph);
    if (found === undefined) {
      found = find(graph);
      known.set(graph, found);
    }
    return found;
  };
}
