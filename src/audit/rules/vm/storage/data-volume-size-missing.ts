import { claimOf, type DataVolumeDefinition, dataVolumeDefinitions, dataVolumeStage, KubevirtSource } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { isObject } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

export const dataVolumeSizeMissing: Rule<DataVolumeDefinition> = {
  id: 'data-volume-size-missing',
  title: 'A DataVolume that is not a clone says how large it is',
  severity: Severity.ERROR,
  stage: Stage.START,
  category: 'admission',
  rationale:
    'Only a clone has a size to inherit: any other DataVolume without one is refused, that of a VM when the VM starts, so that it never does.',
  remediation: 'Set resources.requests.storage.',
  references: [KubevirtSource.DATA_VOLUMES, KubevirtSource.DATA_VOLUME_WEBHOOK],
  mentions: ['pvc', 'storage'],
  subjects: dataVolumeDefinitions,
  evaluate,
};

function evaluate(definition: DataVolumeDefinition): Outcome {
  const { manifest, path, spec } = definition;
  const claim = claimOf(spec);
  if (claim === undefined || (claim === 'storage' && isClone(spec))) {
    return NOT_APPLICABLE;
  }
  if (spec[claim].resources?.requests?.storage !== undefined) {
    return [];
  }
  const message =
    claim === 'pvc' ? 'a pvc without a size is refused' : 'a DataVolume that is no clone has no size by itself, and is refused';
  const remedy = 'Set it, e.g. to 30Gi.';
  return [{ manifest, stage: dataVolumeStage(definition), path: `${path}.${claim}.resources.requests.storage`, message, remedy }];
}

/** What is cloned has a size already. */
function isClone({ source, sourceRef }: Record<string, any>): boolean {
  return isObject(sourceRef) || isObject(source?.pvc) || isObject(source?.snapshot);
}
