import { NODE_HEALTH_CHECK_GUIDE, NODE_HEALTH_CHECK_TEMPLATES } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { REMEDIATORS } from '../../../facts';
import { type NodeHealthCheckView, nodeHealthChecks } from '../../../graph';
import { setting } from '../../fix';
import { NOT_APPLICABLE, type Rule } from '../../rule';
import { Severity } from '../../severity';

const SUFFIX = 'Template';

const KNOWN_KINDS: ReadonlySet<string | undefined> = new Set(REMEDIATORS.map(({ kind }) => kind));

/** The kind of the remediation is the kind of the template without its last word. */
export const remediationTemplateKindInvalid: Rule<NodeHealthCheckView> = {
  id: 'remediation-template-kind-invalid',
  title: 'The kind of a remediation template ends with Template',
  severity: Severity.ERROR,
  stage: Stage.RUN,
  category: 'wiring',
  rationale:
    'The operator makes the kind of the remediation by cutting Template off the kind of the template. With a reference to the ' +
    'remediation itself, or to something else, there is nothing that it could make.',
  remediation: 'Refer to the template, e.g. to a SelfNodeRemediationTemplate and not to a SelfNodeRemediation.',
  references: [NODE_HEALTH_CHECK_GUIDE, NODE_HEALTH_CHECK_TEMPLATES],
  subjects: nodeHealthChecks,
  evaluate: ({ manifest, steps }) => {
    const named = steps.filter(({ template }) => typeof template.kind === 'string');
    if (named.length === 0) {
      return NOT_APPLICABLE;
    }
    return named
      .filter(({ template }) => !template.kind.endsWith(SUFFIX))
      .map(({ path, template }) => ({
        manifest,
        path: `${path}.kind`,
        value: template.kind,
        message: `remediation templates have a kind that ends with ${SUFFIX}, and without one no node is remediated`,
        remedy: `Refer to a template, such as a SelfNodeRemediation${SUFFIX}.`,
        fix: KNOWN_KINDS.has(template.kind + SUFFIX) ? setting(`${path}.kind`, template.kind + SUFFIX) : undefined,
      }));
  },
};
