import { instancetypeOf } from '../../../../admission';
import { memberPath, quantityValue } from '../../../../facts';
import { displayName, isObject, type Manifest, type ManifestGraph, perGraph, type VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext, type Violation } from '../../../rule';
import { Severity } from '../../../severity';

/** The scopes that the pod of every VM is in: it has requests, and no deadline. */
const SCOPES_OF_EVERY_VM = ['NotTerminating', 'NotBestEffort'];

/** The least that the pod of a VM takes, as quantities, by the name that a quota has for it. */
type Needs = Readonly<Record<string, unknown>>;

export const cpuQuotaBelowMachine: Rule<Manifest> = {
  id: 'cpu-quota-below-machine',
  title: 'A quota of the namespace has room for the CPUs of each of its VMs',
  severity: Severity.WARNING,
  category: 'availability',
  rationale:
    'Kubernetes refuses a pod that asks for more CPU than the quota of its namespace allows in all, so the VM never starts. Where a quota has limits.cpu, KubeVirt limits the pod to its virtual CPUs. A live migration needs the same room a second time.',
  remediation: 'Raise the quota: twice the largest VM at least, on top of what the others use, so that it can migrate.',
  references: [
    'https://kubernetes.io/docs/concepts/policy/resource-quotas/',
    'https://kubevirt.io/user-guide/compute/resources_requests_and_limits/',
  ],
  subjects: (graph) => graph.ofKind('', 'ResourceQuota'),
  evaluate,
};

function evaluate(quota: Manifest, { graph }: RuleContext): Outcome {
  const hard = quota.spec?.hard;
  const largest = isObject(hard) && countsEveryVm(quota.spec) ? largestNeeds(graph).get(quota.metadata?.namespace) : undefined;
  return largest === undefined ? NOT_APPLICABLE : excesses(quota, hard, largest);
}

function countsEveryVm(spec: Record<string, any>): boolean {
  const scopes: unknown = spec.scopes ?? [];
  return spec.scopeSelector === undefined && Array.isArray(scopes) && scopes.every((scope) => SCOPES_OF_EVERY_VM.includes(scope));
}

/** The VM of a namespace that needs most of something, and how much. */
interface LargestNeed {
  readonly vm: VirtualMachineView;
  readonly need: unknown;
}

/** By the namespace, and by the name that a quota has for it: a quota that has room for these has room for each VM. */
const largestNeeds = perGraph((graph) => {
  const byNamespace = new Map<string | undefined, Map<string, LargestNeed>>();
  for (const vm of graph.virtualMachines) {
    const largest = byNamespace.get(vm.namespace) ?? new Map<string, LargestNeed>();
    byNamespace.set(vm.namespace, largest);
    for (const [name, need] of Object.entries(needsOf(vm, graph))) {
      const known = largest.get(name);
      if (known === undefined || Number(quantityValue(need)) > Number(quantityValue(known.need) ?? 0)) {
        largest.set(name, { vm, need });
      }
    }
  }
  return byNamespace;
});

function excesses(quota: Manifest, hard: Record<string, any>, largest: ReadonlyMap<string, LargestNeed>): Violation[] {
  return Object.entries(hard).flatMap(([name, value]): Violation[] => {
    const { vm, need } = largest.get(name) ?? {};
    if (vm === undefined || !(Number(quantityValue(need)) > Number(quantityValue(value)))) {
      return [];
    }
    const message = `the pod of ${displayName(vm.manifest)} takes ${need}, so Kubernetes refuses it and the VM never starts`;
    const remedy = `Raise it to ${need} for each VM at least, and as much again for the largest, so that it can migrate.`;
    return [{ manifest: quota, path: memberPath('spec.hard', name), value, message, remedy }];
  });
}

function needsOf(vm: VirtualMachineView, graph: ManifestGraph): Needs {
  const instancetype = instancetypeOf(vm, graph);
  if (isObject(vm.vmSpec?.instancetype) && instancetype === undefined) {
    return {};
  }
  const { cpu, resources } = vm.domain;
  const { requests = {}, limits = {} } = isObject(resources) ? resources : {};
  const vcpus = instancetype?.cpu?.guest ?? count(cpu?.sockets) * count(cpu?.cores) * count(cpu?.threads);
  const isDedicated = cpu?.dedicatedCpuPlacement === true || instancetype?.cpu?.dedicatedCPUPlacement === true;
  const cpuRequest = requests?.cpu ?? limits?.cpu ?? (isDedicated ? vcpus : undefined);
  return {
    cpu: cpuRequest,
    'requests.cpu': cpuRequest,
    'limits.cpu': limits?.cpu ?? vcpus,
  };
}

function count(part: unknown): number {
  return typeof part === 'number' && part > 0 ? part : 1;
}
