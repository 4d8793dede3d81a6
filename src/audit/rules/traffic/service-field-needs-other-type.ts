import { SERVICE_VALIDATION } from '../../../admission';
import { Stage } from '../../../admission/stage';
import type { ServiceView } from '../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../rule';
import { Severity } from '../../severity';

const TYPES_OF_FIELDS: readonly (readonly [field: string, types: readonly string[]])[] = [
  ['externalTrafficPolicy', ['LoadBalancer', 'NodePort']],
  ['loadBalancerClass', ['LoadBalancer']],
  ['loadBalancerSourceRanges', ['LoadBalancer']],
  ['allocateLoadBalancerNodePorts', ['LoadBalancer']],
  ['healthCheckNodePort', ['LoadBalancer']],
];

export const serviceFieldNeedsOtherType: Rule<ServiceView> = {
  id: 'service-field-needs-other-type',
  title: 'Fields about load balancers and outside traffic are on Services that are reached from outside',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale:
    'The API server rejects loadBalancerClass, loadBalancerSourceRanges, allocateLoadBalancerNodePorts and healthCheckNodePort on a Service of another type than LoadBalancer, and externalTrafficPolicy on one that is not reached from outside.',
  remediation: 'Set type: LoadBalancer or NodePort, or remove the field.',
  references: [SERVICE_VALIDATION],
  mentions: TYPES_OF_FIELDS.map(([field]) => field),
  subjects: (graph) => graph.services,
  evaluate,
};

function evaluate({ manifest, spec }: ServiceView): Outcome {
  const used = TYPES_OF_FIELDS.filter(([field]) => isSet(spec[field]));
  if (used.length === 0) {
    return NOT_APPLICABLE;
  }
  const type = spec.type ?? 'ClusterIP';
  return used
    .filter(([field, types]) => !types.includes(type) && !(field === 'externalTrafficPolicy' && isSet(spec.externalIPs)))
    .map(([field, types]) => ({
      manifest,
      path: `spec.${field}`,
      value: spec[field],
      message: `the API server rejects it on a Service of type ${type}`,
      remedy: `Set type: ${types.join(' or type: ')}, or remove ${field}.`,
    }));
}

function isSet(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '' && value !== 0 && !(Array.isArray(value) && value.length === 0);
}
