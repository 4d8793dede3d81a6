import { OBJECT_NAMES } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { displayName, type TwinView, twins } from '../../../graph';
import type { Rule } from '../../rule';
import { Severity } from '../../severity';

/** There is one object of a name. */
export const objectDeclaredTwice: Rule<TwinView> = {
  id: 'object-declared-twice',
  title: 'An object is declared once',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'wiring',
  rationale:
    'Two manifests with the same group, kind, namespace and name are one object: what is applied last overwrites the other, and with each ' +
    'round of Argo CD or Flux they take turns. Kustomize refuses them.',
  remediation: 'Remove one of the two, or give it another name.',
  references: [OBJECT_NAMES],
  subjects: twins,
  evaluate: ({ manifest, other, difference, otherFolder }) => {
    if (difference === undefined || otherFolder !== undefined) {
      return [];
    }
    const name = manifest.metadata?.name;
    const message =
      `another manifest (${other.apiVersion}) declares ${displayName(other)} too, and differs from this one in ${difference}: ` +
      'what is applied last overwrites the other';
    return [{ manifest, path: 'metadata.name', value: name, message, remedy: 'Remove one of the two, or give it another name.' }];
  },
};
