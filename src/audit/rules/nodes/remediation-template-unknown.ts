import { HEALTH_CHECK_CONTROLLER, NODE_HEALTH_CHECK_TEMPLATES, templateFault } from '../../../admission';
import { Stage } from '../../../admission/stage';
import {
  MachineHealthCheckView,
  machineHealthChecks,
  type NodeHealthCheckView,
  nodeHealthChecks,
  type RemediationStep,
} from '../../../graph';
import { setting } from '../../fix';
import { NOT_APPLICABLE, type Rule } from '../../rule';
import { Severity } from '../../severity';

/** API version and kind of a template belong together. */
export const remediationTemplateUnknown: Rule<MachineHealthCheckView | NodeHealthCheckView> = {
  id: 'remediation-template-unknown',
  title: 'A health check refers to a kind of template that its remediator has',
  severity: Severity.ERROR,
  stage: Stage.RUN,
  category: 'wiring',
  rationale:
    'Nothing compares the API version of a remediation template with its kind. When there is no such template the operator of a ' +
    'NodeHealthCheck disables it (RemediationTemplateNotFound), and the controller of a MachineHealthCheck fails each time it wants to ' +
    'remediate: nodes that die stay dead, and so do their VMs. Remediators that are not known here are not judged.',
  remediation: 'Copy API version and kind from the template: each remediator has a group of its own.',
  references: [NODE_HEALTH_CHECK_TEMPLATES, HEALTH_CHECK_CONTROLLER, 'https://github.com/medik8s'],
  subjects: (graph) => [...nodeHealthChecks(graph), ...machineHealthChecks(graph)],
  evaluate: (check) => {
    const references = referencesOf(check);
    if (references.length === 0) {
      return NOT_APPLICABLE;
    }
    return references.flatMap(({ path, template }) => {
      const fault = templateFault(template);
      return fault === undefined
        ? []
        : [
            {
              manifest: check.manifest,
              path: `${path}.${fault.field}`,
              value: template[fault.field],
              message: `${fault.message}, so the template is not found, and no node is remediated`,
              remedy: fault.remedy,
              fix: fault.wanted === undefined ? undefined : setting(`${path}.${fault.field}`, fault.wanted),
            },
          ];
    });
  },
};

function referencesOf(check: MachineHealthCheckView | NodeHealthCheckView): RemediationStep[] {
  if (check instanceof MachineHealthCheckView) {
    return check.template === undefined ? [] : [{ path: 'spec.remediationTemplate', template: check.template }];
  }
  return check.steps;
}
