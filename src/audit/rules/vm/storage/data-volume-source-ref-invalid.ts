import { type DataVolumeDefinition, dataVolumeDefinitions, dataVolumeStage, KubevirtSource } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { isObject } from '../../../../graph';
import { setting } from '../../../fix';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

export const dataVolumeSourceRefInvalid: Rule<DataVolumeDefinition> = {
  id: 'data-volume-source-ref-invalid',
  title: 'A sourceRef names a DataSource',
  severity: Severity.ERROR,
  stage: Stage.START,
  category: 'admission',
  rationale: 'CDI knows DataSources only, and refuses a reference to another kind or without a name.',
  remediation: 'Write kind: DataSource and its name.',
  references: [KubevirtSource.DATA_VOLUME_WEBHOOK],
  mentions: ['sourceRef'],
  subjects: dataVolumeDefinitions,
  evaluate,
};

function evaluate(definition: DataVolumeDefinition): Outcome {
  const { manifest, path, spec } = definition;
  if (!isObject(spec.sourceRef)) {
    return NOT_APPLICABLE;
  }
  const { kind, name } = spec.sourceRef;
  const at = { manifest, stage: dataVolumeStage(definition) };
  const ofKind =
    typeof kind === 'string' && kind !== 'DataSource'
      ? [
          {
            ...at,
            path: `${path}.sourceRef.kind`,
            value: kind,
            message: 'CDI takes DataSources only',
            remedy: 'Use kind: DataSource.',
            fix: setting(`${path}.sourceRef.kind`, 'DataSource'),
          },
        ]
      : [];
  const withName =
    name === ''
      ? [
          {
            ...at,
            path: `${path}.sourceRef.name`,
            value: name,
            message: 'CDI refuses a reference without a name',
            remedy: 'Name the DataSource.',
          },
        ]
      : [];
  return [...ofKind, ...withName];
}
