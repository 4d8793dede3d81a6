import { type DataVolumeDefinition, dataVolumeDefinitions, KubevirtSource } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { DATA_VOLUME_CLAIMS, parseFieldPath, valueAt } from '../../../../facts';
import { isObject } from '../../../../graph';
import type { Outcome, Rule } from '../../../rule';
import { Severity } from '../../../severity';

export const dataVolumeStorageNotExactlyOne: Rule<DataVolumeDefinition> = {
  id: 'data-volume-storage-not-exactly-one',
  title: 'A DataVolume asks for storage in one way',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale:
    'A DataVolume has either pvc, which says everything itself, or storage, which leaves the rest to the storage profile: one with both or neither is refused.',
  remediation: 'Keep storage.',
  references: [KubevirtSource.DATA_VOLUME_TEMPLATE_ADMITTER, KubevirtSource.DATA_VOLUMES],
  subjects: dataVolumeDefinitions,
  evaluate,
};

function evaluate({ manifest, path, spec }: DataVolumeDefinition): Outcome {
  const kinds = DATA_VOLUME_CLAIMS.filter((kind) => isObject(spec[kind]));
  if (kinds.length === 1) {
    return [];
  }
  const message =
    kinds.length === 0 ? 'a DataVolume without pvc and storage is refused' : 'a DataVolume with both pvc and storage is refused';
  const remedy = kinds.length === 0 ? 'Add storage with accessModes and resources.requests.storage.' : 'Keep one of pvc, storage.';
  return [{ manifest, path, value: valueAt(manifest, parseFieldPath(path)), message, remedy }];
}
