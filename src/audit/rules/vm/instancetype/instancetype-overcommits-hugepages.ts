import { INSTANCETYPE_ADMITTER, instancetypes } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { isObject, type Manifest } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

export const instancetypeOvercommitsHugepages: Rule<Manifest> = {
  id: 'instancetype-overcommits-hugepages',
  title: 'An instance type does not overcommit huge pages',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale: 'Huge pages are set aside as a whole: KubeVirt refuses an instance type with both hugepages and overcommitPercent.',
  remediation: 'Remove one of them.',
  references: [INSTANCETYPE_ADMITTER],
  mentions: ['overcommitPercent'],
  subjects: instancetypes,
  evaluate,
};

function evaluate(manifest: Manifest): Outcome {
  const { overcommitPercent: value, hugepages } = isObject(manifest.spec?.memory) ? manifest.spec.memory : {};
  if (typeof value !== 'number') {
    return NOT_APPLICABLE;
  }
  const message = 'KubeVirt refuses to overcommit huge pages, which are set aside as a whole';
  const remedy = 'Remove it, or hugepages.';
  return value !== 0 && isObject(hugepages) ? [{ manifest, path: 'spec.memory.overcommitPercent', value, message, remedy }] : [];
}
