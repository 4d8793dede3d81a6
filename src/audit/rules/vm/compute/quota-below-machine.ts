import { KubevirtSource, type PodMemory, podMemory, resourceQuotas } from '../../../../admission';
import { entryPath, quantityValue } from '../../../../facts';
import { displayName, isObject, type Manifest, type ManifestGraph, type VirtualMachineView } from '../../../../graph';
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
  const machines = machinesOf(quota, graph);
  const hard = isObject(quota.spec?.hard) ? quota.spec.hard : {};
  if (machines.length === 0) {
    return NOT_APPLICABLE;
  }
  return MEMORY_QUOTAS.flatMap(({ key, of }): Violation[] => {
    const room = quantityValue(hard[key]);
    const largest = machines.reduce((most, machine) => (machine.memory[of] > most.memory[of] ? machine : most));
    if (room === undefined || largest.memory[of] <= room) {
      return [];
    }
    const needed = `more than ${Math.round((largest.memory[of] / GIBIBYTE) * 100) / 100}Gi of ${key}`;
    const message = `the pod of ${displayName(largest.vm.manifest)} needs ${needed}, so it is refused and the VM does not start`;
    const remedy = 'Raise it, with room for the overhead of the VM and for a second pod during a migration.';
    return [{ manifest: quota, path: entryPath('spec.hard', key), value: hard[key], message, remedy }];
  });
}

interface SizedMachine {
  readonly vm: VirtualMachineView;
  readonly memory: PodMemory;
}

function machinesOf({ metadata }: Manifest, graph: ManifestGraph): SizedMachine[] {
  return graph.virtualMachines.flatMap((vm) => {
    const memory = vm.namespace === metadata?.namespace ? podMemory(vm, graph) : undefined;
    return memory === undefined ? [] : [{ vm, memory }];
  });
}
