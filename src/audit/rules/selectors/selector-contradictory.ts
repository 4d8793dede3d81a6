import { contradictions } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { type SelectorView, selectors } from '../../../graph';
import { contradictionViolation } from '../../contradiction-violation';
import { NOT_APPLICABLE, type Rule } from '../../rule';
import { Severity } from '../../severity';

/** All labels and expressions of a selector have to hold at once. */
export const selectorContradictory: Rule<SelectorView> = {
  id: 'selector-contradictory',
  title: 'The labels and expressions of a selector can hold together',
  severity: Severity.ERROR,
  stage: Stage.RUN,
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
    if (view.isPreference || requirements.length < 2) {
      return view.isPreference || requirements.length === 0 ? NOT_APPLICABLE : [];
    }
    return contradictions(requirements).map((contradiction) => contradictionViolation(view, contradiction));
  },
};
