import { NODE_HEALTH_CHECK_WEBHOOK } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { FENCE_AGENTS_REMEDIATION_TEMPLATE_KIND, MULTIPLE_TEMPLATES_ANNOTATION, SELF_NODE_REMEDIATION_TEMPLATE_KIND } from '../../../facts';
import { isObject, type Manifest, type NodeHealthCheckView, nodeHealthChecks, type RemediationStep, templateOf } from '../../../graph';
import { NOT_APPLICABLE, type Rule } from '../../rule';
import { Severity } from '../../severity';

/** Templates that their operators annotate by themselves. */
const ANNOTATED_KINDS = [SELF_NODE_REMEDIATION_TEMPLATE_KIND, FENCE_AGENTS_REMEDIATION_TEMPLATE_KIND];

/** Two remediations of one kind would have the same name. */
export const escalationKindRepeated: Rule<NodeHealthCheckView> = {
  id: 'escalation-kind-repeated',
  title: 'An escalation uses a kind of remediation twice only if it can be told apart',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale:
    'A remediation has the name of its node, so that two of one kind collide unless the remediator supports several templates. The ' +
    `webhook looks for the annotation ${MULTIPLE_TEMPLATES_ANNOTATION} on all templates of the kind. The operators of self node ` +
    'remediation and fence agents set it by themselves, others do not.',
  remediation: 'Use each kind once, other than self node remediation and fence agents.',
  references: [NODE_HEALTH_CHECK_WEBHOOK],
  subjects: nodeHealthChecks,
  evaluate: ({ manifest, steps }, { graph }) => {
    const repeated = steps.length < 2 ? [] : repeatedSteps(steps);
    const known = repeated.flatMap((step) => {
      const template = templateOf(graph, step.template);
      return template === undefined ? [] : [{ ...step, isAnnotated: isAnnotated(template) }];
    });
    if (known.length === 0) {
      return NOT_APPLICABLE;
    }
    return known
      .filter(({ isAnnotated: annotated }) => !annotated)
      .map(({ path, template: { kind } }) => ({
        manifest,
        path: `${path}.kind`,
        value: kind,
        message: `another step is of this kind, and its remediations would have the same name, so the webhook of the operator refuses it`,
        remedy: 'Use each kind once; self node remediation and fence agents may occur more often.',
      }));
  },
};

/** The steps whose kind occurs more than once. */
function repeatedSteps(steps: readonly RemediationStep[]): RemediationStep[] {
  const counts = new Map<unknown, number>();
  for (const { template } of steps) {
    counts.set(template.kind, (counts.get(template.kind) ?? 0) + 1);
  }
  return steps.filter(({ template }) => (counts.get(template.kind) ?? 0) > 1);
}

function isAnnotated({ kind, metadata }: Manifest): boolean {
  const annotations: unknown = metadata?.annotations;
  return ANNOTATED_KINDS.includes(kind) || (isObject(annotations) && MULTIPLE_TEMPLATES_ANNOTATION in annotations);
}
