import type { AdmissionCheck, CheckedSource } from './admission-check';

function check(at: string, refuses: string, ...rules: string[]): AdmissionCheck {
  return { function: at, refuses, rules };
}

/** What API servers check by the expressions of schemas. Those of Machines and fencing are listed with their webhooks. */
export const EXPRESSIONS: readonly CheckedSource[] = [
  {
    component: 'KubeVirt',
    file: 'staging/src/kubevirt.io/api/core/v1/schema.go',
    checks: [
      {
        ...check(
          'containerPath',
          'a path that is relative or leaves its folder, and a volume that can be written',
          'container-path-invalid',
        ),
        since: '1.8',
      },
    ],
  },
  {
    component: 'CDI',
    file: 'pkg/apis/core/v1beta1/types.go',
    checks: [check('claimPropertySets', 'an access mode that claims do not have', 'storage-profile-access-mode-unknown')],
  },
  {
    component: 'HyperConverged Cluster Operator',
    file: 'api/v1beta1/hyperconverged_types.go',
    checks: [
      check('mediatedDevicesConfiguration', 'no types of mediated devices', 'hyper-converged-entry-incomplete'),
      { ...check('kubeMacPoolConfiguration', 'half of a range of MAC addresses', 'hyper-converged-entry-incomplete'), since: '1.8' },
      check('vmiCPUAllocationRatio', 'a ratio below 1', 'field-out-of-bounds'),
    ],
  },
  {
    component: 'Route',
    file: 'route/v1/types.go',
    checks: [
      check('spec', 'header actions on passthrough', 'route-headers-on-passthrough'),
      check('httpHeaders.actions', 'a value that the router does not take', 'route-header-value-invalid'),
      check('httpHeaders.actions', 'a type of action without its field, and the field of another', 'route-header-action-incomplete'),
      check('httpHeaders.actions', 'a change of proxy, cookies or strict-transport-security', 'route-header-forbidden'),
      check('tls', 'passthrough with the policy Allow', 'route-insecure-allow-on-passthrough'),
      check('tls', 'two certificates', 'route-certificate-twice'),
    ],
  },
  {
    component: 'IngressController',
    file: 'operator/v1/types_ingresscontroller.go',
    checks: [
      { ...check('domain', 'a domain that is none, and one that is too long', 'ingress-controller-refused'), since: '1.7' },
      check('loadBalancer', 'addresses from outside where the scope is Internal', 'ingress-controller-refused'),
      check('providerParameters', 'the field of another platform, and an address that is none', 'ingress-controller-refused'),
      check('subnets', 'none and too many subnets, repeated ones, and names that are none', 'ingress-controller-refused'),
      check('eipAllocations', 'allocations that are none or repeated, and not as many as subnets', 'ingress-controller-refused'),
      check('httpHeaders.actions', 'a value that the router does not take', 'ingress-controller-refused'),
      check('httpHeaders.actions', 'a type of action without its field, and the field of another', 'ingress-controller-refused'),
      check('httpHeaders.actions', 'a change of host, proxy, cookies or strict-transport-security', 'ingress-controller-refused'),
      check('tuningOptions', 'a timeout and a number of connections out of bounds', 'ingress-controller-refused'),
    ],
  },
  {
    component: 'Gateway API',
    file: 'apis/v1/shared_types.go',
    checks: [
      check('parentRefs', 'two references to one parent that nothing tells apart', 'gateway-parents-not-unique'),
      check('backendRef', 'a Service without a port', 'gateway-backend-port-missing', 'gateway-filter-option-invalid'),
      check('hostnames', 'addresses, and names that are none', 'gateway-hostname-invalid', 'field-pattern-mismatch'),
      check('sessionPersistence', 'a permanent cookie without an end, and a cookie of another type', 'session-persistence-invalid'),
    ],
  },
  {
    component: 'Gateway API',
    file: 'apis/v1/httproute_types.go',
    checks: [
      check('rules', 'more matches than a route may have', 'gateway-matches-too-many'),
      check('rules', 'two rules of one name', 'gateway-rule-name-repeated'),
      check('rules', 'a redirect beside backends', 'gateway-filters-conflict'),
      check('rules', 'a prefix that is replaced without one match by prefix', 'gateway-path-replacement-invalid'),
      check('filters', 'a filter that is repeated, and a redirect beside a rewrite', 'gateway-filters-conflict'),
      check('filters', 'a type of filter without its field, and the field of another', 'gateway-filter-mismatch'),
      check('filters', 'options of cors, requestMirror and externalAuth that exclude each other', 'gateway-filter-option-invalid'),
      check('matches.path', 'a path that is none', 'gateway-path-invalid'),
      check('path', 'a type of replacement without its field, and the field of another', 'gateway-path-replacement-invalid'),
      check('timeouts', 'a backend that may take longer than the request', 'gateway-timeouts-inverted'),
    ],
  },
  {
    component: 'Gateway API',
    file: 'apis/v1/backendtlspolicy_types.go',
    checks: [
      check('targetRefs', 'two references to one target that nothing tells apart', 'backend-tls-policy-targets-not-unique'),
      check('validation', 'both of certificates and well-known ones, and neither', 'backend-tls-policy-trust-not-exactly-one'),
      check('subjectAltNames', 'a type of name without its field, and the field of another', 'backend-tls-policy-alt-name-invalid'),
    ],
  },
];
