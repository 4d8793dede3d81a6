import { OBJECT_NAMES } from '../../../admission';
import { isStoredKind } from '../../../facts';
import { apiGroup, isObject, type Manifest } from '../../../graph';
import { NOT_APPLICABLE, type Rule } from '../../rule';
import { Severity } from '../../severity';

/** A generated name is another one each time. */
export const objectNameGenerated: Rule<Manifest> = {
  id: 'object-name-generated',
  title: 'An object that is applied has a name of its own',
  severity: Severity.INFO,
  category: 'admission',
  rationale:
    'The API server makes a new name from metadata.generateName each time. kubectl create takes such an object and makes one more of it, ' +
    'kubectl apply refuses it, because it could never find it again.',
  remediation: 'Set metadata.name, or create the object with kubectl create.',
  references: [OBJECT_NAMES],
  mentions: ['generateName'],
  subjects: (graph) => graph.manifests,
  evaluate: (manifest) => {
    const { name, generateName } = isObject(manifest.metadata) ? manifest.metadata : {};
    if (!isStoredKind(apiGroup(manifest), manifest.kind) || generateName === undefined) {
      return NOT_APPLICABLE;
    }
    const message = 'kubectl apply refuses an object without a name of its own, and kubectl create makes one more each time';
    const isNamed = name !== undefined && name !== '';
    return isNamed
      ? []
      : [{ manifest, path: 'metadata.generateName', value: generateName, message, remedy: 'Set metadata.name to apply it.' }];
  },
};
