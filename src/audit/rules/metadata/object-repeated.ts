import { OBJECT_NAMES } from '../../../admission';
import { displayName, type TwinView, twins } from '../../../graph';
import type { Rule } from '../../rule';
import { Severity } from '../../severity';

/** A copy does no harm until one of the two is changed. */
export const objectRepeated: Rule<TwinView> = {
  id: 'object-repeated',
  title: 'No manifest is there twice',
  severity: Severity.WARNING,
  category: 'wiring',
  rationale:
    'Two equal manifests of one object do no harm where kubectl applies them. Kustomize refuses them, and once one of them is changed the ' +
    'other undoes it.',
  remediation: 'Remove one of the two.',
  references: [OBJECT_NAMES],
  subjects: twins,
  evaluate: ({ manifest, other, difference, otherFolder }) => {
    if (difference !== undefined || otherFolder !== undefined) {
      return [];
    }
    const message = `an equal manifest declares ${displayName(other)} too, and will undo the changes of this one`;
    return [{ manifest, path: 'metadata.name', value: manifest.metadata?.name, message, remedy: 'Remove one of the two.' }];
  },
};
