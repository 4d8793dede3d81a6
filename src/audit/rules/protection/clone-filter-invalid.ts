import { ProtectionSource } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { clones, type FieldValue, fieldValues, type Manifest } from '../../../graph';
import { NOT_APPLICABLE, type Rule } from '../../rule';
import { Severity } from '../../severity';

const FILTERS = [
  ['spec', 'labelFilters[]'],
  ['spec', 'annotationFilters[]'],
  ['spec', 'template', 'labelFilters[]'],
  ['spec', 'template', 'annotationFilters[]'],
];

export const cloneFilterInvalid: Rule<Manifest> = {
  id: 'clone-filter-invalid',
  title: 'Filters of a clone negate at the beginning and have their wildcard at the end',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale:
    'KubeVirt refuses a filter that is empty or nothing but "!", that has "!" elsewhere than in front, or "*" elsewhere than at the end.',
  remediation: 'Write a key, "prefix*", "!key" or "!prefix*".',
  references: [ProtectionSource.CLONE_ADMITTER],
  subjects: clones,
  evaluate: (clone) => {
    const filters = FILTERS.flatMap((steps) => fieldValues(clone, steps)).filter(({ value }) => typeof value === 'string');
    return filters.length === 0 ? NOT_APPLICABLE : filters.filter(isInvalid).map((filter) => violation(clone, filter));
  },
};

function isInvalid({ value }: FieldValue): boolean {
  const filter = String(value);
  return filter === '' || filter === '!' || filter.slice(1).includes('!') || filter.slice(0, -1).includes('*');
}

function violation(manifest: Manifest, { path, value }: FieldValue) {
  const message =
    value === ''
      ? 'KubeVirt cannot read an empty filter, and refuses the clone'
      : 'KubeVirt takes "!" only in front of a key and "*" only at its end, and refuses the clone';
  return { manifest, path, value, message, remedy: 'Write a key, "prefix*", "!key" or "!prefix*".' };
}
