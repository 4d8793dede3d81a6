import type { EnforcedNamespace } from '../admission';
import type { RuleContext, Violation } from './rule';

/** Where it is said that pods of a Namespace have to keep to a level: there, or on its VMs where the cluster has the Namespace already. */
export function enforcingPlaces(namespace: EnforcedNamespace, { graph }: RuleContext): Pick<Violation, 'manifest' | 'path' | 'value'>[] {
  const { manifest, path, level, vms } = namespace;
  return graph.isSurrounding(manifest)
    ? vms.map((vm) => ({ manifest: vm.manifest, path: 'metadata.namespace', value: vm.namespace }))
    : [{ manifest, path, value: level }];
}
