import { type DataVolumeDefinition, IMAGE_NAMES, importDefinitions, KubevirtSource } from '../../../../admission';
import { isPinned } from '../../../../facts';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

const SCHEME = /^docker:/i;

export const registrySourceNotPinned: Rule<DataVolumeDefinition> = {
  id: 'registry-source-not-pinned',
  title: 'The image that a disk is imported from is pinned by digest',
  severity: Severity.INFO,
  category: 'security',
  rationale:
    'Whoever can move the tag decides what the next VM boots from, and two disks that are made one after the other may differ. A ' +
    'DataImportCron follows a tag, and is meant to.',
  remediation: 'Write the address as docker://registry/image@sha256:<digest>, or let a DataImportCron follow the tag.',
  references: [KubevirtSource.DATA_VOLUMES, IMAGE_NAMES],
  mentions: ['registry'],
  subjects: importDefinitions,
  evaluate,
};

function evaluate({ manifest, path, spec }: DataVolumeDefinition): Outcome {
  const url: unknown = spec.source?.registry?.url;
  if (typeof url !== 'string' || !SCHEME.test(url) || manifest.kind === 'DataImportCron') {
    return NOT_APPLICABLE;
  }
  const message = 'this image is not pinned by digest, and may be another one when the disk is made again';
  const remedy = 'Write it as docker://registry/image@sha256:<digest>.';
  return isPinned(url) ? [] : [{ manifest, path: `${path}.source.registry.url`, value: url, message, remedy }];
}
