import { quantityValue } from '../facts';
import { isObject, type Manifest, type ManifestGraph, type VirtualMachineView } from '../graph';
import { instancetypeOf } from './instancetype';
import { kubevirtConfiguration } from './kubevirt-configuration';

const RATIO_LABEL = 'alpha.kubevirt.io/auto-memory-limits-ratio';
const DEFAULT_RATIO = 2;

/** The least that the pod of a VM asks for, in bytes: what KubeVirt adds for itself comes on top of it. */
export interface PodMemory {
  readonly request: number;
  readonly limit: number;
}

/** The quotas of a graph that hold for all pods of their namespace. */
export function resourceQuotas(graph: ManifestGraph): readonly Manifest[] {
  return graph.ofKind('', 'ResourceQuota').filter(({ spec }) => spec?.scopes === undefined && spec?.scopeSelector === undefined);
}

/**
 * The memory of the pod of a VM under a quota for limits, where KubeVirt gives a limit to VMs that have none; undefined when the
 * manifests do not tell it.
 *
 * @see https://github.com/kubevirt/kubevirt/blob/v1.8.4/pkg/virt-controller/services/renderresources.go
 */
export function podMemory(vm: VirtualMachineView, graph: ManifestGraph): PodMemory | undefined {
  const { memory, resources } = vm.domain;
  const guest = quantityValue(memory?.guest ?? instancetypeOf(vm, graph)?.memory?.guest);
  const given = quantityValue(resources?.limits?.memory);
  const overcommit = kubevirtConfiguration(graph)?.developerConfiguration?.memoryOvercommit;
  const share = typeof overcommit === 'number' && overcommit > 0 ? 100 / overcommit : 1;
  const request = quantityValue(resources?.requests?.memory) ?? given ?? (guest === undefined ? undefined : guest * share);
  // Huge pages are another resource.
  return request === undefined || isObject(memory?.hugepages)
    ? undefined
    : { request, limit: given ?? request * memoryLimitsRatio(vm.namespace, graph) };
}

/** By how much the memory that a pod is limited to exceeds its request, where KubeVirt gives it a limit. */
export function memoryLimitsRatio(namespace: string | undefined, graph: ManifestGraph): number {
  const labels = graph.find('', 'Namespace', undefined, namespace ?? '')?.metadata?.labels;
  const ratio = Number(isObject(labels) ? labels[RATIO_LABEL] : undefined);
  return ratio >= 1 ? ratio : DEFAULT_RATIO;
}
