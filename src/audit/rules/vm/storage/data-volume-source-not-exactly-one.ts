import { type DataVolumeDefinition, dataVolumeDefinitions, KubevirtSource } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { isObject, type Manifest } from '../../../../graph';
import type { Outcome, Rule, Violation } from '../../../rule';
import { Severity } from '../../../severity';

export const dataVolumeSourceNotExactlyOne: Rule<DataVolumeDefinition> = {
  id: 'data-volume-source-not-exactly-one',
  title: 'A DataVolume has one source',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale:
    'A DataVolume is filled from one source: one without any, with several, or with a source and a populator of its claim is refused.',
  remediation: 'Keep one of source and sourceRef, and one kind of source.',
  references: [KubevirtSource.DATA_VOLUME_TEMPLATE_ADMITTER, KubevirtSource.DATA_VOLUMES],
  subjects: dataVolumeDefinitions,
  evaluate,
};

function evaluate({ manifest, path, spec }: DataVolumeDefinition): Outcome {
  const claim = spec.pvc ?? spec.storage ?? {};
  const populated = isObject(claim.dataSource) || isObject(claim.dataSourceRef);
  const sources = ['source', 'sourceRef'].filter((source) => isObject(spec[source]));
  if (populated && sources.length > 0) {
    const message = 'a DataVolume with a source whose claim has a data source as well is refused';
    const remedy = `Remove ${sources.join(' and ')}, or the data source of the claim.`;
    return [{ manifest, path: `${path}.${sources[0]}`, value: spec[sources[0]], message, remedy }];
  }
  if (!populated && sources.length === 0) {
    const message = 'a DataVolume that says neither source nor sourceRef is refused';
    return [{ manifest, path: `${path}.source`, message, remedy: 'Add a source, e.g. blank: {}, or a sourceRef to a DataSource.' }];
  }
  return [
    ...(sources.length > 1 ? [bothSources(manifest, `${path}.source`, spec.source)] : []),
    ...(isObject(spec.source) ? kindsOfSource(manifest, `${path}.source`, spec.source) : []),
  ];
}

/** KubeVirt accepts a VM with such a template, and CDI refuses what is made of it. */
function bothSources(manifest: Manifest, path: string, value: unknown): Violation {
  const isObjectOfCdi = manifest.kind === 'DataVolume';
  const consequence = isObjectOfCdi ? 'is refused' : 'is refused when KubeVirt makes it, and the VM never starts';
  const message = `a DataVolume with both source and sourceRef ${consequence}`;
  const stage = isObjectOfCdi ? Stage.APPLY : Stage.START;
  return { manifest, stage, path, value, message, remedy: 'Keep one of source, sourceRef.' };
}

function kindsOfSource(manifest: Manifest, path: string, source: Record<string, any>): Violation[] {
  const kinds = Object.keys(source).filter((kind) => isObject(source[kind]));
  if (kinds.length === 1) {
    return [];
  }
  const message =
    kinds.length === 0 ? 'a source without a kind is refused' : `${kinds.join(' and ')} exclude each other, and the DataVolume is refused`;
  const remedy = kinds.length === 0 ? 'Name one, e.g. blank: {}.' : `Keep one of ${kinds.join(', ')}.`;
  return [{ manifest, path, value: source, message, remedy }];
}
