import { migrationPolicies, POLICY_GUIDE, POLICY_MATCHING, PolicyIndex, selectorsOf } from '../../../admission';
import { displayName, type Manifest, type ManifestGraph, type VirtualMachineView } from '../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type Violation } from '../../rule';
import { Severity } from '../../severity';

export const migrationPolicyTie: Rule<ManifestGraph> = {
  id: 'migration-policy-tie',
  title: 'One MigrationPolicy fits a VM better than the others',
  severity: Severity.WARNING,
  category: 'wiring',
  rationale:
    'The policy with the most labels holds, and the others are ignored. Between policies with as many labels the first name of the alphabet decides, and a policy that is renamed changes how VMs migrate.',
  remediation: 'Give the policy that is meant one label more.',
  references: [POLICY_MATCHING, POLICY_GUIDE],
  subjects: (graph) => [graph],
  evaluate,
};

function evaluate(graph: ManifestGraph): Outcome {
  if (migrationPolicies(graph).length < 2) {
    return NOT_APPLICABLE;
  }
  const index = new PolicyIndex(graph);
  const losers = new Map<Manifest, Violation>();
  const scores = new Map(migrationPolicies(graph).map((policy) => [policy, score(policy)]));
  for (const vm of graph.virtualMachines) {
    const [winner, ...equals] = best(index.fitting(vm), scores);
    for (const loser of equals) {
      losers.set(loser, losers.get(loser) ?? tie(loser, winner, vm));
    }
  }
  return [...losers.values()];
}

/** Those with the most labels, in the order of their names; among equals more labels of the VM count. */
function best(policies: readonly Manifest[], scores: ReadonlyMap<Manifest, number>): Manifest[] {
  const scoreOf = (policy: Manifest) => scores.get(policy) ?? 0;
  const highest = policies.reduce((most, policy) => Math.max(most, scoreOf(policy)), 0);
  return policies.filter((policy) => scoreOf(policy) === highest).sort((left, right) => (nameOf(left) < nameOf(right) ? -1 : 1));
}

function score(policy: Manifest): number {
  const { machine = {}, namespace = {} } = selectorsOf(policy) ?? {};
  const [ofMachine, ofNamespace] = [Object.keys(machine).length, Object.keys(namespace).length];
  return (ofMachine + ofNamespace) * 1000 + ofMachine;
}

function nameOf(policy: Manifest): string {
  return policy.metadata?.name ?? '';
}

function tie(policy: Manifest, winner: Manifest, vm: VirtualMachineView): Violation {
  const message = `${displayName(winner)} fits ${displayName(vm.manifest)} with as many labels and comes first in the alphabet, so this policy does not hold for it`;
  const remedy = 'Give the policy that is meant one label more.';
  return { manifest: policy, path: 'spec.selectors', value: policy.spec?.selectors, message, remedy };
}
