import { Stage } from '../../../../admission/stage';
import { CDI_GROUP, VOLUME_IMPORT_SOURCE_KIND, VOLUME_SNAPSHOT_GROUP, VOLUME_UPLOAD_SOURCE_KIND } from '../../../../facts';
import { isObject, type Manifest } from '../../../../graph';
import { certain, renaming, safeRemoval, safeSetting } from '../../../fix';
import { NOT_APPLICABLE, type Outcome, type Rule, type Violation } from '../../../rule';
import { Severity } from '../../../severity';

const PATH = 'spec.dataSource';
const CONSEQUENCE = 'the API server drops it, and the claim is made empty';

/** What CDI fills claims from. */
const POPULATORS: readonly unknown[] = [VOLUME_IMPORT_SOURCE_KIND, VOLUME_UPLOAD_SOURCE_KIND, 'VolumeCloneSource'];

/** CDI refuses some of these in a DataVolume; of the others a DataVolume at least shows that they were never filled. */
export const claimSourceDropped: Rule<Manifest> = {
  id: 'claim-source-dropped',
  title: 'A claim that is filled by a populator says so in dataSourceRef',
  severity: Severity.ERROR,
  stage: Stage.RUN,
  category: 'wiring',
  rationale:
    'In dataSource the API server keeps a PersistentVolumeClaim, and a VolumeSnapshot of its group. Anything else it drops without a word when it creates the claim: the claim is made, bound, and empty, and a VM starts with an empty disk.',
  remediation: 'Use dataSourceRef, which takes every kind.',
  references: [
    'https://github.com/kubernetes/kubernetes/blob/v1.36.3/pkg/api/persistentvolumeclaim/util.go',
    'https://github.com/kubernetes/enhancements/tree/master/keps/sig-storage/1495-volume-populators',
  ],
  mentions: ['dataSource'],
  subjects: (graph) => graph.ofKind('', 'PersistentVolumeClaim'),
  evaluate,
};

function evaluate(claim: Manifest): Outcome {
  const { dataSource, dataSourceRef } = claim.spec ?? {};
  if (!isObject(dataSource) || dataSourceRef !== undefined) {
    return NOT_APPLICABLE;
  }
  return isKept(dataSource) ? [] : [violation(claim, dataSource)];
}

function isKept({ apiGroup = '', kind }: Record<string, any>): boolean {
  return kind === 'PersistentVolumeClaim' ? apiGroup === '' : kind === 'VolumeSnapshot' && apiGroup === VOLUME_SNAPSHOT_GROUP;
}

function violation(manifest: Manifest, dataSource: Record<string, any>): Violation {
  const { kind, apiGroup = '' } = dataSource;
  const at = { manifest, path: `${PATH}.apiGroup`, value: dataSource.apiGroup };
  if (kind === 'PersistentVolumeClaim') {
    const message = `a claim belongs to no group: ${CONSEQUENCE}`;
    return { ...at, message, remedy: 'Leave apiGroup out.', fix: safeRemoval(at.path) };
  }
  if (kind === 'VolumeSnapshot' && apiGroup === '') {
    const message = `without its group a VolumeSnapshot is not known: ${CONSEQUENCE}`;
    return { ...at, message, remedy: `Set apiGroup: ${VOLUME_SNAPSHOT_GROUP}.`, fix: safeSetting(at.path, VOLUME_SNAPSHOT_GROUP) };
  }
  const isPopulator = apiGroup === CDI_GROUP && POPULATORS.includes(kind);
  return {
    manifest,
    path: PATH,
    value: dataSource,
    message: `a ${kind} cannot be the dataSource of a claim: ${CONSEQUENCE}`,
    remedy: isPopulator
      ? 'Call the field dataSourceRef.'
      : 'Name a claim or a snapshot, or something that has a populator in dataSourceRef.',
    fix: isPopulator ? certain(renaming(PATH, dataSource, 'dataSourceRef')) : undefined,
  };
}
