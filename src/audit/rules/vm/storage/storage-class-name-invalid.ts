import { claimOf, type DataVolumeDefinition, dataVolumeDefinitions, dataVolumeStage, KubevirtSource } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { DNS_SUBDOMAIN, hasFormat, LONGEST_DNS_NAME } from '../../../../facts';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

export const storageClassNameInvalid: Rule<DataVolumeDefinition> = {
  id: 'storage-class-name-invalid',
  title: 'The storage class of a DataVolume has a name that an object can have',
  severity: Severity.ERROR,
  stage: Stage.START,
  category: 'admission',
  rationale:
    'CDI refuses a DataVolume whose storage class has a name of more than 253 characters. For any other name that no object has, the API server refuses the claim that CDI makes.',
  remediation: 'Use the name as kubectl get storageclasses prints it.',
  references: [
    KubevirtSource.DATA_VOLUME_WEBHOOK,
    'https://github.com/kubernetes/kubernetes/blob/v1.34.0/pkg/apis/core/validation/validation.go',
  ],
  mentions: ['storageClassName'],
  subjects: dataVolumeDefinitions,
  evaluate,
};

function evaluate(definition: DataVolumeDefinition): Outcome {
  const { manifest, path, spec } = definition;
  const kind = claimOf(spec);
  const value = kind === undefined ? undefined : spec[kind].storageClassName;
  if (typeof value !== 'string' || value === '') {
    return NOT_APPLICABLE;
  }
  if (hasFormat(value, DNS_SUBDOMAIN)) {
    return [];
  }
  const isTooLong = value.length > LONGEST_DNS_NAME;
  const message = isTooLong
    ? `CDI refuses a DataVolume with a longer name here than ${LONGEST_DNS_NAME} characters`
    : `this is not ${DNS_SUBDOMAIN.words}, and the API server refuses the claim that is made of it`;
  return [
    {
      manifest,
      stage: isTooLong ? dataVolumeStage(definition) : Stage.START,
      path: `${path}.${kind}.storageClassName`,
      value,
      message,
      remedy: 'Use the name as kubectl get storageclasses prints it.',
    },
  ];
}
