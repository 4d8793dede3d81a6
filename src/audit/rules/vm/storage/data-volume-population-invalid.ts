import { claimOf, type DataVolumeDefinition, dataVolumeDefinitions, dataVolumeStage, KubevirtSource } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { isObject } from '../../../../graph';
import { removal } from '../../../fix';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

const FIELDS = ['dataSource', 'dataSourceRef'];
const CLAIM = 'PersistentVolumeClaim';

/** What is wrong with one field of a data source. */
interface PopulationFault {
  readonly field: string;
  readonly message: string;
  readonly remedy: string;
}

export const dataVolumePopulationInvalid: Rule<DataVolumeDefinition> = {
  id: 'data-volume-population-invalid',
  title: 'The data source of a DataVolume is named in full, and in its own namespace',
  severity: Severity.ERROR,
  stage: Stage.START,
  category: 'admission',
  rationale:
    'With dataSource or dataSourceRef a populator fills the claim. CDI refuses one without a name or a kind, one of another kind than ' +
    'PersistentVolumeClaim without apiGroup, one in another namespace, and two that differ.',
  remediation: 'Write kind, name and apiGroup; leave the namespace out.',
  references: [KubevirtSource.DATA_VOLUME_WEBHOOK],
  mentions: FIELDS,
  subjects: dataVolumeDefinitions,
  evaluate,
};

function evaluate(definition: DataVolumeDefinition): Outcome {
  const { manifest, path, spec } = definition;
  const kind = claimOf(spec) ?? 'pvc';
  const claim = isObject(spec[kind]) ? spec[kind] : {};
  const fields = FIELDS.filter((field) => isObject(claim[field]));
  if (fields.length === 0) {
    return NOT_APPLICABLE;
  }
  const at = { manifest, stage: dataVolumeStage(definition) };
  const faults = fields.flatMap((name) =>
    faultsOf(claim[name], name).map(({ field, ...fault }) => ({
      ...at,
      path: `${path}.${kind}.${name}.${field}`,
      fix: field === 'namespace' ? removal(`${path}.${kind}.${name}.namespace`) : undefined,
      value: claim[name][field],
      ...fault,
    })),
  );
  if (fields.length === 1 || isSame(claim.dataSource, claim.dataSourceRef)) {
    return faults;
  }
  const message = 'CDI refuses a dataSourceRef that differs from dataSource';
  return [...faults, { ...at, path: `${path}.${kind}.dataSourceRef`, value: claim.dataSourceRef, message, remedy: 'Keep one of the two.' }];
}

function faultsOf(source: Record<string, any>, name: string): PopulationFault[] {
  const faults: PopulationFault[] = [];
  for (const field of ['name', 'kind']) {
    if (source[field] === '') {
      faults.push({ field, message: `CDI refuses a ${name} without it`, remedy: 'Name what the claim is filled from, and its kind.' });
    }
  }
  if (!isText(source.apiGroup) && source.kind !== CLAIM) {
    const message = `CDI refuses a ${name} of another kind than ${CLAIM} without it`;
    faults.push({ field: 'apiGroup', message, remedy: 'Set it, such as snapshot.storage.k8s.io for a VolumeSnapshot.' });
  }
  if (name === 'dataSourceRef' && isText(source.namespace)) {
    const message = 'CDI takes no data source of another namespace';
    faults.push({ field: 'namespace', message, remedy: 'Remove it, or clone the claim with source.pvc.' });
  }
  return faults;
}

function isText(value: unknown): boolean {
  return value !== undefined && value !== '';
}

function isSame(one: Record<string, any>, other: Record<string, any>): boolean {
  return ['apiGroup', 'kind', 'name', 'namespace'].every((field) => (one[field] ?? '') === (other[field] ?? ''));
}
