import { type CheckedSource, check } from './admission-check';

const ADMITTERS = 'pkg/virt-api/webhooks/validating-webhook/admitters';

const CLOSED = 'vm-field-value-unknown';
const NAMES = 'vm-name-invalid';
const DNS = 'dns-config-invalid';
const CREDENTIALS = 'access-credential-invalid';
const HANDLERS = 'probe-handler-not-exactly-one';
const NETWORK_PROBES = 'probe-without-pod-network';
const ACCOUNTS = 'service-account-mismatch';
const AFFINITY = 'affinity-invalid';
const SPREAD = 'topology-spread-invalid';
const SELECTORS = 'selector-invalid';
const OBJECT_NAMES = 'object-name-invalid';

/** What is refused of where a VM may run, its names, its DNS, its probes and its credentials, and of the metadata of all objects. */
export const PLACEMENT: readonly CheckedSource[] = [
  {
    component: 'KubeVirt',
    file: `${ADMITTERS}/vmi-create-admitter.go`,
    checks: [
      check('validateHostNameNotConformingToDNSLabelRules', 'a host name that is no DNS label', NAMES),
      check('validateSubdomainDNSSubdomainRules', 'a subdomain that is no DNS subdomain', NAMES),
      check('validateStartStrategy', 'an unknown start strategy, an empty one too', CLOSED),
      check('validateStartStrategy', 'a VM that starts paused with a liveness probe', 'liveness-with-paused-start'),
      check('validateLiveMigration', 'an unknown eviction strategy, an empty one too', CLOSED),
      {
        function: 'validateLiveMigration',
        refuses: 'a VM on a cluster whose own eviction strategy is unknown',
        state: 'the KubeVirt object',
      },
      check('validateProbe', 'a probe with several handlers', HANDLERS),
      check('validateProbe', 'a probe without a handler', HANDLERS),
      check('appendStatusCauseForProbeNotAllowedWithNoPodNetworkPresent', 'an HTTP probe without the pod network', NETWORK_PROBES),
      check('appendStatusCauseForProbeNotAllowedWithNoPodNetworkPresent', 'a TCP probe without the pod network', NETWORK_PROBES),
      check('validateDNSPolicy', 'an unknown DNS policy', CLOSED),
      check('validatePodDNSConfig', 'DNS policy None without a configuration', DNS),
      check('validatePodDNSConfig', 'DNS policy None without a nameserver', DNS),
      check('validatePodDNSConfig', 'more than three nameservers', DNS),
      check('validatePodDNSConfig', 'a nameserver that is no IP address', DNS),
      check('validatePodDNSConfig', 'more than six search domains', DNS),
      check('validatePodDNSConfig', 'search domains of more than 256 characters together', DNS),
      check('validatePodDNSConfig', 'a search domain that is no DNS subdomain', DNS),
      check('validatePodDNSConfig', 'a DNS option without a name', DNS),
      check('validateAccessCredentials', 'a credential that is not exactly one of a key and a password', CREDENTIALS),
      check('validateAccessCredentials', 'a key without exactly one source', CREDENTIALS),
      check('validateAccessCredentials', 'a key without exactly one way into the guest', CREDENTIALS),
      check('validateAccessCredentials', 'a key through NoCloud without such a volume', CREDENTIALS),
      check('validateAccessCredentials', 'a key through ConfigDrive without such a volume', CREDENTIALS),
      check('validateAccessCredentials', 'a key through the guest agent for no user', CREDENTIALS),
      check('validateAccessCredentials', 'a password without exactly one source', CREDENTIALS),
      check('validateAccessCredentials', 'a password without exactly one way into the guest', CREDENTIALS),
      check('validateServiceAccountName', 'a service account whose name is no DNS subdomain', NAMES, { since: '1.9' }),
      check('validateServiceAccountName', 'a service account beside a volume of another one', ACCOUNTS, { since: '1.9' }),
      check('ValidateVirtualMachineInstanceMetadata', 'labels that only KubeVirt sets', 'reserved-label'),
    ],
  },
  {
    component: 'KubeVirt',
    file: `${ADMITTERS}/validate-k8s-utils.go`,
    checks: [
      check('ValidateNodeSelector', 'required node affinity without a term', AFFINITY),
      check('ValidateNodeSelectorRequirement', 'a key of a node label that is none', SELECTORS),
      check('ValidateNodeSelectorRequirement', 'an unknown operator on a node label', SELECTORS),
      check('ValidateNodeSelectorRequirement', 'In or NotIn without values', SELECTORS),
      check('ValidateNodeSelectorRequirement', 'Exists or DoesNotExist with values', SELECTORS),
      check('ValidateNodeSelectorRequirement', 'Gt or Lt without exactly one value', SELECTORS),
      check('ValidateNodeFieldSelectorRequirement', 'a field of nodes other than the name', AFFINITY),
      check('ValidateNodeFieldSelectorRequirement', 'an operator on the name of a node other than In and NotIn', AFFINITY),
      check('ValidateNodeFieldSelectorRequirement', 'other than one name of a node', AFFINITY),
      check('ValidateNodeFieldSelectorRequirement', 'the name of a node that is no DNS subdomain', AFFINITY),
      check('ValidatePreferredSchedulingTerms', 'a weight of node affinity outside 1 to 100', AFFINITY),
      check('validateWeightedPodAffinityTerms', 'a weight of pod affinity or anti-affinity outside 1 to 100', AFFINITY),
      check('validatePodAffinityTerm', 'a label selector with a wrong key, operator or value', SELECTORS),
      check('validatePodAffinityTerm', 'a namespace selector with a wrong key, operator or value', SELECTORS),
      check('validatePodAffinityTerm', 'the name of a namespace that is no DNS label', AFFINITY),
      check('validatePodAffinityTerm', 'a term without a topology key', AFFINITY),
      check('validatePodAffinityTerm', 'a topology key that is no key of a label', AFFINITY),
      check('ValidateMaxSkew', 'a spread constraint with a skew below 1', SPREAD),
      check('ValidateTopologyKey', 'a spread constraint without a topology key', SPREAD),
      check('ValidateTopologyKey', 'a topology key of a spread constraint that is no key of a label', SPREAD),
      check('ValidateWhenUnsatisfiable', 'a spread constraint with an unknown action, an empty one too', CLOSED),
      check('validateTopologySpreadConstraints', 'a spread constraint whose selector has a wrong key, operator or value', SELECTORS),
      check('ValidateSpreadConstraintNotRepeat', 'two spread constraints for one topology key and action', SPREAD),
    ],
  },
  {
    component: 'KubeVirt',
    file: 'pkg/util/webhooks/webhooks.go',
    checks: [
      check('GetVMFromAdmissionReview', 'a time in the metadata of a template that is none', 'field-pattern-mismatch'),
      check('GetVMIFromAdmissionReview', 'a value of another type than its field has', 'field-type-wrong'),
    ],
  },
  {
    component: 'KubeVirt',
    file: 'pkg/util/openapi/openapi.go',
    checks: [
      check('Validate', 'a field of the object that its kind does not have', 'field-unknown'),
      check('Validate', 'a field in the metadata of a template that metadata does not have', 'metadata-field-unknown'),
      check('ValidateSpec', 'an operator or an effect of a toleration that is unknown, or empty', CLOSED),
      check('ValidateSpec', 'a scheme of an HTTP probe that is unknown, or empty', CLOSED),
      check('ValidateSpec', 'a policy for pulling images that is unknown, or empty', CLOSED),
      check('ValidateSpec', 'a DNS policy that is empty', CLOSED),
      check('ValidateSpec', 'a policy of a spread constraint for affinity or taints that is unknown, or empty', CLOSED),
      check('ValidateSpec', 'a volume mode of a DataVolume that is unknown, or empty', CLOSED),
      check('ValidateSpec', 'an operator on a node label that is unknown, or empty', SELECTORS),
    ],
  },
  {
    component: 'Kubernetes',
    file: 'staging/src/k8s.io/apimachinery/pkg/api/validation/objectmeta.go',
    checks: [
      check('ValidateObjectMetaAccessor', 'an object without a name', 'object-name-missing'),
      check('ValidateObjectMetaAccessor', 'a name of another form than its kind has', OBJECT_NAMES),
      check('ValidateObjectMetaAccessor', 'a prefix of names of another form than its kind has', OBJECT_NAMES),
      check('ValidateObjectMetaAccessor', 'a namespace that is no DNS label', 'namespace-invalid'),
      check('ValidateObjectMetaAccessor', 'a label with a wrong key or value', 'label-invalid'),
      check('ValidateAnnotations', 'an annotation with a wrong key', 'annotation-key-invalid'),
      check('ValidateAnnotations', 'annotations of more than 256 KiB together', 'annotations-too-large'),
      check('ValidateOwnerReferences', 'a reference to an owner that is not named in full', 'owner-reference-incomplete'),
      check('ValidateOwnerReferences', 'two owners that are controllers', 'owner-reference-incomplete'),
      check('ValidateFinalizers', 'a finalizer that is no name', 'finalizer-invalid'),
      check('ValidateFinalizers', 'finalizers that orphan and delete what the object owns', 'finalizer-invalid'),
    ],
  },
];
