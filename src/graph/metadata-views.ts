import { KUBEVIRT_GROUP, POOL_GROUP } from '../facts';
import { fieldValues } from './field-values';
import { apiGroup, isObject, type Manifest } from './manifest';
import type { ManifestGraph } from './manifest-graph';

/** Metadata of an object, or of what a controller makes from it. */
export interface MetadataView {
  readonly manifest: Manifest;
  /** Manifest path of the metadata. */
  readonly path: string;
  readonly metadata: Readonly<Record<string, unknown>>;
  /** What a controller makes with it, in words; undefined: it is that of the object itself. */
  readonly makes?: string;
}

type Place = readonly [makes: string, ...steps: string[]];

const POD: Place = ['pod', 'spec', 'template', 'metadata'];
const INSTANCE: Place = ['VirtualMachineInstance', 'spec', 'template', 'metadata'];
const DATA_VOLUME: Place = ['DataVolume', 'spec', 'dataVolumeTemplates[]', 'metadata'];

/** Where kinds have metadata for others. */
const PLACES: Readonly<Record<string, readonly Place[]>> = {
  [`${KUBEVIRT_GROUP}/VirtualMachine`]: [INSTANCE, DATA_VOLUME],
  [`${KUBEVIRT_GROUP}/VirtualMachineInstanceReplicaSet`]: [INSTANCE],
  [`${POOL_GROUP}/VirtualMachinePool`]: [
    ['VirtualMachine', 'spec', 'virtualMachineTemplate', 'metadata'],
    ...inPool(INSTANCE, DATA_VOLUME),
  ],
  'apps/Deployment': [POD],
  'apps/DaemonSet': [POD],
  'apps/ReplicaSet': [POD],
  'apps/StatefulSet': [POD, ['claim', 'spec', 'volumeClaimTemplates[]', 'metadata']],
  'batch/Job': [POD],
  'batch/CronJob': [
    ['Job', 'spec', 'jobTemplate', 'metadata'],
    ['pod', 'spec', 'jobTemplate', 'spec', 'template', 'metadata'],
  ],
  'machine.openshift.io/MachineSet': [
    ['Machine', 'spec', 'template', 'metadata'],
    ['node', 'spec', 'template', 'spec', 'metadata'],
  ],
};

function inPool(...places: readonly Place[]): Place[] {
  return places.map(([makes, ...steps]) => [makes, 'spec', 'virtualMachineTemplate', ...steps]);
}

/** The metadata of all objects and of what is made from their templates. */
export function metadataViews(graph: ManifestGraph): MetadataView[] {
  return graph.manifests.flatMap(viewsOf);
}

function viewsOf(manifest: Manifest): MetadataView[] {
  const own: MetadataView[] = isObject(manifest.metadata) ? [{ manifest, path: 'metadata', metadata: manifest.metadata }] : [];
  const places = PLACES[`${apiGroup(manifest)}/${manifest.kind}`] ?? [];
  return places.length === 0 ? own : [...own, ...places.flatMap((place) => viewsAt(manifest, place))];
}

function viewsAt(manifest: Manifest, place: Place): MetadataView[] {
  return fieldValues(manifest, stepsOf(place)).flatMap(({ path, value }) =>
    isObject(value) ? [{ manifest, path, metadata: value, makes: place[0] }] : [],
  );
}

const steps = new Map<Place, readonly string[]>();

/** The steps of a place, the same list each time. */
function stepsOf(place: Place): readonly string[] {
  const known = steps.get(place) ?? place.slice(1);
  steps.set(place, known);
  return known;
}
