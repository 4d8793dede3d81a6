import { CDI_GROUP, DATA_VOLUME_CLAIMS, VOLUME_IMPORT_SOURCE_KIND } from '../facts';
import { apiGroup, isObject, type Manifest, type ManifestGraph, type VirtualMachineView } from '../graph';
import { Stage } from './stage';
import { defaultStorageClass } from './storage-profiles';

/** The definition of a DataVolume: a template in a VM, an object of its own, or what is made again and again by a DataImportCron. */
export interface DataVolumeDefinition {
  readonly manifest: Manifest;
  /** Manifest path of the DataVolume's spec. */
  readonly path: string;
  readonly spec: Record<string, any>;
}

/** The DataVolumes of a graph, one after the other. */
export function* dataVolumeDefinitions(graph: ManifestGraph): Iterable<DataVolumeDefinition> {
  for (const vm of graph.virtualMachines) {
    yield* dataVolumeTemplatesOf(vm);
  }
  for (const manifest of graph.ofKind(CDI_GROUP, 'DataVolume')) {
    yield { manifest, path: 'spec', spec: isObject(manifest.spec) ? manifest.spec : {} };
  }
  for (const manifest of graph.ofKind(CDI_GROUP, 'DataImportCron')) {
    const spec: unknown = manifest.spec?.template?.spec;
    yield { manifest, path: 'spec.template.spec', spec: isObject(spec) ? spec : {} };
  }
}

/** Whatever has a source that CDI imports from: DataVolumes, and the sources of claims that CDI fills. */
export function* importDefinitions(graph: ManifestGraph): Iterable<DataVolumeDefinition> {
  yield* dataVolumeDefinitions(graph);
  for (const manifest of graph.ofKind(CDI_GROUP, VOLUME_IMPORT_SOURCE_KIND)) {
    yield { manifest, path: 'spec', spec: isObject(manifest.spec) ? manifest.spec : {} };
  }
}

function dataVolumeTemplatesOf(vm: VirtualMachineView): DataVolumeDefinition[] {
  return vm.dataVolumeTemplates.map((template, index) => ({
    manifest: vm.manifest,
    path: vm.vmFieldPath(`dataVolumeTemplates[${index}].spec`),
    spec: isObject(template.spec) ? template.spec : {},
  }));
}

/** The name of the claim that a volume of a VM uses; undefined for volumes without one. */
export function claimNameOf(volume: Record<string, any>): string | undefined {
  return volume.dataVolume?.name ?? volume.persistentVolumeClaim?.claimName;
}

/** When it strikes that CDI refuses a DataVolume: at once where the object is CDI's own, else when it is made for the VM. */
export function dataVolumeStage({ manifest }: DataVolumeDefinition): Stage {
  return apiGroup(manifest) === CDI_GROUP ? Stage.APPLY : Stage.START;
}

/** Which of the two claims a DataVolume describes; undefined: none. */
export function claimOf(spec: Record<string, any>): (typeof DATA_VOLUME_CLAIMS)[number] | undefined {
  return DATA_VOLUME_CLAIMS.find((claim) => isObject(spec[claim]));
}

/** The storage class of a volume of a VM; undefined for volumes without a claim, and where the manifests do not tell. */
export function storageClassOf(vm: VirtualMachineView, index: number, graph: ManifestGraph): string | undefined {
  const claim = claimNameOf(vm.volumes[index]);
  if (typeof claim !== 'string') {
    return undefined;
  }
  const template = vm.dataVolumeTemplates.find(({ metadata }) => metadata?.name === claim)?.spec;
  const dataVolume = template ?? graph.find(CDI_GROUP, 'DataVolume', vm.namespace, claim)?.spec;
  const definition = isObject(dataVolume)
    ? dataVolume[claimOf(dataVolume) ?? '']
    : graph.find('', 'PersistentVolumeClaim', vm.namespace, claim)?.spec;
  const name: unknown = isObject(definition) ? (definition.storageClassName ?? defaultStorageClass(graph)) : undefined;
  return typeof name === 'string' && name !== '' ? name : undefined;
}
