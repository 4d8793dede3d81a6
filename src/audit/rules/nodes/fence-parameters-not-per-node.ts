import { FENCE_AGENTS_PARAMETERS } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { type FenceAgentsTemplateView, fenceAgentsTemplates, hasActionIn, mayNameNode } from '../../../graph';
import { NOT_APPLICABLE, type Rule, type Violation } from '../../rule';
import { Severity } from '../../severity';

/** What is the same for all nodes fences one host, whichever node has failed. */
export const fenceParametersNotPerNode: Rule<FenceAgentsTemplateView> = {
  id: 'fence-parameters-not-per-node',
  title: 'Some parameter of a fence agent tells the nodes apart',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale:
    'The webhook refuses a template without parameters, and one whose parameters are the same for every node: the agent would power off ' +
    'the same host for each of them. A shared parameter differs when {{.NodeName}} is in it. Secrets of single nodes do not count.',
  remediation: 'List the address of each BMC in nodeparameters, or use {{.NodeName}} in a shared parameter.',
  references: [FENCE_AGENTS_PARAMETERS],
  subjects: fenceAgentsTemplates,
  evaluate: (template, { graph }) => {
    const { manifest, sharedParameters, nodeParameters, sharedSecret } = template;
    if (nodeParameters.length > 0 && isEmpty(template)) {
      return [nothingFor(template)];
    }
    if (nodeParameters.length > 0 || hasActionIn(sharedParameters)) {
      return [];
    }
    if (sharedSecret !== undefined && mayNameNode(template.secret(graph, sharedSecret))) {
      return NOT_APPLICABLE;
    }
    return [
      {
        manifest,
        path: `${template.specPath}.nodeparameters`,
        value: template.spec.nodeparameters,
        message: 'no parameter tells the nodes apart, and the webhook of the operator refuses a template that fences one host for all',
        remedy: 'List --ip for each node here, or use {{.NodeName}} in a shared parameter.',
      },
    ];
  },
};

/** Parameters that are listed without a value for any node, and nothing else. */
function isEmpty({ parameters, secrets }: FenceAgentsTemplateView): boolean {
  return parameters.length === 0 && secrets.length === 0;
}

function nothingFor({ manifest, specPath, spec }: FenceAgentsTemplateView): Violation {
  const message = 'no node has a value for any of them, and the webhook of the operator refuses a template without parameters';
  return { manifest, path: `${specPath}.nodeparameters`, value: spec.nodeparameters, message, remedy: 'List a value for each node.' };
}
