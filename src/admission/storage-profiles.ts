import { CDI_GROUP, STORAGE_GROUP } from '../facts';
import { isObject, type Manifest, type ManifestGraph, objectsOf } from '../graph';

/** In this order CDI looks for the class of a disk that does not name one. */
const DEFAULT_CLASS_ANNOTATIONS = ['storageclass.kubevirt.io/is-default-virt-class', 'storageclass.kubernetes.io/is-default-class'];

/** Access modes that a StorageProfile gives a claim. */
export interface ProfileModes {
  /** The StorageProfile has the name of its class. */
  readonly storageClass: string;
  readonly modes: readonly string[];
}

/**
 * The access modes that CDI gives a claim that leaves them open: of the first set of the profile that has its volume mode, else
 * of the first set; undefined when the manifests do not tell.
 *
 * @param storage what the DataVolume asks for
 * @see https://github.com/kubevirt/containerized-data-importer/blob/main/pkg/controller/datavolume/util.go
 */
export function modesByProfile(storage: Record<string, any>, graph: ManifestGraph): ProfileModes | undefined {
  const storageClass = storage.storageClassName ?? defaultStorageClass(graph);
  const profile = typeof storageClass === 'string' ? graph.find(CDI_GROUP, 'StorageProfile', undefined, storageClass) : undefined;
  const sets = claimPropertySets(profile).filter(({ accessModes }) => Array.isArray(accessModes) && accessModes.length > 0);
  const chosen = sets.find(({ volumeMode }) => volumeMode !== undefined && volumeMode === storage.volumeMode) ?? sets[0];
  return chosen && { storageClass, modes: chosen.accessModes.map(String) };
}

/** The controller copies what the spec asks for into the status, and adds what it knows of the provisioner. */
function claimPropertySets(profile: Manifest | undefined): Record<string, any>[] {
  return objectsOf(profile?.status?.claimPropertySets ?? profile?.spec?.claimPropertySets);
}

/**
 * The class that CDI takes for a disk of a VM that names none: of several defaults the newest, and of those the first by name.
 *
 * @see https://github.com/kubevirt/containerized-data-importer/blob/main/pkg/controller/common/util.go
 */
export function defaultStorageClass(graph: ManifestGraph): string | undefined {
  const classes = graph.ofKind(STORAGE_GROUP, 'StorageClass');
  for (const annotation of DEFAULT_CLASS_ANNOTATIONS) {
    const [first] = classes.filter((candidate) => annotationsOf(candidate)[annotation] === 'true').sort(byAge);
    if (first !== undefined) {
      return first.metadata?.name;
    }
  }
  return undefined;
}

function annotationsOf({ metadata }: Manifest): Record<string, unknown> {
  return isObject(metadata?.annotations) ? metadata.annotations : {};
}

function byAge(one: Manifest, other: Manifest): number {
  const [created, later] = [one, other].map(({ metadata }) => String(metadata?.creationTimestamp ?? ''));
  const [name, next] = [one, other].map(({ metadata }) => String(metadata?.name));
  return later.localeCompare(created) || name.localeCompare(next);
}
