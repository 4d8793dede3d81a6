import { type DataVolumeDefinition, IMAGE_NAMES, importDefinitions, KubevirtSource } from '../../../../admission';
import { isPinned } from '../../../../facts';
import { isObject } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

const SCHEME = /^docker:/i;

export const registrySourceNotPinned: Rule<DataVolumeDefinition> = {
  id: 'registry-source-not-pinned',
  title: 'The image that a disk is imported from, or with, is pinned by digest',
  severity: Severity.INFO,
  category: 'security',
  rationale:
    'Whoever can move the tag decides what the next VM boots from, and two disks that are made one after the other may differ. The image ' +
    'of VDDK runs beside the password of vCenter. A DataImportCron follows a tag, and is meant to.',
  remediation: 'Write the address as docker://registry/image@sha256:<digest>, or let a DataImportCron follow the tag.',
  references: [KubevirtSource.DATA_VOLUMES, IMAGE_NAMES],
  mentions: ['registry', 'vddk'],
  subjects: importDefinitions,
  evaluate,
};

function evaluate({ manifest, path, spec }: DataVolumeDefinition): Outcome {
  const { registry, vddk } = isObject(spec.source) ? spec.source : ({} as Record<string, any>);
  const isImage = typeof registry?.url === 'string' && SCHEME.test(registry.url) && manifest.kind !== 'DataImportCron';
  const images = [
    ...(isImage ? [{ field: 'registry.url', image: registry.url, scheme: 'docker://' }] : []),
    ...(typeof vddk?.initImageURL === 'string' ? [{ field: 'vddk.initImageURL', image: vddk.initImageURL, scheme: '' }] : []),
  ];
  if (images.length === 0) {
    return NOT_APPLICABLE;
  }
  const message = 'this image is not pinned by digest, and may be another one when the disk is made again';
  return images
    .filter(({ image }) => !isPinned(image))
    .map(({ field, image, scheme }) => {
      const remedy = `Write it as ${scheme}registry/image@sha256:<digest>.`;
      return { manifest, path: `${path}.source.${field}`, value: image, message, remedy };
    });
}
