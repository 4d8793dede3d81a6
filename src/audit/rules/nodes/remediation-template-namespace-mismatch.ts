import { HEALTH_CHECK_CONTROLLER } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { type MachineHealthCheckView, machineHealthChecks } from '../../../graph';
import { NOT_APPLICABLE, type Rule } from '../../rule';
import { Severity } from '../../severity';

/** A remediation template is looked for where the Machine is. */
export const remediationTemplateNamespaceMismatch: Rule<MachineHealthCheckView> = {
  id: 'remediation-template-namespace-mismatch',
  title: 'The remediation template of a MachineHealthCheck is in the namespace of the health check',
  severity: Severity.ERROR,
  stage: Stage.RUN,
  category: 'wiring',
  rationale:
    'The controller looks the template up in the namespace of the Machine, whatever the reference says. A template in ' +
    'another namespace, such as that of a medik8s operator, is not found, and the Machine is never remediated.',
  remediation: 'Put the template into the namespace of the MachineHealthCheck and refer to it there.',
  references: [HEALTH_CHECK_CONTROLLER],
  subjects: machineHealthChecks,
  evaluate: ({ manifest, namespace, template }) => {
    if (namespace === undefined || template?.namespace === undefined) {
      return NOT_APPLICABLE;
    }
    if (template.namespace === namespace) {
      return [];
    }
    return [
      {
        manifest,
        path: 'spec.remediationTemplate.namespace',
        value: template.namespace,
        message: `the controller looks for the template in ${namespace}, where the Machines are, and remediates nothing without it`,
        remedy: `Put the template into ${namespace} and refer to it there.`,
      },
    ];
  },
};
