import { type DataVolumeDefinition, dataVolumeDefinitions, KubevirtSource } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { isObject } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

/** What is cloned has a size already; who populates a claim from elsewhere knows it. */
const SOURCES_WITHOUT_SIZE = ['blank', 'gcs', 'http', 'imageio', 'registry', 's3', 'upload', 'vddk'];

export const dataVolumeSizeMissing: Rule<DataVolumeDefinition> = {
  id: 'data-volume-size-missing',
  title: 'A DataVolume that is not a clone says how large it is',
  severity: Severity.ERROR,
  stage: Stage.START,
  category: 'admission',
  rationale:
    'Only a clone has a size to inherit: any other DataVolume without one is refused, that of a VM when the VM starts, so that it never does.',
  remediation: 'Set resources.requests.storage.',
  references: [KubevirtSource.DATA_VOLUMES],
  mentions: ['pvc', ...SOURCES_WITHOUT_SIZE],
  subjects: dataVolumeDefinitions,
  evaluate,
};

function evaluate({ manifest, path, spec }: DataVolumeDefinition): Outcome {
  const claim = ['pvc', 'storage'].find((candidate) => isObject(spec[candidate]));
  const source = SOURCES_WITHOUT_SIZE.find((candidate) => isObject(spec.source?.[candidate]));
  if (claim === undefined || (source === undefined && claim === 'storage')) {
    return NOT_APPLICABLE;
  }
  if (spec[claim].resources?.requests?.storage !== undefined) {
    return [];
  }
  const message =
    claim === 'pvc'
      ? 'a pvc without a size is refused'
      : `a DataVolume that is filled from ${source} has no size by itself, and is refused`;
  const remedy = 'Set it, e.g. to 30Gi.';
  return [{ manifest, path: `${path}.${claim}.resources.requests.storage`, message, remedy }];
}
