import {
  claimOf,
  type DataVolumeDefinition,
  dataVolumeDefinitions,
  dataVolumeStage,
  didYouMean,
  KubevirtSource,
} from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { ACCESS_MODES } from '../../../../facts';
import { nearestValue, setting } from '../../../fix';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

export const dataVolumeAccessModesInvalid: Rule<DataVolumeDefinition> = {
  id: 'data-volume-access-modes-invalid',
  title: 'A DataVolume names access modes that exist, with pvc exactly one',
  severity: Severity.ERROR,
  stage: Stage.START,
  category: 'admission',
  rationale: 'The DataVolume of a VM is refused when the VM starts: the VM is accepted and never starts.',
  remediation: 'Set accessModes: [ReadWriteMany] for a VM that is to be migrated.',
  references: [KubevirtSource.DATA_VOLUMES],
  subjects: dataVolumeDefinitions,
  evaluate,
};

function evaluate(definition: DataVolumeDefinition): Outcome {
  const { manifest, path, spec } = definition;
  const kind = claimOf(spec);
  if (kind === undefined) {
    return NOT_APPLICABLE;
  }
  const value = spec[kind].accessModes;
  const modes: unknown[] = Array.isArray(value) ? value : [];
  const unknown = modes.find((mode) => !ACCESS_MODES.includes(String(mode)));
  const violation = { manifest, stage: dataVolumeStage(definition), path: `${path}.${kind}.accessModes`, value };
  if (unknown !== undefined) {
    return [
      {
        ...violation,
        message: `there is no access mode ${unknown}, and the DataVolume is refused`,
        remedy: didYouMean(String(unknown), ACCESS_MODES),
        fix: nearestValue(`${violation.path}[${modes.indexOf(unknown)}]`, String(unknown), ACCESS_MODES),
      },
    ];
  }
  const message = `the pvc of a DataVolume has exactly one access mode, and one with ${modes.length === 0 ? 'none' : 'several'} is refused`;
  return kind === 'pvc' && modes.length !== 1
    ? [
        {
          ...violation,
          message,
          remedy: 'Set accessModes: [ReadWriteMany] for a VM that is to be migrated.',
          fix: setting(violation.path, ['ReadWriteMany']),
        },
      ]
    : [];
}
