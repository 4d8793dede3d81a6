import { BIND_IMMEDIATELY_ANNOTATION, CDI_GROUP, entryPath, STORAGE_GROUP } from '../../../../facts';
import { isObject, type Manifest, type ManifestGraph } from '../../../../graph';
import { settingIn } from '../../../fix';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

export const cloneSourceUnfilled: Rule<ManifestGraph> = {
  id: 'clone-source-unfilled',
  title: 'A DataVolume that others are cloned from is filled before anybody uses it',
  severity: Severity.INFO,
  category: 'availability',
  rationale:
    'On a storage class with WaitForFirstConsumer CDI does not fill a DataVolume before a pod uses it. An image that is only cloned has no such pod: it stays empty, and its clones wait for it for ever.',
  remediation: 'Annotate it with cdi.kubevirt.io/storage.bind.immediate.requested: "true".',
  references: ['https://github.com/kubevirt/containerized-data-importer/blob/main/doc/waitforfirstconsumer-storage-handling.md'],
  subjects: (graph) => [graph],
  evaluate,
};

function evaluate(graph: ManifestGraph): Outcome {
  const cloned = clonedClaims(graph);
  const images = cloned.size === 0 ? [] : graph.ofKind(CDI_GROUP, 'DataVolume').filter((image) => cloned.has(claimOf(image)));
  if (images.length === 0) {
    return NOT_APPLICABLE;
  }
  const used = usedClaims(graph);
  return images
    .filter((image) => !isBoundAtOnce(image, graph) && !used.has(claimOf(image)))
    .map((manifest) => ({
      manifest,
      path: 'metadata.annotations',
      value: manifest.metadata?.annotations,
      message: 'on storage that waits for the first consumer nobody fills this image, and what is cloned from it waits for ever',
      remedy: `Annotate it with ${BIND_IMMEDIATELY_ANNOTATION}: "true".`,
      fix: settingIn(manifest, entryPath('metadata.annotations', BIND_IMMEDIATELY_ANNOTATION), 'true'),
    }));
}

function claimOf({ metadata }: Manifest): string {
  return keyOf(metadata?.namespace, metadata?.name);
}

function keyOf(namespace: unknown, name: unknown): string {
  return `${namespace ?? ''}/${name}`;
}

/** The claims that other volumes of the graph are made from. */
function clonedClaims(graph: ManifestGraph): Set<string> {
  const kinds = ['DataVolume', 'DataSource'].flatMap((kind) => graph.ofKind(CDI_GROUP, kind));
  const clones = [
    ...kinds.map(({ metadata, spec }) => ({ home: metadata?.namespace, source: spec?.source?.pvc })),
    ...graph.virtualMachines.flatMap(({ namespace, dataVolumeTemplates }) =>
      dataVolumeTemplates.map(({ spec }) => ({ home: namespace, source: spec?.source?.pvc })),
    ),
  ];
  return new Set(clones.flatMap(({ home, source }) => (isObject(source) ? [keyOf(source.namespace ?? home, source.name)] : [])));
}

/** The claims that VMs of the graph have as disks: their first consumers. */
function usedClaims(graph: ManifestGraph): Set<string> {
  return new Set(
    graph.virtualMachines.flatMap(({ namespace, volumes }) =>
      volumes.map(({ dataVolume, persistentVolumeClaim }) => keyOf(namespace, dataVolume?.name ?? persistentVolumeClaim?.claimName)),
    ),
  );
}

/** Whether it says so, or its storage class is among the manifests and does. */
function isBoundAtOnce({ metadata, spec }: Manifest, graph: ManifestGraph): boolean {
  const name = (spec?.storage ?? spec?.pvc)?.storageClassName;
  const storageClass = typeof name === 'string' ? graph.find(STORAGE_GROUP, 'StorageClass', undefined, name) : undefined;
  const isImmediate = storageClass !== undefined && (storageClass.volumeBindingMode ?? 'Immediate') === 'Immediate';
  return isImmediate || metadata?.annotations?.[BIND_IMMEDIATELY_ANNOTATION] !== undefined;
}
