import { ProtectionSource } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { clones, type Manifest, nameIn, specOf } from '../../../graph';
import { NOT_APPLICABLE, type Rule } from '../../rule';
import { Severity } from '../../severity';

export const cloneTargetIsSource: Rule<Manifest> = {
  id: 'clone-target-is-source',
  title: 'A clone has another name than the VM it is made of',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale: 'KubeVirt refuses to clone a VM onto itself.',
  remediation: 'Give the clone a name of its own, or leave the target out.',
  references: [ProtectionSource.CLONE_ADMITTER],
  subjects: clones,
  evaluate: (clone) => {
    const target = nameIn(clone, 'target');
    if (target === undefined || specOf(clone).source?.kind !== 'VirtualMachine') {
      return NOT_APPLICABLE;
    }
    if (target !== nameIn(clone, 'source')) {
      return [];
    }
    const message = 'this is the VM that is cloned, and KubeVirt refuses to clone it onto itself';
    const remedy = 'Give the clone a name of its own, or leave the target out.';
    return [{ manifest: clone, path: 'spec.target.name', value: target, message, remedy }];
  },
};
