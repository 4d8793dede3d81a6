import type { ClusterProfile } from '../cluster';
import { isObject, type VirtualMachineView } from '../graph';

/** A reference of a VM that may be inferred from one of its volumes. */
export type Matcher = 'instancetype' | 'preference';

/** Why nothing can be inferred from a volume. */
export type InferenceFault = 'no volume' | 'volume of another kind' | 'template of another source';

/**
 * Why KubeVirt can infer nothing from the volume that a VM names; undefined: it infers nothing, or what it infers is up to the claim.
 *
 * @see https://github.com/kubevirt/kubevirt/blob/v1.9.0/pkg/instancetype/infer/volume.go
 */
export function inferenceFault(vm: VirtualMachineView, matcher: Matcher, cluster: ClusterProfile): InferenceFault | undefined {
  const name: unknown = matcherOf(vm, matcher).inferFromVolume;
  if (typeof name !== 'string' || name === '') {
    return undefined;
  }
  const volume = vm.volumes.find((candidate) => candidate.name === name);
  if (volume === undefined) {
    return 'no volume';
  }
  if (isObject(volume.persistentVolumeClaim)) {
    return undefined;
  }
  if (!isObject(volume.dataVolume)) {
    return 'volume of another kind';
  }
  const template = vm.dataVolumeTemplates.find(({ metadata }) => metadata?.name === volume.dataVolume.name);
  return template === undefined || canTell(template.spec, cluster) ? undefined : 'template of another source';
}

/** Whether the failure policy of a reference has KubeVirt drop it where nothing can be inferred; a missing volume it refuses all the same. */
export function isInferenceDropped(vm: VirtualMachineView, matcher: Matcher, cluster: ClusterProfile): boolean {
  const fault = matcherOf(vm, matcher).inferFromVolumeFailurePolicy === 'Ignore' ? inferenceFault(vm, matcher, cluster) : undefined;
  return fault !== undefined && fault !== 'no volume';
}

/** The reference as it is written. */
export function matcherOf(vm: VirtualMachineView, matcher: Matcher): Record<string, any> {
  const value: unknown = vm.vmSpec?.[matcher];
  return isObject(value) ? value : {};
}

function canTell(spec: unknown, cluster: ClusterProfile): boolean {
  const { source, sourceRef } = isObject(spec) ? spec : {};
  const readsSnapshots = cluster.atLeast('1.9') && isObject(source?.snapshot);
  return isObject(source?.pvc) || readsSnapshots || (isObject(sourceRef) && sourceRef.kind === 'DataSource');
}
