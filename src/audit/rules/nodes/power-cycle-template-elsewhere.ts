import { NODE_HEALTH_CHECK_TEMPLATES } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { MACHINE_API_NAMESPACE, METAL3_TEMPLATE_KIND } from '../../../facts';
import { type NodeHealthCheckView, nodeHealthChecks } from '../../../graph';
import { NOT_APPLICABLE, type Rule } from '../../rule';
import { Severity } from '../../severity';

/** A Metal3 remediation is owned by a Machine, and owners are in the namespace of what they own. */
export const powerCycleTemplateElsewhere: Rule<NodeHealthCheckView> = {
  id: 'power-cycle-template-elsewhere',
  title: `A NodeHealthCheck refers to Metal3 templates in ${MACHINE_API_NAMESPACE}`,
  severity: Severity.ERROR,
  stage: Stage.RUN,
  category: 'wiring',
  rationale:
    'A Metal3 remediation finds its host through the Machine that owns it, and an owner is in the same namespace. The operator ' +
    'disables a health check that refers to a Metal3 template of another namespace.',
  remediation: `Put the template into ${MACHINE_API_NAMESPACE} and refer to it there.`,
  references: [NODE_HEALTH_CHECK_TEMPLATES],
  subjects: nodeHealthChecks,
  evaluate: ({ manifest, steps }) => {
    const metal3 = steps.filter(({ template }) => template.kind === METAL3_TEMPLATE_KIND && typeof template.namespace === 'string');
    if (metal3.length === 0) {
      return NOT_APPLICABLE;
    }
    return metal3
      .filter(({ template }) => template.namespace !== MACHINE_API_NAMESPACE)
      .map(({ path, template }) => ({
        manifest,
        path: `${path}.namespace`,
        value: template.namespace,
        message: `the operator disables a health check whose Metal3 template is not in ${MACHINE_API_NAMESPACE}`,
        remedy: `Put the template into ${MACHINE_API_NAMESPACE} and refer to it there.`,
      }));
  },
};
