import { MIGRATIONS_GROUP, NAMESPACE_NAME_LABEL } from '../facts';
import { isObject, type Manifest, type ManifestGraph, matchLabels, type VirtualMachineView } from '../graph';
import { KUBEVIRT_TREE } from './kubevirt-source';

/** How KubeVirt finds the policy of a VM. */
export const POLICY_MATCHING = `${KUBEVIRT_TREE}/pkg/virt-controller/watch/migration/migrationpolicy.go`;

/** How policies are meant to be used. */
export const POLICY_GUIDE = 'https://kubevirt.io/user-guide/cluster_admin/migration_policies/';

/** The MigrationPolicies of a graph. */
export function migrationPolicies(graph: ManifestGraph): readonly Manifest[] {
  return graph.ofKind(MIGRATIONS_GROUP, 'MigrationPolicy');
}

/** The labels that a policy asks for. */
export interface PolicySelectors {
  readonly machine: Readonly<Record<string, unknown>>;
  readonly namespace: Readonly<Record<string, unknown>>;
}

/** The labels that a policy asks for; undefined when it has no selectors, and fits nothing. */
export function selectorsOf(policy: Manifest): PolicySelectors | undefined {
  const selectors = policy.spec?.selectors;
  if (!isObject(selectors)) {
    return undefined;
  }
  const { virtualMachineInstanceSelector: machine, namespaceSelector: namespace } = selectors;
  return { machine: isObject(machine) ? machine : {}, namespace: isObject(namespace) ? namespace : {} };
}

/** Finds the policies that fit a VM without looking at every policy for each VM. */
export class PolicyIndex {
  private readonly byMachineLabel = new Map<string, Manifest[]>();
  private readonly byNamespaceOnly: Manifest[] = [];
  private readonly ofNamespaces = new Map<string, readonly Manifest[]>();

  public constructor(private readonly graph: ManifestGraph) {
    for (const policy of migrationPolicies(graph)) {
      const [label] = Object.entries(selectorsOf(policy)?.machine ?? {});
      if (label === undefined) {
        this.byNamespaceOnly.push(policy);
      } else {
        const key = labelKey(...label);
        const policies = this.byMachineLabel.get(key) ?? [];
        policies.push(policy);
        this.byMachineLabel.set(key, policies);
      }
    }
  }

  /** The policies that fit a VM, those that only fit its namespace among them. */
  public fitting(vm: VirtualMachineView): readonly Manifest[] {
    const labelled = Object.entries(vm.podLabels).flatMap((label) => this.byMachineLabel.get(labelKey(...label)) ?? []);
    const byMachine = labelled.filter((policy) => this.fitsMachine(policy, vm) && this.fitsNamespace(policy, vm.namespace));
    return [...byMachine, ...this.fittingNamespace(vm.namespace)];
  }

  private fitsMachine(policy: Manifest, vm: VirtualMachineView): boolean {
    return matchLabels(selectorsOf(policy)?.machine, vm.podLabels);
  }

  private fittingNamespace(namespace: string | undefined): readonly Manifest[] {
    const known = this.ofNamespaces.get(namespace ?? '');
    const policies = known ?? this.byNamespaceOnly.filter((policy) => this.fitsNamespace(policy, namespace));
    this.ofNamespaces.set(namespace ?? '', policies);
    return policies;
  }

  /** Labels of namespaces that are not among the manifests are unknown, but for the name, which each of them has. */
  private fitsNamespace(policy: Manifest, namespace: string | undefined): boolean {
    const selectors = selectorsOf(policy);
    const manifest = namespace === undefined ? undefined : this.graph.find('', 'Namespace', undefined, namespace);
    const labels: Record<string, unknown> = { ...manifest?.metadata?.labels, [NAMESPACE_NAME_LABEL]: namespace };
    return selectors !== undefined && Object.entries(selectors.namespace).every(([key, value]) => labels[key] === value);
  }
}

function labelKey(key: string, value: unknown): string {
  return `${key}\n${String(value)}`;
}
