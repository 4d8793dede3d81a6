import { Stage } from '../../../admission/stage';
import { hasFormat, SAMPLE_PERCENTAGE } from '../../../facts';
import { type FenceAgentsTemplateView, fenceAgentsTemplates } from '../../../graph';
import { safeSetting } from '../../fix';
import { NOT_APPLICABLE, type Rule } from '../../rule';
import { Severity } from '../../severity';

/** A number of nodes or a percentage of them. */
export const fenceStatusSampleInvalid: Rule<FenceAgentsTemplateView> = {
  id: 'fence-status-sample-invalid',
  title: 'The sample for the status of fence agents is a number or a percentage',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'schema',
  rationale: 'The API server takes a whole number from 0, or a string from "0%" to "100%". A number in quotes is none of them.',
  remediation: 'Write a number without quotes, or a percentage.',
  references: ['https://github.com/medik8s/fence-agents-remediation/blob/main/api/v1alpha1/fenceagentsremediationtemplate_types.go'],
  subjects: fenceAgentsTemplates,
  evaluate: ({ manifest }) => {
    const sample: unknown = manifest.spec?.statusValidationSample;
    if (typeof sample !== 'number' && typeof sample !== 'string') {
      return NOT_APPLICABLE;
    }
    const isValid = typeof sample === 'number' ? sample >= 0 : hasFormat(sample, SAMPLE_PERCENTAGE);
    const message = `the API server takes a whole number from 0 or ${SAMPLE_PERCENTAGE.words}`;
    const remedy = 'Use e.g. 2 or "20%".';
    const path = 'spec.statusValidationSample';
    const fix = /^(0|[1-9]\d*)$/.test(String(sample)) ? safeSetting(path, Number(sample)) : undefined;
    return isValid ? [] : [{ manifest, path, value: sample, message, remedy, fix }];
  },
};
