import { CDI_GROUP } from '../facts';
import { isObject, type ManifestGraph, type VirtualMachineView } from '../graph';
import { claimNameOf } from './data-volumes';
import { preferenceOf } from './instancetype';
import { modesByProfile, type ProfileModes } from './storage-profiles';

/** The access modes of the claim behind a volume, and where the manifests say so. */
export interface AccessModes {
  /** Manifest path in the VM that has to change. */
  readonly path: string;
  /** The value at the path. */
  readonly value: unknown;
  readonly modes: readonly string[];
  /** The storage class whose StorageProfile gives them; undefined: they are written down. */
  readonly storageClass?: string;
}

/** The access modes of a volume of a VM; undefined when the manifests do not tell them. */
export function accessModesOf(vm: VirtualMachineView, index: number, graph: ManifestGraph): AccessModes | undefined {
  const volume = vm.volumes[index];
  const claim = claimNameOf(volume);
  if (typeof claim !== 'string') {
    return undefined;
  }
  return modesInTemplate(vm, claim, graph) ?? modesOutside(vm, index, claim, graph);
}

function modesInTemplate(vm: VirtualMachineView, claim: string, graph: ManifestGraph): AccessModes | undefined {
  const index = vm.dataVolumeTemplates.findIndex((template) => template.metadata?.name === claim);
  const spec = vm.dataVolumeTemplates[index]?.spec;
  const field = ['pvc', 'storage'].find((name) => listedModes(spec?.[name]) !== undefined);
  if (field !== undefined) {
    const modes = listedModes(spec[field]) ?? [];
    return { path: vm.vmFieldPath(`dataVolumeTemplates[${index}].spec.${field}.accessModes`), value: modes, modes };
  }
  const given = givenModes(withPreferredClass(spec, vm, graph), graph);
  return given && { path: vm.vmFieldPath(`dataVolumeTemplates[${index}].spec.storage.accessModes`), value: undefined, ...given };
}

/**
 * A preference may name the class of what names none, and the webhook of VMs writes it there; undefined: nobody knows whether it does.
 *
 * @see https://github.com/kubevirt/kubevirt/blob/v1.9.0/pkg/instancetype/webhooks/vm/mutator.go
 */
function withPreferredClass(spec: unknown, vm: VirtualMachineView, graph: ManifestGraph): unknown {
  if (!isObject(spec) || !isObject(spec.storage) || vm.vmSpec?.preference === undefined || spec.storage.storageClassName !== undefined) {
    return spec;
  }
  const preference = preferenceOf(vm, graph);
  const storageClassName = preference?.volumes?.preferredStorageClassName || undefined;
  return preference && { ...spec, storage: { ...spec.storage, storageClassName } };
}

function modesOutside(vm: VirtualMachineView, index: number, claim: string, graph: ManifestGraph): AccessModes | undefined {
  const dataVolume = graph.find(CDI_GROUP, 'DataVolume', vm.namespace, claim)?.spec;
  const persistentVolumeClaim = graph.find('', 'PersistentVolumeClaim', vm.namespace, claim)?.spec;
  const listed = [dataVolume?.pvc, dataVolume?.storage, persistentVolumeClaim].map(listedModes).find((modes) => modes !== undefined);
  const found = listed === undefined ? givenModes(dataVolume, graph) : { modes: listed };
  if (found === undefined) {
    return undefined;
  }
  const field = vm.volumes[index].dataVolume === undefined ? 'persistentVolumeClaim.claimName' : 'dataVolume.name';
  return { path: vm.path(`volumes[${index}].${field}`), value: claim, ...found };
}

/** Modes that nobody has written down: those of the StorageProfile. */
function givenModes(dataVolume: unknown, graph: ManifestGraph): ProfileModes | undefined {
  return isObject(dataVolume) && isObject(dataVolume.storage) && dataVolume.pvc === undefined
    ? modesByProfile(dataVolume.storage, graph)
    : undefined;
}

function listedModes(definition: unknown): string[] | undefined {
  const modes = isObject(definition) ? definition.accessModes : undefined;
  return Array.isArray(modes) && modes.length > 0 ? modes.map(String) : undefined;
}
