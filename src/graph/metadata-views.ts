import { KUBEVIRT_GROUP, POOL_GROUP } from '../facts';
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
  const views: MetadataView[] = [];
  for (const manifest of graph.manifests) {
    if (isObject(manifest.metadata)) {
      views.push({ manifest, path: 'metadata', metadata: manifest.metadata });
    }
    for (const place of PLACES[`${apiGroup(manifest)}/${manifest.kind}`] ?? []) {
      collect(views, manifest, place, 1, manifest, '');
    }
  }
  return views;
}

/** @param position the step of the place that is taken next, from the value that the path leads to */
function collect(views: MetadataView[], manifest: Manifest, place: Place, position: number, value: unknown, path: string): void {
  if (!isObject(value)) {
    return;
  }
  if (position === place.length) {
    views.push({ manifest, path, metadata: value, makes: place[0] });
    return;
  }
  const step = place[position];
  const isList = step.endsWith('[]');
  const name = isList ? step.slice(0, -2) : step;
  const member = value[name];
  const memberPath = path === '' ? name : `${path}.${name}`;
  if (!isList) {
    collect(views, manifest, place, position + 1, member, memberPath);
  } else if (Array.isArray(member)) {
    for (let index = 0; index < member.length; index++) {
      collect(views, manifest, place, position + 1, member[index], `${memberPath}[${index}]`);
    }
  }
}
