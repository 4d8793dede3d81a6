import { hyperConvergedFaults } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { HYPER_CONVERGED_GROUP } from '../../../facts';
import { isObject, type Manifest } from '../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../rule';
import { Severity } from '../../severity';

export const hyperConvergedConfigurationRefused: Rule<Manifest> = {
  id: 'hyper-converged-configuration-refused',
  title: 'A HyperConverged object has a configuration that its operator takes',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale:
    'The operator refuses a HyperConverged object whose certificates end before they are renewed, whose ciphers do not fit TLS or HTTP/2, or whose templates of images are neither on nor off.',
  remediation: 'Correct the configuration.',
  references: ['https://github.com/kubevirt/hyperconverged-cluster-operator/blob/v1.18.1/pkg/webhooks/validator/validator.go'],
  mentions: ['certConfig', 'tlsSecurityProfile', 'dataImportCronTemplates'],
  subjects: (graph) => graph.ofKind(HYPER_CONVERGED_GROUP, 'HyperConverged'),
  evaluate,
};

function evaluate(manifest: Manifest): Outcome {
  if (!isObject(manifest.spec)) {
    return NOT_APPLICABLE;
  }
  return hyperConvergedFaults(manifest).map(({ message, ...fault }) => ({
    manifest,
    ...fault,
    message: `${message}, and the operator refuses the object`,
  }));
}
