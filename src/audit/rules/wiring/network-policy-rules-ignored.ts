import { NETWORK_POLICIES } from '../../../admission';
import { INGRESS_GROUP } from '../../../facts';
import type { Manifest } from '../../../graph';
import { appending } from '../../fix';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext } from '../../rule';
import { Severity } from '../../severity';

const DIRECTIONS = [
  { field: 'ingress', type: 'Ingress', consequence: 'the policy keeps no connection away from the VMs that it selects' },
  { field: 'egress', type: 'Egress', consequence: 'the VMs that it selects may connect to anything' },
] as const;

export const networkPolicyRulesIgnored: Rule<Manifest> = {
  id: 'network-policy-rules-ignored',
  title: 'The rules of a NetworkPolicy are of the types that it has',
  severity: Severity.WARNING,
  category: 'wiring',
  rationale:
    'Where policyTypes is set, it decides alone what a policy is about: rules of the other direction are stored and do nothing. What they were to limit is open.',
  remediation: 'Add the direction to policyTypes, or remove its rules.',
  references: [NETWORK_POLICIES],
  mentions: ['policyTypes'],
  subjects: (graph) => graph.ofKind(INGRESS_GROUP, 'NetworkPolicy'),
  evaluate,
};

function evaluate(policy: Manifest, { graph }: RuleContext): Outcome {
  const types: unknown = policy.spec?.policyTypes;
  const machines = graph.virtualMachinesSelectedBy(policy.spec?.podSelector ?? {}, policy.metadata?.namespace);
  if (machines.length === 0 || !Array.isArray(types) || types.length === 0) {
    return NOT_APPLICABLE;
  }
  return DIRECTIONS.filter(({ field, type }) => hasEntries(policy.spec?.[field]) && !types.includes(type)).map(
    ({ field, type, consequence }) => ({
      manifest: policy,
      path: `spec.${field}`,
      value: policy.spec?.[field],
      message: `policyTypes is without ${type}, so that these rules do nothing, and ${consequence}`,
      remedy: `Add ${type} to policyTypes, or remove the rules.`,
      fix: appending(policy, 'spec.policyTypes', type),
    }),
  );
}

function hasEntries(list: unknown): boolean {
  return Array.isArray(list) && list.length > 0;
}
