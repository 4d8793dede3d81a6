import { NODE_HEALTH_CHECK_VALIDATION } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { MACHINE_DELETION_REMEDIATION_TEMPLATE_KIND } from '../../../facts';
import { type NodeHealthCheckView, nodeHealthChecks } from '../../../graph';
import { NOT_APPLICABLE, type Rule } from '../../rule';
import { Severity } from '../../severity';

/** Machine deletion changes the number of nodes that maxUnhealthy is subtracted from. */
export const maxUnhealthyWithMachineDeletion: Rule<NodeHealthCheckView> = {
  id: 'max-unhealthy-with-machine-deletion',
  title: 'A NodeHealthCheck that deletes Machines uses minHealthy',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale:
    'While a Machine is replaced its node is missing, so that the number of unhealthy nodes says little. The webhook refuses ' +
    'maxUnhealthy together with a MachineDeletionRemediationTemplate, also as a step of an escalation.',
  remediation: 'Use minHealthy.',
  references: [NODE_HEALTH_CHECK_VALIDATION],
  subjects: nodeHealthChecks,
  evaluate: ({ manifest, spec, steps }) => {
    if (!steps.some(({ template }) => deletesMachines(template.kind))) {
      return NOT_APPLICABLE;
    }
    if ((spec.maxUnhealthy ?? undefined) === undefined) {
      return [];
    }
    return [
      {
        manifest,
        path: 'spec.maxUnhealthy',
        value: spec.maxUnhealthy,
        message: `the webhook of the operator refuses it together with a ${MACHINE_DELETION_REMEDIATION_TEMPLATE_KIND}`,
        remedy: 'Use minHealthy instead, e.g. 51%.',
      },
    ];
  },
};

/** The webhook compares without regard to case. */
function deletesMachines(kind: unknown): boolean {
  return typeof kind === 'string' && kind.toLowerCase() === MACHINE_DELETION_REMEDIATION_TEMPLATE_KIND.toLowerCase();
}
