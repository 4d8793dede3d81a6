import { type DataVolumeDefinition, dataVolumeStage, importDefinitions, KubevirtSource } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { isObject } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

export const dataVolumeContentTypeUnsupported: Rule<DataVolumeDefinition> = {
  id: 'data-volume-content-type-unsupported',
  title: 'An archive comes from a source that can have one',
  severity: Severity.ERROR,
  stage: Stage.START,
  category: 'admission',
  rationale: 'CDI refuses an archive out of a registry and a blank one.',
  remediation: 'Import the archive through http, or leave contentType out.',
  references: [KubevirtSource.DATA_VOLUMES],
  mentions: ['contentType'],
  subjects: importDefinitions,
  evaluate,
};

function evaluate(definition: DataVolumeDefinition): Outcome {
  const { manifest, path, spec } = definition;
  if (spec.contentType !== 'archive') {
    return NOT_APPLICABLE;
  }
  const source = ['blank', 'registry'].find((candidate) => isObject(spec.source?.[candidate]));
  const message = `CDI refuses an archive with the source ${source}`;
  const remedy = 'Import the archive through http, or leave contentType out.';
  return source === undefined
    ? []
    : [{ manifest, stage: dataVolumeStage(definition), path: `${path}.contentType`, value: spec.contentType, message, remedy }];
}
