import { KubevirtSource, type PodMemory, podMemory, resourceQuotas } from '../../../../admission';
import { entryPath, quantityValue } from '../../../../facts';
import { displayName, isObject, type Manifest, perGraph, type VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext, type Violation } from '../../../rule';
import { Severity } from '../../../severity';

const MEMORY_QUOTAS: readonly { readonly key: string; readonly of: keyof PodMemory }[] = [
  { key: 'memory', of: 'request' },
  { key: 'requests.memory', of: 'request' },
  { key: 'limits.memory', of: 'limit' },
];
const GIBIBYTE = 1024 ** 3;

export const quotaBelowMachine: Rule<Manifest> = {
  id: 'quota-below-machine',
  title: 'A quota leaves room for each VM of its namespace',
  severity: Severity.WARNING,
  category: 'admission',
  rationale:
    'A pod that asks for more than the quota of its namespace is refused, and its VM never starts. Under a quota for limits.memory KubeVirt gives a VM without a limit twice its request; limits of CPUs it adds as well.',
  remediation: 'Raise the quota above what the largest VM asks for, with room for its overhead and for a second pod during a migration.',
  references: [KubevirtSource.POD_RESOURCES, 'https://kubernetes.io/docs/concepts/policy/resource-quotas/'],
  subjects: resourceQuotas,
  evaluate,
};

function evaluate(quota: Manifest, { graph }: RuleContext): Outcome {
  const largest = largestMachines(graph).get(quota.metadata?.namespace);
  const hard = isObject(quota.spec?.hard) ? quota.spec.hard : {};
  if (largest === undefined) {
    return NOT_APPLICABLE;
  }
  return MEMORY_QUOTAS.flatMap(({ key, of }): Violation[] => {
    const room = quantityValue(hard[key]);
    const { vm, memory } = largest[of];
    if (room === undefined || memory[of] <= room) {
      return [];
    }
    const needed = `more than ${Math.round((memory[of] / GIBIBYTE) * 100) / 100}Gi of ${key}`;
    const message = `the pod of ${displayName(vm.manifest)} needs ${needed}, so it is refused and the VM does not start`;
    const remedy = 'Raise it, with room for the overhead of the VM and for a second pod during a migration.';
    return [{ manifest: quota, path: entryPath('spec.hard', key), value: hard[key], message, remedy }];
  });
}

interface SizedMachine {
  readonly vm: VirtualMachineView;
  readonly memory: PodMemory;
}

/** The VMs of a namespace that need most: what has room for them has room for each of the others. */
type LargestMachines = Readonly<Record<keyof PodMemory, SizedMachine>>;

const largestMachines = perGraph((graph) => {
  const byNamespace = new Map<string | undefined, LargestMachines>();
  for (const vm of graph.virtualMachines) {
    const memory = podMemory(vm, graph);
    if (memory !== undefined) {
      const sized = { vm, memory };
      const { request = sized, limit = sized } = byNamespace.get(vm.namespace) ?? {};
      byNamespace.set(vm.namespace, { request: larger(request, sized, 'request'), limit: larger(limit, sized, 'limit') });
    }
  }
  return byNamespace;
});

function larger(known: SizedMachine, other: SizedMachine, of: keyof PodMemory): SizedMachine {
  return other.memory[of] > known.memory[of] ? other : known;
}
