import { claimOf, type DataVolumeDefinition, dataVolumeDefinitions, dataVolumeStage, KubevirtSource } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { quantityValue } from '../../../../facts';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

const MEBIBYTE = 1024 ** 2;

export const dataVolumeSizeTooSmall: Rule<DataVolumeDefinition> = {
  id: 'data-volume-size-too-small',
  title: 'A DataVolume has a mebibyte at least',
  severity: Severity.ERROR,
  stage: Stage.START,
  category: 'admission',
  rationale: 'KubeVirt has no smaller disks, and CDI refuses a smaller DataVolume. A size without a unit is in bytes.',
  remediation: 'Set a size with its unit, such as 30Gi.',
  references: [KubevirtSource.DATA_VOLUME_WEBHOOK],
  subjects: dataVolumeDefinitions,
  evaluate,
};

function evaluate(definition: DataVolumeDefinition): Outcome {
  const { manifest, path, spec } = definition;
  const kind = claimOf(spec);
  const value = kind === undefined ? undefined : spec[kind].resources?.requests?.storage;
  const bytes = quantityValue(value);
  if (bytes === undefined) {
    return NOT_APPLICABLE;
  }
  const message = 'CDI refuses a DataVolume of less than 1Mi';
  const at = { manifest, stage: dataVolumeStage(definition), path: `${path}.${kind}.resources.requests.storage`, value };
  return Math.ceil(bytes) < MEBIBYTE ? [{ ...at, message, remedy: 'Set a size with its unit, such as 30Gi.' }] : [];
}
