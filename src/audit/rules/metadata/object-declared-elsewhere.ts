import { OBJECT_NAMES } from '../../../admission';
import { displayName, type TwinView, twins } from '../../../graph';
import type { Rule } from '../../rule';
import { Severity } from '../../severity';

/** Folders are often for clusters of their own: nobody knows whether both reach the same one. */
export const objectDeclaredElsewhere: Rule<TwinView> = {
  id: 'object-declared-elsewhere',
  title: 'An object is declared in one folder',
  severity: Severity.INFO,
  category: 'wiring',
  rationale:
    'Two folders that declare the same object in different ways are right where each is for another cluster. On one cluster what is ' +
    'applied last overwrites the other, and Argo CD warns of a resource that is part of two applications.',
  remediation: 'Audit folders for different clusters one by one. Where both go to one cluster, remove one of the two.',
  references: [
    OBJECT_NAMES,
    'https://argo-cd.readthedocs.io/en/stable/user-guide/sync-options/#fail-the-sync-if-a-shared-resource-is-found',
  ],
  subjects: twins,
  evaluate: ({ manifest, other, difference, otherFolder }) => {
    if (difference === undefined || otherFolder === undefined) {
      return [];
    }
    const message =
      `a manifest in the folder ${otherFolder} declares ${displayName(other)} too, and differs from this one in ${difference}: ` +
      'on one cluster what is applied last overwrites the other';
    const remedy = 'Remove one of the two, unless each folder is for a cluster of its own.';
    return [{ manifest, path: 'metadata.name', value: manifest.metadata?.name, message, remedy }];
  },
};
