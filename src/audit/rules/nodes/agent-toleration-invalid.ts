import { KubevirtSource, SELF_NODE_REMEDIATION_CONFIG_WEBHOOK, tolerationFaults } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { objectsOf, type SelfNodeRemediationConfigView, selfNodeRemediationConfigs } from '../../../graph';
import { NOT_APPLICABLE, type Rule } from '../../rule';
import { Severity } from '../../severity';
import { tolerationFix } from '../../toleration-fix';

/** What a pod could not have, its agents cannot have either. */
export const agentTolerationInvalid: Rule<SelfNodeRemediationConfigView> = {
  id: 'agent-toleration-invalid',
  title: 'The tolerations of self node remediation agents are what Kubernetes accepts of a pod',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale:
    'The schema takes any text for the operator and the effect of a toleration. The webhook refuses unknown ones, and a value beside the ' +
    'operator Exists. Whatever else is wrong it accepts, and the operator copies it into its DaemonSet, which Kubernetes then refuses: ' +
    'no agent runs with the new configuration, on a new cluster none at all, and no node is remediated.',
  remediation: 'Use Exists without a value, or Equal with one; an effect that Kubernetes has; tolerationSeconds with NoExecute only.',
  references: [SELF_NODE_REMEDIATION_CONFIG_WEBHOOK, KubevirtSource.POD_VALIDATION, KubevirtSource.TAINT_EVICTION],
  subjects: selfNodeRemediationConfigs,
  evaluate: ({ manifest, spec }) => {
    const tolerations = objectsOf(spec.customDsTolerations);
    if (tolerations.length === 0) {
      return NOT_APPLICABLE;
    }
    return tolerations.flatMap((toleration, index) =>
      tolerationFaults(toleration).map(({ field, refused, remedy }) => ({
        manifest,
        stage: isSeenByWebhook(field, toleration) ? Stage.APPLY : Stage.RUN,
        path: `spec.customDsTolerations[${index}].${field}`,
        value: toleration[field],
        message: `Kubernetes refuses ${refused}, so the agents of the operator do not run, and no node is remediated`,
        remedy,
        fix: tolerationFix(`spec.customDsTolerations[${index}]`, toleration, field),
      })),
    );
  },
};

/** The webhook looks at the operator, the effect, and a value beside Exists. */
function isSeenByWebhook(field: string, { operator }: Record<string, any>): boolean {
  return field === 'operator' || field === 'effect' || (field === 'value' && operator === 'Exists');
}
