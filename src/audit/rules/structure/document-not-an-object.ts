import { Stage } from '../../../admission/stage';
import type { Manifest } from '../../../graph';
import type { Rule } from '../../rule';
import { Severity } from '../../severity';

export const documentNotAnObject: Rule<unknown> = {
  id: 'document-not-an-object',
  title: 'Every document is a Kubernetes object',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'schema',
  rationale: 'kubectl and the API server take objects, and lists of them with a kind. They refuse a text, a number or a bare list.',
  remediation: 'Write an object with apiVersion and kind, or several separated by ---.',
  references: ['https://kubernetes.io/docs/concepts/overview/working-with-objects/#required-fields'],
  subjects: (graph) => graph.strays,
  evaluate: (stray) => [
    {
      manifest: stray as Manifest,
      path: '',
      value: stray,
      shown: Array.isArray(stray) ? `a list of ${stray.length}` : typeof stray === 'string' ? 'a text' : String(stray),
      message: 'this is no Kubernetes object, and kubectl refuses it',
      remedy: Array.isArray(stray)
        ? 'Write the objects one by one, separated by ---, or as items of a List.'
        : 'Write an object with apiVersion and kind.',
    },
  ],
};
