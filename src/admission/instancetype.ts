import { INSTANCETYPE_GROUP } from '../facts';
import { isObject, type ManifestGraph, type VirtualMachineView } from '../graph';

/** The spec of the instance type that a VM names; undefined when it names none or the graph does not have it. */
export function instancetypeOf(vm: VirtualMachineView, graph: ManifestGraph): Record<string, any> | undefined {
  return specOf(vm, graph, vm.vmSpec?.instancetype, 'Instancetype');
}

/** The spec of the preference that a VM names; undefined when it names none or the graph does not have it. */
export function preferenceOf(vm: VirtualMachineView, graph: ManifestGraph): Record<string, any> | undefined {
  return specOf(vm, graph, vm.vmSpec?.preference, 'Preference');
}

/** With a revision the VM has an earlier state of the object, which is not that of the manifests. */
function specOf(
  vm: VirtualMachineView,
  graph: ManifestGraph,
  matcher: unknown,
  suffix: 'Instancetype' | 'Preference',
): Record<string, any> | undefined {
  if (!isObject(matcher) || typeof matcher.name !== 'string' || matcher.revisionName) {
    return undefined;
  }
  const { name } = matcher;
  const kind = matcherKind(matcher.kind, suffix);
  // What a chart with a namespace writes on cluster-wide objects as well does not matter to the cluster.
  const namespaces = kind.startsWith('VirtualMachineCluster') ? [undefined, vm.namespace] : [vm.namespace];
  const [found] = namespaces.flatMap((namespace) => graph.find(INSTANCETYPE_GROUP, kind, namespace, name) ?? []);
  return isObject(found?.spec) ? found.spec : undefined;
}

/** KubeVirt takes the kind in any case, in the singular or the plural, and means that of the cluster without one. */
export function matcherKind(kind: unknown, suffix: 'Instancetype' | 'Preference'): string {
  const [namespaced, cluster] = [`VirtualMachine${suffix}`, `VirtualMachineCluster${suffix}`];
  const name = String(kind ?? '').toLowerCase() || cluster.toLowerCase();
  return [namespaced, cluster].find((known) => [known, `${known}s`].some((form) => form.toLowerCase() === name)) ?? name;
}
