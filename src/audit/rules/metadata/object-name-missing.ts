import { OBJECT_META_VALIDATION, OBJECT_NAMES } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { isStoredKind } from '../../../facts';
import { apiGroup, isObject, type Manifest } from '../../../graph';
import { NOT_APPLICABLE, type Rule } from '../../rule';
import { Severity } from '../../severity';

/** An object is known by its name. */
export const objectNameMissing: Rule<Manifest> = {
  id: 'object-name-missing',
  title: 'An object has a name',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale: 'The API server refuses an object without metadata.name, unless metadata.generateName has it make one up.',
  remediation: 'Set metadata.name.',
  references: [OBJECT_NAMES, OBJECT_META_VALIDATION],
  subjects: (graph) => graph.manifests,
  evaluate: (manifest) => {
    if (!isStoredKind(apiGroup(manifest), manifest.kind)) {
      return NOT_APPLICABLE;
    }
    const { name, generateName } = isObject(manifest.metadata) ? manifest.metadata : {};
    const isNamed = [name, generateName].some((given) => given !== undefined && given !== '');
    const message = 'the API server refuses an object without a name';
    return isNamed ? [] : [{ manifest, path: 'metadata.name', value: name, message, remedy: 'Set it, e.g. to "web".' }];
  },
};
