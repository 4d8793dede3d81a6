import { HEALTH_CHECK_CONTROLLER, METAL3_REMEDIATION_CONTROLLER } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { MACHINE_API_NAMESPACE, METAL3_TEMPLATE_GROUP, METAL3_TEMPLATE_KIND } from '../../../facts';
import type { Manifest } from '../../../graph';
import { NOT_APPLICABLE, type Rule } from '../../rule';
import { Severity } from '../../severity';

/** A Metal3RemediationTemplate is used where the Machines are. */
export const remediationTemplateNamespaceUnwatched: Rule<Manifest> = {
  id: 'remediation-template-namespace-unwatched',
  title: `A Metal3RemediationTemplate belongs in ${MACHINE_API_NAMESPACE}`,
  severity: Severity.ERROR,
  stage: Stage.RUN,
  category: 'wiring',
  rationale:
    'MachineHealthChecks look for templates in the namespace of the Machines, and NodeHealthChecks refuse Metal3 templates ' +
    'of any other namespace: elsewhere a template is accepted and never used.',
  remediation: `Move the template to the namespace ${MACHINE_API_NAMESPACE}.`,
  references: [
    HEALTH_CHECK_CONTROLLER,
    METAL3_REMEDIATION_CONTROLLER,
    'https://github.com/medik8s/node-healthcheck-operator/blob/main/internal/controller/resources/templates.go',
  ],
  subjects: (graph) => graph.ofKind(METAL3_TEMPLATE_GROUP, METAL3_TEMPLATE_KIND),
  evaluate: (manifest) => {
    const namespace = manifest.metadata?.namespace;
    if (namespace === undefined) {
      return NOT_APPLICABLE;
    }
    if (namespace === MACHINE_API_NAMESPACE) {
      return [];
    }
    return [
      {
        manifest,
        path: 'metadata.namespace',
        value: namespace,
        message: `health checks look for Metal3 templates in ${MACHINE_API_NAMESPACE} only, so this one is never used`,
        remedy: `Use the namespace ${MACHINE_API_NAMESPACE}.`,
      },
    ];
  },
};
