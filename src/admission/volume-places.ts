import { reachOf, STORAGE_GROUP, type VolumeReach } from '../facts';
import { isObject, type Manifest, type ManifestGraph, objectsOf, perGraph, type VirtualMachineView } from '../graph';
import { claimNameOf, storageClassOf } from './data-volumes';

/** Where a volume of a VM keeps it. */
export interface VolumePlace {
  /** Its position among the volumes of the VM. */
  readonly index: number;
  /** Terms of which a node has to match one, as the volume in the storage says; undefined: nobody knows it, or it says nothing. */
  readonly terms?: readonly Record<string, any>[];
  /** How far it reaches as a rule of its storage, where nobody knows the volume itself; undefined: as far as the cluster. */
  readonly reach?: VolumeReach;
}

/** The volumes of a cluster by the claims that they are bound to. */
const volumesByClaim = perGraph((graph) => {
  const volumes = new Map<string, Manifest>();
  for (const volume of graph.ofKind('', 'PersistentVolume')) {
    const { namespace, name } = volume.spec?.claimRef ?? {};
    volumes.set(`${namespace}/${name}`, volume);
  }
  return volumes;
});

const places = perGraph(() => new WeakMap<VirtualMachineView, readonly VolumePlace[]>());

/** The volumes of a VM that keep it on a host or in a zone. */
export function volumePlaces(vm: VirtualMachineView, graph: ManifestGraph): readonly VolumePlace[] {
  const known = places(graph);
  const found = known.get(vm) ?? findPlaces(vm, graph);
  known.set(vm, found);
  return found;
}

function findPlaces(vm: VirtualMachineView, graph: ManifestGraph): VolumePlace[] {
  return vm.volumes.flatMap((volume, index) => {
    const claim = claimNameOf(volume);
    const found = claim === undefined ? undefined : volumesByClaim(graph).get(`${vm.namespace}/${claim}`);
    const required = found?.spec?.nodeAffinity?.required;
    const terms = isObject(required) ? objectsOf(required.nodeSelectorTerms) : undefined;
    const reach = found === undefined ? reachByClass(vm, index, graph) : undefined;
    return terms === undefined && reach === undefined ? [] : [{ index, terms, reach }];
  });
}

function reachByClass(vm: VirtualMachineView, index: number, graph: ManifestGraph): VolumeReach | undefined {
  const name = storageClassOf(vm, index, graph);
  const storageClass = name === undefined ? undefined : graph.find(STORAGE_GROUP, 'StorageClass', undefined, name);
  return reachOf(storageClass?.provisioner, storageClass?.parameters);
}
