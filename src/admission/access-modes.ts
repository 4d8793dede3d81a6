import { CDI_GROUP } from '../facts';
import { isObject, type ManifestGraph, type VirtualMachineView } from '../graph';
import { claimNameOf } from './data-volumes';

/** The access modes of the claim behind a volume, and where the manifests say so. */
export interface AccessModes {
  /** Manifest path in the VM that has to change. */
  readonly path: string;
  /** The value at the path. */
  readonly value: unknown;
  readonly modes: readonly string[];
}

/** The access modes of a volume of a VM; undefined when the manifests do not tell them. */
export function accessModesOf(vm: VirtualMachineView, index: number, graph: ManifestGraph): AccessModes | undefined {
  const volume = vm.volumes[index];
  const claim = claimNameOf(volume);
  if (typeof claim !== 'string') {
    return undefined;
  }
  return modesInTemplate(vm, claim) ?? modesOutside(vm, index, claim, graph);
}

function modesInTemplate(vm: VirtualMachineView, claim: string): AccessModes | undefined {
  const index = vm.dataVolumeTemplates.findIndex((template) => template.metadata?.name === claim);
  const spec = vm.dataVolumeTemplates[index]?.spec;
  for (const field of ['pvc', 'storage']) {
    const modes = listedModes(spec?.[field]);
    if (modes !== undefined) {
      return { path: vm.vmFieldPath(`dataVolumeTemplates[${index}].spec.${field}.accessModes`), value: modes, modes };
    }
  }
  return undefined;
}

function modesOutside(vm: VirtualMachineView, index: number, claim: string, graph: ManifestGraph): AccessModes | undefined {
  const dataVolume = graph.find(CDI_GROUP, 'DataVolume', vm.namespace, claim)?.spec;
  const persistentVolumeClaim = graph.find('', 'PersistentVolumeClaim', vm.namespace, claim)?.spec;
  const modes = [dataVolume?.pvc, dataVolume?.storage, persistentVolumeClaim].map(listedModes).find((listed) => listed !== undefined);
  if (modes === undefined) {
    return undefined;
  }
  const field = vm.volumes[index].dataVolume === undefined ? 'persistentVolumeClaim.claimName' : 'dataVolume.name';
  return { path: vm.path(`volumes[${index}].${field}`), value: claim, modes };
}

function listedModes(definition: unknown): string[] | undefined {
  const modes = isObject(definition) ? definition.accessModes : undefined;
  return Array.isArray(modes) && modes.length > 0 ? modes.map(String) : undefined;
}
