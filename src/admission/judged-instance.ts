import type { ClusterProfile } from '../cluster';
import type { VirtualMachineView } from '../graph';
import { type CpuTopology, defaultGuestMemory, defaultTopology, isUnsaid, writtenTopology } from './defaults';

/** Kinds whose instances KubeVirt's webhooks judge as they are written; in the others they fill in what is missing first. */
const JUDGED_AS_WRITTEN = ['VirtualMachinePool', 'VirtualMachineInstanceReplicaSet'];

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

/** The topology of an instance when KubeVirt judges it. */
export function judgedTopology(vm: VirtualMachineView, withDefaults = isJudgedWithDefaults(vm)): CpuTopology {
  const written = writtenTopology(vm.spec);
  return isUnsaid(written) && withDefaults ? defaultTopology(vm.spec) : written;
}

/** The number of virtual CPUs: what is 0 does not count; 0: there are none at all. */
export function virtualCpus({ sockets, cores, threads }: CpuTopology): number {
  const counts = [sockets, cores, threads].filter((number) => number > 0);
  return counts.length === 0 ? 0 : counts.reduce((product, number) => product * number, 1);
}

/** The memory of the guest when KubeVirt judges it, as a quantity. */
export function judgedGuestMemory(vm: VirtualMachineView): unknown {
  const written = vm.domain.memory?.guest;
  return written === undefined && isJudgedWithDefaults(vm) ? defaultGuestMemory(vm.spec) : written;
}
