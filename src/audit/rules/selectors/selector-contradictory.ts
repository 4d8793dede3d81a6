import { type Contradiction, contradictions } from '../../../admission';
import { type RequirementView, type SelectorView, selectors } from '../../../graph';
import { NOT_APPLICABLE, type Rule } from '../../rule';
import { Severity } from '../../severity';

/** All labels and expressions of a selector have to hold at once. */
export const selectorContradictory: Rule<SelectorView> = {
  id: 'selector-contradictory',
  title: 'The labels and expressions of a selector can hold together',
  severity: Severity.ERROR,
  category: 'wiring',
  rationale:
    'The labels and expressions of a selector are joined by "and". Two expressions that ask for different values of one label were meant ' +
    'as "or", and select nothing: a health check with such a selector watches nobody, a budget protects nobody, an affinity term is ' +
    'never met.',
  remediation: 'List the values in one expression with In, or write two objects or terms.',
  references: ['https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#label-selectors'],
  subjects: selectors,
  evaluate: (view) => {
    const { requirements } = view;
    if (requirements.length < 2) {
      return requirements.length === 0 ? NOT_APPLICABLE : [];
    }
    return contradictions(requirements).map((contradiction) => violation(view, contradiction));
  },
};

function violation({ manifest }: SelectorView, { requirement, other }: Contradiction) {
  const message = `${other.path} asks that the label ${other.key} ${wanted(other)}, and both have to hold: it selects nothing`;
  const areLists = [requirement, other].every(({ operator }) => operator === 'In');
  const remedy = areLists ? 'List the values in one expression with operator: In to select any of them.' : 'Remove one of the two.';
  return { manifest, path: requirement.path, value: requirement.value, message, remedy };
}

function wanted({ operator, values }: RequirementView): string {
  const listed = values.map((value) => JSON.stringify(value)).join(', ');
  switch (operator) {
    case 'In':
      return values.length === 1 ? `is ${listed}` : `is one of ${listed}`;
    case 'NotIn':
      return values.length === 1 ? `is not ${listed}` : `is none of ${listed}`;
    case 'Gt':
      return `is more than ${values[0]}`;
    case 'Lt':
      return `is less than ${values[0]}`;
    default:
      return operator === 'Exists' ? 'is there' : 'is not there';
  }
}
