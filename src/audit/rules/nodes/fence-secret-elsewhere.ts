import { FENCE_AGENTS_PARAMETERS } from '../../../admission';
import { type FenceAgentsTemplateView, fenceAgentsTemplates, type ManifestGraph } from '../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../rule';
import { Severity } from '../../severity';

/** Secrets are read where the template is. */
export const fenceSecretElsewhere: Rule<ManifestGraph> = {
  id: 'fence-secret-elsewhere',
  title: 'The Secrets of a fence agent are in the namespace of its template',
  severity: Severity.WARNING,
  category: 'wiring',
  rationale:
    'The operator reads Secrets of its own namespace only, and looks for those of a template where the template is. A Secret in ' +
    'another namespace is not found: the webhook refuses the template, unless one of the same name is there already.',
  remediation: 'Put the Secret into the namespace of the template, which is that of the operator.',
  references: [
    FENCE_AGENTS_PARAMETERS,
    'https://github.com/medik8s/fence-agents-remediation/blob/main/controllers/fenceagentsremediation_controller.go',
  ],
  subjects: (graph) => [graph],
  evaluate: (graph) => {
    const templates = fenceAgentsTemplates(graph).filter(({ secrets }) => secrets.length > 0);
    return templates.length === 0 ? NOT_APPLICABLE : judge(templates, graph);
  },
};

/** Whether an object without a namespace comes into the right one is decided by whoever applies it. */
function judge(templates: readonly FenceAgentsTemplateView[], graph: ManifestGraph): Outcome {
  const namespaces = new Map(graph.ofKind('', 'Secret').map(({ metadata }) => [metadata?.name, metadata?.namespace]));
  const known = templates
    .filter(({ manifest }) => manifest.metadata?.namespace !== undefined)
    .flatMap((template) =>
      template.secrets.flatMap((reference) => {
        const namespace = namespaces.get(reference.name);
        return namespace === undefined ? [] : [{ template, reference, namespace }];
      }),
    );
  if (known.length === 0) {
    return NOT_APPLICABLE;
  }
  return known
    .filter(({ template, reference }) => template.secret(graph, reference) === undefined)
    .map(({ template, reference: { path, name }, namespace }) => ({
      manifest: template.manifest,
      path,
      value: name,
      message: `the Secret of this name is in ${namespace}, and the operator looks for it in ${template.manifest.metadata?.namespace}`,
      remedy: `Put the Secret into the namespace ${template.manifest.metadata?.namespace}.`,
    }));
}
