import { FENCE_AGENTS_PARAMETERS } from '../../../admission';
import { entryPath } from '../../../facts';
import { type FenceAgentsTemplateView, fenceAgentsTemplates, mayTellNodesApart } from '../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext, type Violation } from '../../rule';
import { Severity } from '../../severity';

/** Fencing the wrong host is worse than fencing none: its VMs die, and those of the broken one run twice. */
export const fenceParametersOfOtherNode: Rule<FenceAgentsTemplateView> = {
  id: 'fence-parameters-of-other-node',
  title: 'The parameters of a fence agent are different for each node',
  severity: Severity.WARNING,
  category: 'recovery',
  rationale:
    'The agent gets the shared parameters and those of the node. Two nodes with the same values in nodeparameters, and nothing else that tells them apart, have one power switch: when one of them fails, the agent may power off the other, and the VMs of the failed one are started again although it still runs.',
  remediation: 'Give each node the address, or the plug, of its own power switch.',
  references: [FENCE_AGENTS_PARAMETERS],
  mentions: ['nodeparameters'],
  subjects: fenceAgentsTemplates,
  evaluate,
};

function evaluate(template: FenceAgentsTemplateView, { graph }: RuleContext): Outcome {
  if (template.nodeParameters.length === 0 || mayTellNodesApart(template, graph)) {
    return NOT_APPLICABLE;
  }
  const known = new Map<string, string>();
  return nodesOf(template).flatMap((node) => {
    const values = JSON.stringify(template.nodeParameters.map(([, byNode]) => byNode[node] ?? null));
    const other = known.get(values);
    known.set(values, other ?? node);
    return other === undefined ? [] : [violation(template, node, other)];
  });
}

/** Nodes with a Secret of their own may have all that tells them apart in it. */
function nodesOf({ nodeParameters, nodeSecrets }: FenceAgentsTemplateView): string[] {
  const names = new Set(nodeParameters.flatMap(([, byNode]) => Object.keys(byNode)));
  return [...names].filter((name) => nodeSecrets.every(({ node }) => node !== name));
}

function violation({ manifest, specPath, nodeParameters }: FenceAgentsTemplateView, node: string, other: string): Violation {
  const [[parameter, values]] = nodeParameters.filter(([, byNode]) => byNode[node] !== undefined);
  return {
    manifest,
    path: entryPath(entryPath(`${specPath}.nodeparameters`, parameter), node),
    value: values[node],
    message: `${node} has the same parameters as ${other}: to fence one of them may power off the other, whose VMs die, while those of the failed one are started a second time`,
    remedy: 'Give each node the address, or the plug, of its own power switch.',
  };
}
