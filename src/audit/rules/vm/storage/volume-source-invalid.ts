import { KubevirtSource } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { CDI_GROUP, VOLUME_IMPORT_SOURCE_KIND, VOLUME_UPLOAD_SOURCE_KIND } from '../../../../facts';
import { isObject, type Manifest } from '../../../../graph';
import { nearestValue } from '../../../fix';
import { NOT_APPLICABLE, type Outcome, type Rule, type Violation } from '../../../rule';
import { Severity } from '../../../severity';

const CONTENT_TYPES = ['', 'kubevirt', 'archive'];
/** Sources that are read in several stages. */
const STAGED = ['vddk', 'imageio'];

export const volumeSourceInvalid: Rule<Manifest> = {
  id: 'volume-source-invalid',
  title: 'What a claim is filled from has one source, and content that CDI knows',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale:
    'A claim can be filled without a DataVolume, from a VolumeImportSource or VolumeUploadSource. CDI refuses one with no source or with ' +
    'several, with unknown content, and an import in several stages that does not say for which claim.',
  remediation: 'Keep one source, and name the claim in targetClaim where there are checkpoints.',
  references: [KubevirtSource.VOLUME_SOURCE_WEBHOOK],
  subjects: (graph) => [VOLUME_IMPORT_SOURCE_KIND, VOLUME_UPLOAD_SOURCE_KIND].flatMap((kind) => graph.ofKind(CDI_GROUP, kind)),
  evaluate,
};

function evaluate(manifest: Manifest): Outcome {
  const { spec } = manifest;
  if (!isObject(spec)) {
    return NOT_APPLICABLE;
  }
  const { contentType } = spec;
  const isKnown = typeof contentType !== 'string' || CONTENT_TYPES.includes(contentType);
  const message = 'CDI knows kubevirt and archive, and refuses other content';
  const fix = nearestValue('spec.contentType', String(contentType), CONTENT_TYPES);
  const content = isKnown ? [] : [{ manifest, path: 'spec.contentType', value: contentType, message, remedy: 'Use one of them.', fix }];
  return manifest.kind === VOLUME_IMPORT_SOURCE_KIND ? [...content, ...importFaults(manifest, spec)] : content;
}

function importFaults(manifest: Manifest, { source, checkpoints, targetClaim }: Record<string, any>): Violation[] {
  const kinds = isObject(source) ? Object.keys(source).filter((kind) => isObject(source[kind])) : [];
  if (kinds.length !== 1) {
    const message = kinds.length === 0 ? 'CDI refuses an import without a source' : `CDI refuses ${kinds.join(' and ')} together`;
    return [{ manifest, path: 'spec.source', value: source, message, remedy: 'Keep one source.' }];
  }
  const isStaged = Array.isArray(checkpoints) && checkpoints.length > 0 && STAGED.includes(kinds[0]);
  const message = 'CDI refuses an import in several stages that does not say for which claim';
  return isStaged && (targetClaim ?? '') === ''
    ? [{ manifest, path: 'spec.targetClaim', value: targetClaim, message, remedy: 'Name the claim.' }]
    : [];
}
