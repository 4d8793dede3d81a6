import type { VirtualMachineView } from '../graph';
import type { AdmissionContext } from './context';
import { type CpuTopology, defaultGuestMemory, defaultTopology, isUnsaid, writtenTopology } from './defaults';
import { preferenceOf } from './instancetype';

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

/**
 * The architecture of the instances of a VM: its own, that of its preference from 1.7 on, or that of the cluster; undefined when a
 * preference may say it that nobody knows.
 *
 * @see https://github.com/kubevirt/kubevirt/blob/v1.9.0/pkg/instancetype/webhooks/vm/mutator.go
 */
export function architectureOf(vm: VirtualMachineView, { graph, cluster }: AdmissionContext): string | undefined {
  if (vm.architecture !== undefined || vm.vmSpec?.preference === undefined || !cluster.atLeast('1.7')) {
    return vm.architecture ?? cluster.architecture;
  }
  const preference = preferenceOf(vm, graph);
  return preference === undefined ? undefined : preference.preferredArchitecture || cluster.architecture;
}

/** The architecture of an instance when KubeVirt judges it; `''`: none; undefined: a preference may say it that nobody knows. */
export function judgedArchitecture(vm: VirtualMachineView, context: AdmissionContext): string | undefined {
  return isJudgedWithDefaults(vm) ? architectureOf(vm, context) : (vm.architecture ?? '');
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
