import { contradictions } from '../../../admission';
import { type SelectorView, selectors } from '../../../graph';
import { contradictionViolation } from '../../contradiction-violation';
import { NOT_APPLICABLE, type Rule } from '../../rule';
import { Severity } from '../../severity';

/** What is only preferred keeps nothing from running, and nobody notices that it prefers nothing. */
export const preferenceContradictory: Rule<SelectorView> = {
  id: 'preference-contradictory',
  title: 'The labels and expressions of a preferred term can hold together',
  severity: Severity.WARNING,
  category: 'availability',
  rationale:
    'The expressions of a term are joined by "and". A preferred term that no node or pod can meet is passed over: the VM runs, and ' +
    'stands anywhere.',
  remediation: 'List the values in one expression with In, or write two terms.',
  references: ['https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/#affinity-and-anti-affinity'],
  mentions: ['preferredDuringSchedulingIgnoredDuringExecution'],
  subjects: selectors,
  evaluate: (view) => {
    if (!view.isPreference || view.requirements.length < 2) {
      return view.isPreference && view.requirements.length === 1 ? [] : NOT_APPLICABLE;
    }
    return contradictions(view.requirements).map((contradiction) => contradictionViolation(view, contradiction));
  },
};
