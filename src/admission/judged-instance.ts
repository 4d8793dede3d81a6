import type { ClusterProfile } from '../cluster';
import { quantityValue } from '../facts';
import { isObject, type VirtualMachineView } from '../graph';

/** Kinds whose instances KubeVirt's webhooks judge as they are written; in the others they fill in what is missing first. */
const JUDGED_AS_WRITTEN = ['VirtualMachinePool', 'VirtualMachineInstanceReplicaSet'];

/** The virtual CPUs of an instance, as a webhook sees them. */
export interface CpuTopology {
  readonly sockets: number;
  readonly cores: number;
  readonly threads: number;
}

/**
 * Whether KubeVirt fills in defaults before it judges the instance in an object.
 *
 * @see https://github.com/kubevirt/kubevirt/blob/v1.8.4/pkg/defaults/defaults.go
 */
export function isJudgedWithDefaults({ manifest }: VirtualMachineView): boolean {
  return !JUDGED_AS_WRITTEN.includes(manifest.kind);
}

/** The architecture of an instance when KubeVirt judges it; undefined: none. */
export function judgedArchitecture(vm: VirtualMachineView, cluster: ClusterProfile): string | undefined {
  return vm.architecture ?? (isJudgedWithDefaults(vm) ? cluster.architecture : undefined);
}

/** The topology of an instance when KubeVirt judges it: without any, all CPUs of the limit, or else of the request, are sockets. */
export function judgedTopology(vm: VirtualMachineView, withDefaults = isJudgedWithDefaults(vm)): CpuTopology {
  const { cpu, resources } = vm.domain;
  const [sockets, cores, threads] = [cpu?.sockets, cpu?.cores, cpu?.threads].map(count);
  if (sockets > 0 || cores > 0 || threads > 0 || !withDefaults) {
    return { sockets, cores, threads };
  }
  const cpus = quantityValue(resources?.limits?.cpu) ?? quantityValue(resources?.requests?.cpu) ?? 1;
  return { sockets: Math.ceil(cpus), cores: 1, threads: 1 };
}

/** The number of virtual CPUs: what is 0 does not count; 0: there are none at all. */
export function virtualCpus({ sockets, cores, threads }: CpuTopology): number {
  const counts = [sockets, cores, threads].filter((number) => number > 0);
  return counts.length === 0 ? 0 : counts.reduce((product, number) => product * number, 1);
}

/** The memory of the guest when KubeVirt judges it, as a quantity: without any it is what is requested, or limited, or one page. */
export function judgedGuestMemory(vm: VirtualMachineView): unknown {
  const { memory, resources } = vm.domain;
  if (memory?.guest !== undefined || !isJudgedWithDefaults(vm)) {
    return memory?.guest;
  }
  const amount = [resources?.requests?.memory, resources?.limits?.memory].find((quantity) => (quantityValue(quantity) ?? 0) !== 0);
  return amount ?? (isObject(memory?.hugepages) ? memory.hugepages.pageSize : undefined);
}

function count(value: unknown): number {
  return typeof value === 'number' ? value : 0;
}
