import type { AdmissionCheck, CheckedSource } from './admission-check';

const REFUSED = 'kubevirt-configuration-refused';
const HYPER_CONVERGED = 'hyper-converged-configuration-refused';
const SETTINGS = 'the objects of the cluster, and what the operators make of them';

function check(name: string, refuses: string, rule = REFUSED, releases: Pick<AdmissionCheck, 'since' | 'until'> = {}): AdmissionCheck {
  return { function: name, refuses, ...releases, rules: [rule] };
}

/** What is refused of the objects that configure KubeVirt. */
export const CLUSTER_CONFIGURATION: readonly CheckedSource[] = [
  {
    component: 'KubeVirt',
    file: 'pkg/virt-operator/webhooks/kubevirt-create-admitter.go',
    checks: [{ function: 'Admit', refuses: 'a second KubeVirt object', state: 'the other KubeVirt objects' }],
  },
  {
    component: 'KubeVirt',
    file: 'pkg/virt-operator/webhooks/kubevirt-update-admitter.go',
    checks: [
      check('validateCustomizeComponents', 'a patch that is no JSON'),
      check('validateCertificates', 'deprecated intervals beside ca or server'),
      check('validateCertificates', 'a CA that is renewed before its time begins'),
      check('validateCertificates', 'certificates that are renewed before their time begins'),
      check('validateCertificates', 'certificates that last longer than their CA'),
      check('validateGuestToRequestHeadroom', 'a ratio that is no number, or below 1'),
      check('validateTLSConfiguration', 'ciphers without a minimum of TLS below 1.3'),
      check('validateTLSConfiguration', 'a cipher that does not exist'),
      check('validateSeccompConfiguration', 'a profile of instances without a custom one'),
      check('validateSeccompConfiguration', 'a profile of the host beside that of the runtime'),
      check('validateInfraReplicas', 'no replicas'),
      check('validateFeatureGates', 'a gate that is on and off', REFUSED, { since: '1.8' }),
      check('validateVirtTemplateDeployment', 'templates without Template', 'feature-gate-missing', { since: '1.8' }),
      check('validateRoleAggregationStrategy', 'roles by hand without OptOutRoleAggregation', 'feature-gate-missing', { since: '1.8' }),
      check('validateMigrationConfiguration', 'a downtime without MigrationStallDetection', 'feature-gate-missing', { since: '1.9' }),
      {
        ...check('validateInfraPlacement', 'a placement of components that the API server refuses', 'selector-invalid'),
        state: 'what the API server says of a trial',
      },
      {
        ...check('validateWorkloadPlacement', 'a placement of handlers that the API server refuses', 'selector-invalid'),
        state: 'what the API server says of a trial',
      },
    ],
  },
  {
    component: 'HyperConverged Cluster Operator',
    file: 'pkg/webhooks/validator/validator.go',
    checks: [
      { function: 'Handle', refuses: 'a second HyperConverged object, or one elsewhere', state: SETTINGS },
      check('validateCertConfig', 'a duration of certificates below ten minutes', HYPER_CONVERGED),
      check('validateCertConfig', 'certificates that are renewed before their time begins', HYPER_CONVERGED),
      check('validateCertConfig', 'certificates that last longer than their CA', HYPER_CONVERGED),
      check('validateDataImportCronTemplates', 'an annotation of a template that is neither true nor false', HYPER_CONVERGED),
      check('validateDataImportCronTemplates', 'a template without a spec that is on', HYPER_CONVERGED),
      { function: 'validateTLSSecurityProfiles', refuses: 'a custom profile of TLS without its settings', since: '1.8' },
      check('validateTLSSecurityProfiles', 'a least release of TLS that does not exist', HYPER_CONVERGED),
      check('validateTLSSecurityProfiles', 'ciphers without one that HTTP/2 asks for', HYPER_CONVERGED),
      check('validateTLSSecurityProfiles', 'ciphers beside TLS 1.3', HYPER_CONVERGED),
      { function: 'validateMediatedDeviceTypes', refuses: 'two lists of mediated devices that differ' },
      { ...check('validateAffinity', 'an affinity of components that is none', 'selector-invalid') },
      { function: 'dryRunUpdateComponents', refuses: 'what the operators of the components refuse', state: SETTINGS },
    ],
  },
];
