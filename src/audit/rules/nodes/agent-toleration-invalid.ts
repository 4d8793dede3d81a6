import { SELF_NODE_REMEDIATION_CONFIG_WEBHOOK } from '../../../admission';
import { objectsOf, type SelfNodeRemediationConfigView, selfNodeRemediationConfigs } from '../../../graph';
import { NOT_APPLICABLE, type Rule } from '../../rule';
import { Severity } from '../../severity';

const OPERATORS = ['', 'Equal', 'Exists'];
const EFFECTS = ['', 'NoSchedule', 'PreferNoSchedule', 'NoExecute'];

/** What a pod could not have, its agents cannot have either. */
export const agentTolerationInvalid: Rule<SelfNodeRemediationConfigView> = {
  id: 'agent-toleration-invalid',
  title: 'The tolerations of self node remediation agents are valid',
  severity: Severity.ERROR,
  category: 'admission',
  rationale:
    'The schema takes any text for the operator and the effect of a toleration. The webhook refuses unknown ones, and a value beside the ' +
    'operator Exists, which does not compare values.',
  remediation: 'Use Exists without a value, or Equal with one, and an effect that Kubernetes has, or none for all.',
  references: [SELF_NODE_REMEDIATION_CONFIG_WEBHOOK, 'https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/'],
  subjects: selfNodeRemediationConfigs,
  evaluate: ({ manifest, spec }) => {
    const tolerations = objectsOf(spec.customDsTolerations);
    if (tolerations.length === 0) {
      return NOT_APPLICABLE;
    }
    return tolerations.flatMap((toleration, index) =>
      faultsOf(toleration).map(({ field, message, remedy }) => ({
        manifest,
        path: `spec.customDsTolerations[${index}].${field}`,
        value: toleration[field],
        message,
        remedy,
      })),
    );
  },
};

function faultsOf(toleration: Record<string, any>): { field: string; message: string; remedy: string }[] {
  const [operator, effect, value] = ['operator', 'effect', 'value'].map((field) => toleration[field] ?? '');
  const faults = [];
  if (!OPERATORS.includes(operator)) {
    faults.push({ field: 'operator', message: 'a toleration compares by Equal or Exists', remedy: 'Use one of them.' });
  }
  if (operator === 'Exists' && value !== '') {
    faults.push({ field: 'value', message: 'the operator Exists takes no value', remedy: 'Remove it, or use the operator Equal.' });
  }
  if (!EFFECTS.includes(effect)) {
    const message = 'taints have no such effect';
    faults.push({ field: 'effect', message, remedy: 'Use NoSchedule, PreferNoSchedule or NoExecute, or leave it out for all.' });
  }
  return faults;
}
