import { NODE_HEALTH_CHECK_GUIDE, NODE_HEALTH_CHECK_TEMPLATES } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { type NodeHealthCheckView, nodeHealthChecks } from '../../../graph';
import { NOT_APPLICABLE, type Rule } from '../../rule';
import { Severity } from '../../severity';

const FIELDS = ['apiVersion', 'kind', 'name', 'namespace'] as const;

/** A NodeHealthCheck is nowhere, so that its template has to be said in full. */
export const remediationReferenceIncomplete: Rule<NodeHealthCheckView> = {
  id: 'remediation-reference-incomplete',
  title: 'A reference to a remediation template has an API version, a kind, a name and a namespace',
  severity: Severity.ERROR,
  stage: Stage.RUN,
  category: 'wiring',
  rationale:
    'The schema asks for none of them. A NodeHealthCheck has no namespace that a template could be looked for in: with an ' +
    'incomplete reference the template is not found, and the operator disables the health check.',
  remediation: 'Write all four.',
  references: [NODE_HEALTH_CHECK_GUIDE, NODE_HEALTH_CHECK_TEMPLATES],
  subjects: nodeHealthChecks,
  evaluate: ({ manifest, steps }) => {
    if (steps.length === 0) {
      return NOT_APPLICABLE;
    }
    return steps.flatMap(({ path, template }) =>
      FIELDS.filter((field) => (template[field] ?? '') === '').map((field) => ({
        manifest,
        path: `${path}.${field}`,
        value: template[field],
        message: 'the template is not found without it, and the operator disables the health check',
        remedy: `Write the ${field === 'apiVersion' ? 'API version' : field} of the template.`,
      })),
    );
  },
};
