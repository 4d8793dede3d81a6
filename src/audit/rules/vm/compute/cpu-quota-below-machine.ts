import { instancetypeOf } from '../../../../admission';
import { memberPath, quantityValue } from '../../../../facts';
import { displayName, isObject, type Manifest, type ManifestGraph, type VirtualMachineView } from '../../../../graph';
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
  const vms = isObject(hard) && countsEveryVm(quota.spec) ? graph.virtualMachinesSelectedBy({}, quota.metadata?.namespace) : [];
  if (vms.length === 0) {
    return NOT_APPLICABLE;
  }
  return vms.flatMap((vm) => excesses(quota, hard, vm, needsOf(vm, graph)));
}

function countsEveryVm(spec: Record<string, any>): boolean {
  const scopes: unknown = spec.scopes ?? [];
  return spec.scopeSelector === undefined && Array.isArray(scopes) && scopes.every((scope) => SCOPES_OF_EVERY_VM.includes(scope));
}

function excesses(quota: Manifest, hard: Record<string, any>, vm: VirtualMachineView, needs: Needs): Violation[] {
  return Object.entries(hard)
    .filter(([name, most]) => Number(quantityValue(needs[name])) > Number(quantityValue(most)))
    .map(([name, value]) => ({
      manifest: quota,
      path: memberPath('spec.hard', name),
      value,
      message: `the pod of ${displayName(vm.manifest)} takes ${needs[name]}, so Kubernetes refuses it and the VM never starts`,
      remedy: `Raise it to ${needs[name]} for each VM at least, and as much again for the largest, so that it can migrate.`,
    }));
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
