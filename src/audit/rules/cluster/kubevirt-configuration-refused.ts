import { KUBEVIRT_TREE, kubevirtFaults } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { KUBEVIRT_GROUP } from '../../../facts';
import { isObject, type Manifest } from '../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext } from '../../rule';
import { Severity } from '../../severity';

export const kubevirtConfigurationRefused: Rule<Manifest> = {
  id: 'kubevirt-configuration-refused',
  title: 'A KubeVirt object has a configuration that its operator takes',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale:
    'Once KubeVirt runs, its operator refuses changes to the KubeVirt object, its own too, while ciphers, certificates, profiles, patches, replicas or gates in it contradict each other.',
  remediation: 'Correct the configuration.',
  references: [`${KUBEVIRT_TREE}/pkg/virt-operator/webhooks/kubevirt-update-admitter.go`],
  subjects: (graph) => graph.ofKind(KUBEVIRT_GROUP, 'KubeVirt'),
  evaluate,
};

function evaluate(manifest: Manifest, { cluster }: RuleContext): Outcome {
  if (!isObject(manifest.spec)) {
    return NOT_APPLICABLE;
  }
  return kubevirtFaults(manifest, cluster.atLeast('1.8')).map(({ message, ...fault }) => ({
    manifest,
    ...fault,
    message: `${message}, and once KubeVirt runs its operator refuses every change of the object`,
  }));
}
