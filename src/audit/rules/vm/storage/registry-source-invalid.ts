import { type DataVolumeDefinition, dataVolumeStage, didYouMean, importDefinitions, KubevirtSource } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { hasFormat, REGISTRY_URL } from '../../../../facts';
import { isObject } from '../../../../graph';
import { nearestValue, safeSetting } from '../../../fix';
import { NOT_APPLICABLE, type Outcome, type Rule, type Violation } from '../../../rule';
import { Severity } from '../../../severity';

const PULL_METHODS = ['pod', 'node'];

/** What is certainly an image, of which the scheme was left out. */
const IMAGE_NAME = /^(?!.*\/\/)[a-z0-9][\w.:@/-]*$/i;

export const registrySourceInvalid: Rule<DataVolumeDefinition> = {
  id: 'registry-source-invalid',
  title: 'A registry source names one image and a way to pull it',
  severity: Severity.ERROR,
  stage: Stage.START,
  category: 'admission',
  rationale:
    'CDI refuses a registry source with both url and imageStream or neither, with another scheme than docker:// or oci-archive://, and an ImageStream that is not pulled by the node.',
  remediation: 'Set url: docker://<image>, or imageStream together with pullMethod: node.',
  references: [KubevirtSource.DATA_VOLUMES],
  mentions: ['registry'],
  subjects: importDefinitions,
  evaluate,
};

function evaluate(definition: DataVolumeDefinition): Outcome {
  const { manifest, path, spec } = definition;
  const registry = spec.source?.registry;
  if (!isObject(registry)) {
    return NOT_APPLICABLE;
  }
  const place = `${path}.source.registry`;
  const fault = faultOf(registry, place);
  return fault === undefined ? [] : [{ manifest, stage: dataVolumeStage(definition), ...fault, path: `${place}${fault.path}` }];
}

function faultOf(registry: Record<string, any>, place: string): Omit<Violation, 'manifest'> | undefined {
  const { url, imageStream, pullMethod } = registry;
  if ((url === undefined) === (imageStream === undefined)) {
    const message = url === undefined ? 'CDI refuses a registry source without an image' : 'CDI refuses both url and imageStream';
    return { path: '', value: registry, message, remedy: 'Set either url: docker://<image> or imageStream.' };
  }
  if (pullMethod !== undefined && !PULL_METHODS.includes(pullMethod)) {
    const remedy = didYouMean(String(pullMethod), PULL_METHODS);
    const fix = nearestValue(`${place}.pullMethod`, String(pullMethod), PULL_METHODS);
    return { path: '.pullMethod', value: pullMethod, message: 'CDI knows no such method', remedy, fix };
  }
  if (imageStream !== undefined && pullMethod !== 'node') {
    return {
      path: '.pullMethod',
      value: pullMethod,
      message: 'CDI refuses an ImageStream that is not pulled by the node',
      remedy: 'Set pullMethod: node.',
      fix: safeSetting(`${place}.pullMethod`, 'node'),
    };
  }
  if (typeof url === 'string' && !hasFormat(url, REGISTRY_URL)) {
    return {
      path: '.url',
      value: url,
      message: `CDI takes nothing but ${REGISTRY_URL.words}`,
      remedy: 'Put docker:// before the name of the image.',
      fix: IMAGE_NAME.test(url) ? safeSetting(`${place}.url`, `docker://${url}`) : undefined,
    };
  }
  return undefined;
}
