import { ProtectionSource } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { isJson } from '../../../facts';
import { clones, fieldValues, type Manifest } from '../../../graph';
import { NOT_APPLICABLE, type Rule } from '../../rule';
import { Severity } from '../../severity';

const PATCHES = ['spec', 'patches[]'];

export const clonePatchInvalid: Rule<Manifest> = {
  id: 'clone-patch-invalid',
  title: 'Patches of a clone are JSON',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale: 'KubeVirt refuses a clone with a patch that is no JSON.',
  remediation: 'Write {"op": "replace", "path": "/spec/…", "value": …}.',
  references: [ProtectionSource.CLONE_ADMITTER],
  mentions: ['patches'],
  subjects: clones,
  evaluate: (clone) => {
    const patches = fieldValues(clone, PATCHES);
    if (patches.length === 0) {
      return NOT_APPLICABLE;
    }
    return patches
      .filter(({ value }) => typeof value === 'string' && !isJson(value))
      .map(({ path, value }) => ({
        manifest: clone,
        path,
        value,
        message: 'this is no JSON, and KubeVirt refuses the clone',
        remedy: 'Write one operation as JSON, e.g. {"op": "replace", "path": "/spec/runStrategy", "value": "Halted"}.',
      }));
  },
};
